// rules/models.yaml → ModelCatalog, and the spans of models that other files name.

internal import PromptCore
internal import PromptRules
internal import YAML

enum ModelFile {
  static func read(
    _ file: FieldReader, into entries: inout RuleEntries, _ log: inout ProblemLog
  ) throws(RuleFileError) {
    let models = try file.entries("models", &log) { node throws(RuleFileError) in
      try model(try FieldReader(node, path: file.path, keys: .model))
    }
    for (index, model) in models.enumerated() {
      if models[..<index].contains(where: { $0.value.id == model.value.id }) {
        try log.report(
          model.problem(
            .duplicate, "the model `\(model.value.id)` stands here twice", remedy: "remove one"))
      }
    }
    entries.models = models
    _ = try log.attempt { () throws(RuleFileError) in
      guard (1...64).contains(models.count) else {
        throw file.error("models", "expected between 1 and 64 models, found \(models.count)")
      }
    }
    let index = try log.attempt { () throws(RuleFileError) in try nijiDefault(file, models) }
    entries.nijiDefault = index ?? 0
  }

  private static func nijiDefault(
    _ file: FieldReader, _ models: [Located<ModelVersion>]
  ) throws(RuleFileError) -> Int {
    let niji = try file.string("niji-default")
    guard let index = models.firstIndex(where: { $0.value.id == niji }) else {
      throw file.error("niji-default", "`\(niji)` is no model of this file")
    }
    return index
  }

  private static func model(_ entry: FieldReader) throws(RuleFileError) -> ModelVersion {
    let provenance = try entry.provenance(nil)
    let span = try entry.value("default").map { node throws(RuleFileError) in
      try FieldReader(node, path: entry.path, keys: .modelSpan)
    }
    guard let family = try entry.choice("family", families) else {
      throw entry.error("family", "the field `family` is missing")
    }
    return ModelVersion(
      id: try entry.string("id"), family: family,
      value: try entry.optionalString("value") ?? "", aliases: try entry.strings("aliases"),
      state: try entry.choice("state", states) ?? .legacy, released: try entry.day("released"),
      defaultFrom: try span?.day("from"), defaultUntil: try span?.day("until"),
      removed: try entry.day("removed"),
      note: try entry.optionalString("note"), provenance: provenance)
  }

  static let families: [(String, ModelVersion.Family)] = [
    ("v", .v), ("niji", .niji), ("test", .test),
  ]
  static let states: [(String, ModelVersion.State)] = [
    ("supported", .supported), ("legacy", .legacy), ("removed", .removed),
  ]
}

extension ModelCatalog {
  /// The models of a list such as `[v5..v6.1, niji6]`, or `all`.
  func selection(_ entry: FieldReader, _ key: String) throws(RuleFileError) -> ModelSet {
    var set: ModelSet = []
    for word in try entry.strings(key) {
      if word == "all" { return .all }
      let ends =
        word.split(separator: ".", omittingEmptySubsequences: false).isEmpty
        ? [] : Self.ends(of: word)
      var indices: [Int] = []
      for end in ends {
        guard let index = index(id: end) else {
          throw entry.error(
            key, "`\(end)` is no model" + Suggestion.hint(for: end, in: models.map(\.id)))
        }
        indices.append(index)
      }
      guard let first = indices.first, let last = indices.last, first <= last,
        models[first].family == models[last].family
      else {
        throw entry.error(key, "`\(word)` must go from an older to a newer model of one family")
      }
      for index in first...last where models[index].family == models[first].family {
        set.insert(ModelSet(index: index))
      }
    }
    return set
  }

  /// The two ends of `v5..v6.1`, or the one model.
  private static func ends(of word: String) -> [String] {
    guard let dots = word.firstRange(of: "..") else { return [word] }
    return [String(word[..<dots.lowerBound]), String(word[dots.upperBound...])]
  }
}

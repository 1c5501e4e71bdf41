// rules/features.yaml → ModelFeature values.

internal import PromptCore
internal import PromptRules
internal import YAML

enum FeatureFile {
  static func read(
    _ file: FieldReader, models: ModelCatalog, into entries: inout RuleEntries,
    _ log: inout ProblemLog
  ) throws(RuleFileError) {
    let features = try file.entries("features", &log) { node throws(RuleFileError) in
      try feature(try FieldReader(node, path: file.path, keys: .feature), models)
    }
    entries.features = features
    for name in ModelFeature.Name.allCases
    where !features.contains(where: { $0.value.name == name.rawValue }) {
      try log.report(file.error("features", "the feature `\(name.rawValue)` is missing"))
    }
  }

  private static func feature(
    _ entry: FieldReader, _ models: ModelCatalog
  ) throws(RuleFileError) -> ModelFeature {
    let provenance = try entry.provenance(nil)
    let reader = DomainReader(path: entry.path, models: models, inherited: provenance)
    var domains: [ParameterDomain] = []
    for node in try entry.nodes("models") { domains.append(try reader.domain(node)) }
    return ModelFeature(
      name: try entry.string("name"), summary: try entry.string("summary"), domains: domains,
      provenance: provenance)
  }
}

// rules/profiles.yaml → Profile values.

internal import PromptCore
internal import PromptRules
internal import YAML

enum ProfileFile {
  /// What a weight may be; `off` doesn't count.
  static let severities: [(String, Severity?)] =
    Severity.allCases.reversed().map { ($0.name, $0) } + [("off", nil)]

  /// The profiles of a file.
  static func read(
    _ file: FieldReader, _ log: inout ProblemLog
  ) throws(RuleFileError) -> [Located<Profile>] {
    try file.entries("profiles", &log) { node throws(RuleFileError) in
      try profile(try FieldReader(node, path: file.path, keys: .profile))
    }
  }

  /// The profiles of a file that must hold the usual one.
  static func readAll(
    _ file: FieldReader, _ log: inout ProblemLog
  ) throws(RuleFileError) -> [Located<Profile>] {
    let profiles = try read(file, &log)
    if !profiles.contains(where: { $0.value.id == Profile.usual }) {
      try log.report(file.error("profiles", "the profile `\(Profile.usual)` is missing"))
    }
    return profiles
  }

  private static func profile(_ entry: FieldReader) throws(RuleFileError) -> Profile {
    let isClaim = ["source", "verified", "confidence"].contains { entry.value($0) != nil }
    let none = WeightSeverities(heavy: nil, medium: nil, light: nil, soft: nil)
    let severities = try entry.severities(none)
    let exceptions = try entry.nodes("categories").map { node throws(RuleFileError) in
      let inner = try FieldReader(node, path: entry.path, keys: .exception)
      return Profile.Exception(
        category: try inner.string("category"), severities: try inner.severities(severities))
    }
    return Profile(
      id: try entry.string("id"), summary: try entry.string("summary"),
      isReportedOnly: try entry.bool("reported-only", default: false), severities: severities,
      exceptions: exceptions, provenance: isClaim ? try entry.provenance(nil) : nil)
  }
}

extension FieldReader {
  /// The severities of the weights; those that aren't said are the given ones.
  fileprivate func severities(
    _ inherited: WeightSeverities
  ) throws(RuleFileError) -> WeightSeverities {
    WeightSeverities(
      heavy: try choice("heavy", ProfileFile.severities) ?? inherited.heavy,
      medium: try choice("medium", ProfileFile.severities) ?? inherited.medium,
      light: try choice("light", ProfileFile.severities) ?? inherited.light,
      soft: try choice("soft", ProfileFile.severities) ?? inherited.soft)
  }
}

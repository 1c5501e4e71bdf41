// One changed file beside the rules that are there already: how a single file is tried.

package import PromptRules
internal import YAML

/// Tries files in the place of those of a rule folder.
package struct RuleFileTrial: Sendable {
  private var entries: RuleEntries

  /// Trials beside the rules of a folder, without its terms and pages, which have no say in others.
  ///
  /// - Throws: `RuleFileError` when the folder itself can't be used.
  package init(folder: String) throws(RuleFileError) {
    entries = try RuleFolder(folder).entries()
    entries.terms = []
    entries.allow = []
    entries.pages = []
  }

  /// The rules with a file's content in the place of its like. Parameters are added to the others,
  /// and new models stand alone, since the other entries name the old ones.
  ///
  /// - Throws: `RuleFileError` for the first problem.
  package func rules(
    with bytes: [UInt8], as kind: RuleFileKind, path: String
  ) throws(RuleFileError) -> RuleSet {
    var trial = entries
    if kind == .page {
      trial.pages = [try PageFile.read(bytes, path: path)]
    } else {
      let node = try YAMLFile.node(bytes, path)
      try Self.read(try FieldReader(node, path: path, keys: kind.table), kind, into: &trial)
    }
    if let problem = RuleCrossCheck(trial).problems.first { throw problem }
    return trial.rules
  }

  private static func read(
    _ file: FieldReader, _ kind: RuleFileKind, into trial: inout RuleEntries
  ) throws(RuleFileError) {
    var log = ProblemLog(isPatient: false)
    switch kind {
    case .models:
      trial = RuleEntries(folder: trial.folder)
      try ModelFile.read(file, into: &trial, &log)
    case .features:
      try FeatureFile.read(file, models: trial.catalog, into: &trial, &log)
    case .parameters:
      var own = RuleEntries(folder: trial.folder)
      let reader = ParameterFile(path: file.path, models: trial.catalog)
      try reader.read(file, into: &own, &log)
      let names = Set(own.parameters.map(\.value.name))
      trial.parameters = trial.parameters.filter { !names.contains($0.value.name) } + own.parameters
    case .order: try OrderFile.sort(&trial.parameters, by: file, &log)
    case .targets: trial.targets = try TargetFile.read(file, &log)
    case .plans: trial.plans = try PlanFile.read(file, &log)
    case .profiles: trial.profiles = try ProfileFile.readAll(file, &log)
    case .links: try LinkFile.read(file, into: &trial, &log)
    case .words:
      trial.words.append(
        Located(value: try WordFile.read(file), path: file.path, node: file.node))
    case .sources: trial.sources += try SourcesFile.read(file, &log)
    case .sensitive: try TermFile(path: file.path).read(file, into: &trial, &log)
    case .page, .configuration: break
    }
  }
}

// What must hold of every rule file and every mjprompt.yaml.

internal import PromptCore
internal import PromptLint
internal import PromptRuleFiles
internal import PromptRules
internal import PromptScan
internal import YAML

/// The properties of files. Each is nil where it holds, else says how it is broken.
public struct FileProperties: Sendable {
  /// The rules that a changed file stands beside, without long lists that it has no say in.
  private let rules: RuleSet
  private let trial: RuleFileTrial

  /// The properties beside the repository's rules.
  public init() throws {
    var rules = try RepositoryRules.load()
    rules.terms = TermList()
    rules.pages = []
    self.rules = rules
    trial = try RuleFileTrial(folder: Repository.file("rules"))
  }

  /// The kinds of files that rules are read from.
  static let kinds = RuleFileKind.allCases.filter { $0 != .configuration }

  /// A rule file makes rules that can be compiled and used, or an error with its place. The first
  /// byte says which file the others are: `a` for the first of `kinds`, and so on.
  public func ruleFile(_ bytes: [UInt8]) -> String? {
    guard let first = bytes.first else { return nil }
    let kind = Self.kinds[Int(first &- UInt8(ascii: "a")) % Self.kinds.count]
    let text = Array(bytes.dropFirst())
    do {
      return fault(in: try trial.rules(with: text, as: kind, path: "x"))
    } catch { return fault(in: error, about: text) }
  }

  /// A configuration names what there is, or is an error with its place.
  public func configuration(_ bytes: [UInt8]) -> String? {
    do {
      let read = try Configuration(bytes: bytes, path: "x", rules: rules).choices
      let selectors =
        (read.select?.value ?? []) + read.ignore.map(\.value)
        + read.severities.map(\.value.selector)
      let isKnown =
        selectors.allSatisfy { RuleCatalog.isSelector($0) }
        && (read.model.map { rules.models.index(named: $0.value) != nil } ?? true)
        && (read.target.map { rules.target($0.value) != nil } ?? true)
        && (read.plan.map { rules.plan($0.value) != nil } ?? true)
        && (read.profile.map { rules.profile($0.value) != nil } ?? true)
      return isKnown ? nil : "an unknown name was taken: \(read)"
    } catch { return fault(in: error, about: bytes) }
  }

  private func fault(in error: RuleFileError, about bytes: [UInt8]) -> String? {
    if error.path != "x" || error.message.isEmpty { return "no clear error: \(error)" }
    guard let mark = error.mark else { return nil }
    let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
    let isInside = 1...lines ~= mark.line && 1...bytes.count + 1 ~= mark.column
    return isInside ? nil : "a place outside the file: \(error)"
  }

  private func fault(in rules: RuleSet) -> String? {
    let image = rules.image
    do {
      let again = try RuleSet(image, withPages: true)
      if again.image.bytes != image.bytes { return "the compiled form is another one" }
    } catch { return "the compiled form can't be read: \(error)" }
    let linter = Linter(rules: rules, options: LintOptions(asOf: PromptJudge.day))
    let names = rules.parameters.names.suffix(12).map { " --\($0) 1:2" }.joined()
    let words = rules.terms.terms.flatMap(\.forms).prefix(8).joined(separator: " ")
    let source = SourceText("a fox \(words) {x, y}::2 --ar 16:9 --v 7 --niji 6\(names)")
    var scratch = ScanScratch()
    let found = linter.lint(source, scratch: &scratch)
    return found.allSatisfy { source.range.contains($0.range) } ? nil : "a range outside"
  }
}

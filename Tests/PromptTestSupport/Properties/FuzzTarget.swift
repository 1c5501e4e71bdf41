// What is fuzzed: a name, and the properties that an input must keep.

internal import PromptCore

/// A fuzz target.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// Tokens and ranges.
  case parser
  /// Verdicts, fixes round by round.
  case fixes
  /// The canonical form.
  case form
  /// The prompts that `{…}` groups stand for.
  case expansion
  /// Listed terms.
  case scan
  /// The files of rules/.
  case rules
  /// mjprompt.yaml.
  case configuration
  /// Slots and templates.
  case compose

  /// The folder of the inputs that once broke a property.
  public var cases: String { Repository.file("Fuzz/Cases/\(rawValue)") }
}

/// The properties of all targets.
public struct FuzzProperties: Sendable {
  private let prompts: PromptProperties
  private let files: FileProperties
  private let scans: ScanProperties
  private let compositions: ComposeProperties

  /// The properties by the rules of the repository.
  public init() throws {
    prompts = try PromptProperties()
    files = try FileProperties()
    scans = try ScanProperties()
    compositions = try ComposeProperties()
  }

  /// How an input breaks a property of a target; nil when it keeps them all.
  public func fault(of target: FuzzTarget, in bytes: [UInt8]) -> String? {
    switch target {
    case .parser: prompts.syntax(SourceText(bytes))
    case .fixes: prompts.diagnostics(SourceText(bytes)) ?? prompts.fixes(SourceText(bytes))
    case .form: prompts.form(SourceText(bytes))
    case .expansion: prompts.expansion(SourceText(bytes))
    case .scan: scans.fault(in: bytes)
    case .rules: files.ruleFile(bytes)
    case .configuration: files.configuration(bytes)
    case .compose: compositions.fault(in: bytes)
    }
  }
}

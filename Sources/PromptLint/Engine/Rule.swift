// What a check is, and what it declares to look at.

public import PromptCore
public import PromptRules

/// What a check looks at; it is called only for prompts that have some of it.
public struct RuleInterest: Sendable {
  /// Parts of a prompt's structure.
  public struct Structure: OptionSet, Sendable {
    /// One bit for each part.
    public let rawValue: UInt16

    /// The set of these bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Every prompt has this.
    public static let whole = Structure(rawValue: 1)
    /// At least one parameter.
    public static let parameters = Structure(rawValue: 2)
    /// Something missing or surplus.
    public static let faults = Structure(rawValue: 4)
    /// Text separated or weighted by `::`.
    public static let weights = Structure(rawValue: 8)
    /// A listed term, found or undecided.
    public static let terms = Structure(rawValue: 16)
    /// The prompt as it was written, and not one that it stands for.
    public static let written = Structure(rawValue: 32)
    /// At least one link in or before the text.
    public static let images = Structure(rawValue: 64)
    /// Bytes beyond ASCII; known only where words of a list are looked for.
    public static let wide = Structure(rawValue: 128)
    /// A parameter that isn't written as two hyphens, a known name in lower case, and a space before
    /// the value.
    public static let unusual = Structure(rawValue: 256)
    /// A parameter that stands there twice.
    public static let repeated = Structure(rawValue: 512)
    /// A parameter without a value that takes one.
    public static let valueless = Structure(rawValue: 1_024)
    /// A value that isn't plainly one that the model takes.
    public static let doubtful = Structure(rawValue: 2_048)
    /// More than one job.
    public static let several = Structure(rawValue: 4_096)
    /// A parameter that the model doesn't have, or not whatever stands beside it.
    public static let unsupported = Structure(rawValue: 8_192)
  }

  /// Whether a parameter is of interest.
  public typealias ParameterTest = @Sendable (ParameterSpec) -> Bool

  let tokens: TokenKindSet
  let structure: Structure
  /// The names of word lists, each entry of which is of interest.
  let words: [String]
  /// Which parameters are of interest; nil when none are for being there.
  let parameters: ParameterTest?

  /// Interest in these token kinds, these parts, the entries of these word lists or these parameters.
  public init(
    tokens: TokenKindSet = [], _ structure: Structure = [], words: [String] = [],
    parameters: ParameterTest? = nil
  ) {
    self.tokens = tokens
    self.structure = structure
    self.words = words
    self.parameters = parameters
  }
}

/// A check: finds one bad pattern in a prompt and says what to do about it.
///
/// A rule is a value without state. It reads the context and appends diagnostics whose ranges and
/// edits lie inside the prompt; it never fails and keeps nothing.
public protocol Rule: Sendable {
  /// Code, name, usual severity, best fix; the page in `rules/lint` says the same.
  var metadata: RuleMetadata { get }
  /// What it looks at.
  var interest: RuleInterest { get }
  /// Whether it can find anything at all with these facts and choices; asked once.
  func isOfUse(_ rules: RuleSet, _ options: LintOptions) -> Bool
  /// Reports what it finds.
  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink)
}

extension Rule {
  /// True; for rules that depend on no choice.
  public func isOfUse(_ rules: RuleSet, _ options: LintOptions) -> Bool { true }
}

// The one list of all checks, in the order of their codes.

public import PromptCore

/// All checks. A test proves that codes and names are unique and that each has its page.
public enum RuleCatalog {
  /// Every check.
  public static let all: [any Rule] = [
    WrongDash(),
    SpacedDash(),
    GluedParameter(),
    GluedValue(),
    StrayDashes(),
    StrayPunctuation(),
    TextAfterParameters(),
    UnbalancedBraces(),
    EmptyPrompt(),
    CommandPrefix(),
    TimeAsWeight(),
    UnknownParameter(),
    MissingValue(),
    ValueOutOfRange(),
    MalformedValue(),
    WrongCase(),
    DuplicateParameter(),
    UnsupportedParameter(),
    UnavailableModel(),
    RatioBeyondModel(),
    UnsupportedWeights(),
    RetiredParameter(),
    ReusedName(),
    UnnamedModel(),
    FormerSpelling(),
    ConflictingParameters(),
    MissingPartner(),
    VersionWithNiji(),
    NonpositiveWeights(),
    InsecureLink(),
    UnreachableLink(),
    ExpiringLink(),
    LinkWithoutExtension(),
    ImageAfterText(),
    MalformedLink(),
    LoneImage(),
    UnsupportedImages(),
    InvisibleCharacter(),
    InvalidUTF8(),
    TooLong(),
    ForeignSyntax(),
    PastedJson(),
    FillerWords(),
    NonEnglishText(),
    SensitiveTerm(),
    UndecidedTerm(),
    SeveralJobs(),
    BeyondPlan(),
    UnexpandedPrompt(),
    TargetOwnedParameter(),
  ]

  /// The check with that code or name, or nil.
  public static func metadata(_ codeOrName: some StringProtocol) -> RuleMetadata? {
    all.lazy.map(\.metadata).first { $0.code == codeOrName.uppercased() || $0.name == codeOrName }
  }

  /// Every code and every name, to suggest one of them.
  public static var selectors: [String] { all.flatMap { [$0.metadata.code, $0.metadata.name] } }

  /// Whether `selector` names a check or a group of them: `MJ203`, `MJ2`, `value-out-of-range`, `all`.
  public static func isSelector(_ selector: some StringProtocol) -> Bool {
    all.contains { $0.metadata.matches(selector) }
  }
}

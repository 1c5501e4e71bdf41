// Sensitive words, phrases and patterns, and the innocent text that may contain them.

/// Where in a prompt a term counts.
public struct TermScopes: OptionSet, Hashable, Sendable {
  /// One bit for each scope.
  public let rawValue: UInt8

  /// The set of these bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The prompt's text.
  public static let text = TermScopes(rawValue: 1)
  /// The values of `--no`.
  public static let no = TermScopes(rawValue: 2)
  /// The values of other parameters.
  public static let values = TermScopes(rawValue: 4)
  /// Links.
  public static let urls = TermScopes(rawValue: 8)

  /// The words of rule files, with the scopes they name.
  public static let names: [(name: String, scope: TermScopes)] = [
    ("text", .text), ("no", .no), ("values", .values), ("urls", .urls),
  ]
}

/// How heavy a term is, in the grades that the service itself is reported to use
/// (UrielCh/midjourney-client, src/CommandsData.ts).
public enum TermWeight: UInt8, Sendable, CaseIterable {
  /// Worth knowing.
  case soft
  /// Can be read wrongly.
  case light
  /// Often refused.
  case medium
  /// Refused.
  case heavy

  /// The word in messages and tables.
  public var name: String {
    switch self {
    case .soft: "soft"
    case .light: "light"
    case .medium: "medium"
    case .heavy: "heavy"
    }
  }
}

/// One entry of a sensitive list.
public struct Term: Hashable, Sendable {
  /// How the entry is matched.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// A whole word.
    case word
    /// Whole words with spaces, hyphens or underscores between them.
    case phrase
    /// A PCRE2 pattern.
    case pattern
  }

  /// The word, the phrase, or the pattern's name; unique in its category.
  public let name: String
  /// How it is matched.
  public let kind: Kind
  /// The spellings, in lower case, the word itself first; for a pattern the one pattern.
  public let forms: [String]
  /// What must stand near, so that it counts, or nil.
  public let near: Context?
  /// The list it stands in, such as `gore`.
  public let category: String
  /// The language of its list as a BCP 47 tag, such as `zh`; nil for English.
  public let language: String?
  /// Whether people who speak that language have looked through the list.
  public let isReviewed: Bool
  /// How heavy it is.
  public let weight: TermWeight
  /// Where it counts.
  public let scopes: TermScopes
  /// Whether the service is reported to refuse it, by the sources of its list.
  public let isReported: Bool
  /// Why it is listed, for people, or nil.
  public let reason: String?
  /// A gentler wording, or nil.
  public let replacement: String?
  /// Text that must be flagged; empty when the rules were read without their pages.
  public internal(set) var match: [String]
  /// Text that must stay clean; empty when the rules were read without their pages.
  public internal(set) var clean: [String]

  /// A term from its parts.
  public init(
    name: String, kind: Kind, forms: [String], near: Context? = nil, category: String,
    language: String? = nil, isReviewed: Bool = true, weight: TermWeight, scopes: TermScopes,
    isReported: Bool = false, reason: String?, replacement: String?, match: [String],
    clean: [String]
  ) {
    self.name = name
    self.kind = kind
    self.forms = forms
    self.near = near
    self.category = category
    self.language = language
    self.isReviewed = isReviewed
    self.weight = weight
    self.scopes = scopes
    self.isReported = isReported
    self.reason = reason
    self.replacement = replacement
    self.match = match
    self.clean = clean
  }
}

/// Innocent text; a term found inside it is not reported, when the innocent text is longer.
public struct AllowRule: Hashable, Sendable {
  /// The word or phrase, in lower case.
  public let text: String
  /// Why it is innocent, for people, or nil.
  public let reason: String?

  /// An allow rule from its parts.
  public init(text: String, reason: String?) {
    self.text = text
    self.reason = reason
  }
}

// Where a fact about Midjourney comes from, and how far it can be trusted.

public import PromptCore

/// How sure a fact is.
public enum Confidence: UInt8, Sendable, CaseIterable {
  /// Nobody vouches for it.
  case unverified
  /// Sources contradict each other.
  case disputed
  /// Said by gateways and third parties.
  case secondary
  /// Said by Midjourney.
  case official

  /// The word in rule files.
  public var name: String {
    switch self {
    case .unverified: "unverified"
    case .disputed: "disputed"
    case .secondary: "secondary"
    case .official: "official"
    }
  }

  /// The confidence of that name, or nil.
  public init?(name: some StringProtocol) {
    guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }

  /// How bad it is to break a fact of this confidence: only official facts make errors.
  public var severity: Severity {
    switch self {
    case .official: .error
    case .secondary, .disputed: .warning
    case .unverified: .information
    }
  }
}

/// Where one entry of a rule file comes from.
public struct Provenance: Hashable, Sendable {
  /// Keys of `rules/sources.yaml`.
  public let sources: [String]
  /// The day on which somebody last looked.
  public let verified: Day
  /// How sure it is.
  public let confidence: Confidence

  /// Provenance from its parts.
  public init(sources: [String], verified: Day, confidence: Confidence) {
    self.sources = sources
    self.verified = verified
    self.confidence = confidence
  }
}

/// A source that rule files cite by its key.
public struct SourceCitation: Hashable, Sendable {
  /// The key, such as `PL`.
  public let key: String
  /// What it is.
  public let title: String
  /// Where it is, or nil when it has no public address.
  public let url: String?
  /// The age of the copy that was read.
  public let date: Day
  /// Whether Midjourney itself speaks there.
  public let isOfficial: Bool

  /// A citation from its parts.
  public init(key: String, title: String, url: String?, date: Day, isOfficial: Bool) {
    self.key = key
    self.title = title
    self.url = url
    self.date = date
    self.isOfficial = isOfficial
  }
}

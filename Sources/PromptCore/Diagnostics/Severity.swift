// How bad a diagnostic is, and how far its fixes may be trusted.

/// How bad a reported problem is; the four words are those of the language server protocol.
public enum Severity: UInt8, Sendable, CaseIterable, Comparable {
  /// Something worth knowing; nothing need change.
  case hint
  /// Accepted today, but written in a way that may surprise.
  case information
  /// May be refused or ignored; sources conflict or the model is assumed.
  case warning
  /// Will be refused or misread, says an official source.
  case error

  /// The word in reports, JSON and configuration.
  public var name: String {
    switch self {
    case .hint: "hint"
    case .information: "information"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// The severity of that name, or nil.
  public init?(name: some StringProtocol) {
    guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }

  /// Orders from hint to error.
  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}

/// Whether a fix may run unattended.
public enum Applicability: UInt8, Sendable, CaseIterable, Comparable {
  /// For people to look at; never applied.
  case displayOnly
  /// May change the meaning; applied only when asked for.
  case unsafe
  /// Keeps the meaning.
  case safe

  /// The word in reports, JSON and pages.
  public var name: String {
    switch self {
    case .displayOnly: "display-only"
    case .unsafe: "unsafe"
    case .safe: "safe"
    }
  }

  /// The applicability of that name, or nil.
  public init?(name: some StringProtocol) {
    guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }

  /// Orders from display-only to safe.
  public static func < (left: Applicability, right: Applicability) -> Bool {
    left.rawValue < right.rawValue
  }
}

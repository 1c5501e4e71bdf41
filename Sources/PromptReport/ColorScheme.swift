// Colours of text output.

public import PromptCore

/// Paints text for terminals, or leaves it plain.
public struct ColorScheme: Hashable, Sendable {
  /// Whether anything is painted.
  public let isEnabled: Bool

  /// A scheme; the caller decides by `--color`, `NO_COLOR` and whether the output is a terminal.
  public init(isEnabled: Bool) {
    self.isEnabled = isEnabled
  }

  /// No colour.
  public static let plain = ColorScheme(isEnabled: false)
  /// The usual colours.
  public static let colored = ColorScheme(isEnabled: true)

  /// What a piece of text is.
  public enum Role: Hashable, Sendable {
    /// A severity, and the carets under what it is about.
    case severity(Severity)
    /// The message of a diagnostic.
    case message
    /// Line numbers, bars and arrows.
    case gutter
    /// Marks and text of notes.
    case note
    /// The word before help and fixes.
    case label
  }

  /// The text in the colour of its role; the text must be safe for terminals already.
  public func paint(_ text: String, _ role: Role) -> String {
    guard isEnabled, !text.isEmpty else { return text }
    return "\u{1B}[\(Self.code(role))m\(text)\u{1B}[0m"
  }

  private static func code(_ role: Role) -> String {
    switch role {
    case .severity(.error): "1;31"
    case .severity(.warning): "1;33"
    case .severity(.information): "1;36"
    case .severity(.hint): "1;35"
    case .message: "1"
    case .gutter: "2"
    case .note: "1;34"
    case .label: "1"
    }
  }
}

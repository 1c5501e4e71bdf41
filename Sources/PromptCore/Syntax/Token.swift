// The smallest pieces of a prompt. Tokens laid end to end are the prompt's bytes.

/// What a token is.
public enum TokenKind: UInt8, Sendable, CaseIterable, BitwiseCopyable {
  /// A run of ordinary bytes before the first dash that could begin a parameter, spaces included.
  case text
  /// A run of spaces, tabs and line ends, from the first such dash on.
  case space
  /// A run of anything else, from the first such dash on.
  case word
  /// A comma, from the first such dash on and within braces.
  case comma
  /// Dashes that could begin a parameter, or two and more of them: `--`, `—`, `- -`, `-` before a letter.
  case dash
  /// Two or more colons.
  case colons
  /// A link: `https://…`, `blob:…`, `file://…`, with the `<…>` around it if there is one.
  case url
  /// `{`
  case openBrace
  /// `}`
  case closeBrace
  /// A backslash and the `{`, `}`, `,` or `\` after it.
  case escape
  /// Spaces other than U+0020: no-break, ideographic, line separator…
  case oddSpace
  /// Characters that don't show: zero-width, bidi controls, tags.
  case invisible
  /// Control characters, and a CR without LF.
  case control
  /// Bytes that aren't UTF-8.
  case invalid
}

/// A set of token kinds.
public struct TokenKindSet: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// One bit for each kind, at its raw value.
  public let rawValue: UInt32

  /// The set of these bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The set of these kinds.
  public init(_ kinds: TokenKind...) {
    self.init(rawValue: kinds.reduce(0) { $0 | 1 << UInt32($1.rawValue) })
  }
}

/// One token: a kind and the bytes it covers; 12 bytes wide.
public struct Token: Hashable, Sendable, BitwiseCopyable {
  /// What it is.
  public let kind: TokenKind
  /// Its bytes.
  public let range: ByteRange

  /// A token from its parts.
  public init(_ kind: TokenKind, _ range: ByteRange) {
    self.kind = kind
    self.range = range
  }
}

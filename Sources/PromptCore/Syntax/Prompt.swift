// The structure of one prompt: what was recognized, as ranges of its source.

/// A parsed prompt. Every part is a range of the source, and nothing is lost: `tokens` laid end to
/// end are the prompt's bytes. Broken input is recorded in `faults`; parsing never fails.
public struct Prompt: Sendable, Equatable {
  /// The prompt's bytes within its source.
  public let range: ByteRange
  /// All tokens, in order.
  public var tokens: [Token] = []
  /// The kinds that occur among the tokens.
  public var kinds: TokenKindSet = []
  /// What stands before the parameters, without a command prefix and surrounding white space.
  public var text: ByteRange
  /// The links in front of and within the text, in order.
  public var images: [ImageReference] = []
  /// The text between images, separators and parameters, with its weights.
  public var parts: [TextPart] = []
  /// The parameters, in order.
  public var parameters: [Parameter] = []
  /// The balanced `{…}` groups, outer before inner.
  public var permutations: [Permutation] = []
  /// What is missing or surplus, in order.
  public var faults: [SyntaxFault] = []

  init(range: ByteRange) {
    self.range = range
    text = ByteRange(at: range.start)
  }

  /// Whether some part of the text is separated or weighted by `::`.
  public var isMultiPrompt: Bool { parts.contains { $0.separator != nil } }
}

/// A link to an image in the prompt's text.
public struct ImageReference: Hashable, Sendable {
  /// The link, with the `<…>` around it if there is one.
  public let range: ByteRange
  /// The `::` behind it, when the link is a part of its own.
  public let separator: ByteRange?
  /// The number after `::`, or nil.
  public let weight: ByteRange?
  /// Whether only links stand before it.
  public let isLeading: Bool
}

/// A piece of text that stands for itself, up to a `::` or the end.
public struct TextPart: Hashable, Sendable {
  /// The text without surrounding white space; empty between two separators.
  public let text: ByteRange
  /// The `::` behind it, or nil for the last part.
  public let separator: ByteRange?
  /// The number directly after the separator, or nil for the weight 1.
  public let weight: ByteRange?
}

/// A `{…}` group with its items.
public struct Permutation: Hashable, Sendable {
  /// From `{` to `}`.
  public let range: ByteRange
  /// How many items the commas make; 1 when there is no comma.
  public let itemCount: Int
  /// 0 for an outer group, one more for each group around it.
  public let depth: Int
}

/// A parameter as it was written.
public struct Parameter: Hashable, Sendable {
  /// How the dashes were written.
  public enum DashStyle: UInt8, Sendable {
    /// `--`
    case doubleHyphen
    /// `—`
    case emDash
    /// `–`
    case enDash
    /// `-`
    case singleHyphen
    /// Anything else: `---`, `−−`, `－－`, a mixture.
    case other
  }

  /// From the dash to the end of the value.
  public let range: ByteRange
  /// The dashes, with spaces between them if there are any.
  public let dash: ByteRange
  /// How they were written.
  public let dashStyle: DashStyle
  /// Whether something other than white space touches the dash from the left.
  public let isGlued: Bool
  /// The name without dashes, or a whole `{…}` group.
  public let name: ByteRange
  /// What the vocabulary says of the name; nil for an unknown name or a group.
  public let entry: ParameterVocabulary.Entry?
  /// Whether the name is a `{…}` group.
  public let isPermuted: Bool
  /// What stands between name and value: white space, `:` or `=`, or nothing.
  public let separator: ByteRange
  /// The value, or nil when there is none.
  public let value: ByteRange?

  /// Whether spaces stand between the dashes and the name or between two dashes.
  public func isSpaced(in source: SourceText) -> Bool {
    name.start > dash.end || source.bytes[dash.indices].contains { $0.isSpace }
  }
}

/// Something that is missing or surplus.
public struct SyntaxFault: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: UInt8, Sendable {
    /// `--` or `---` that begins no parameter.
    case strayDashes
    /// Text after a parameter.
    case unexpectedText
    /// A comma, full stop or quote after a parameter's value.
    case unexpectedPunctuation
    /// A `{` without its `}`.
    case missingCloseBrace
    /// A `}` without its `{`.
    case missingOpenBrace
    /// `::` between the hours and the minutes of a time.
    case doubledColon
    /// `/imagine prompt:` in front.
    case unexpectedCommand
  }

  /// What is wrong.
  public let kind: Kind
  /// Where.
  public let range: ByteRange
}

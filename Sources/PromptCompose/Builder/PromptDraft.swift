// A prompt as typed values, before it is written.

/// A prompt as values: images, text with weights, parameters.
///
/// Text is text: whatever a string holds, it can't become a parameter, a weight, a link or a group. A draft
/// knows no model; `Composer` writes it for one and says what that model lacks.
public struct PromptDraft: Hashable, Sendable {
  /// The images in front of the text.
  public var images: [PromptImage]
  /// The parts of the text.
  public var parts: [PromptPart]
  /// The parameters, in the order in which they are written.
  public var parameters: [ParameterValue]

  /// A draft of these parts.
  public init(
    images: [PromptImage] = [], parts: [PromptPart] = [], parameters: [ParameterValue] = []
  ) {
    self.images = images
    self.parts = parts
    self.parameters = parameters
  }

  /// A draft with these parameters behind those that it has.
  public func parameters(_ more: ParameterValue...) -> PromptDraft {
    var draft = self
    draft.parameters += more
    return draft
  }
}

/// A link to an image in front of the text.
public struct PromptImage: Hashable, Sendable {
  /// The link; what can't stand in one is percent-encoded when it is written.
  public let url: String
  /// The number behind `::`, or nil for none.
  public let weight: Double?

  /// An image with a weight if wanted.
  public init(_ url: String, weight: Double? = nil) {
    (self.url, self.weight) = (url, weight)
  }
}

/// A part of the text with its weight.
public struct PromptPart: Hashable, Sendable {
  /// The text.
  public var text: PromptText
  /// The number behind `::`; nil for a part that says none and counts as 1.
  public var weight: Double?

  /// A part with a weight if wanted.
  public init(_ text: PromptText, weight: Double? = nil) {
    (self.text, self.weight) = (text, weight)
  }
}

/// Text, with groups of which the service makes a job for each choice:
/// `"a \(anyOf: "red", "blue") kite"`.
public struct PromptText: Hashable, Sendable {
  /// A piece of text.
  public enum Piece: Hashable, Sendable {
    /// Words that stay words.
    case words(LiteralText)
    /// A `{…}` group.
    case group([PromptText])
  }

  /// The pieces, in order; no two words follow each other, and no space stands at either end.
  public private(set) var pieces: [Piece] = []

  /// Text of these pieces.
  public init(_ pieces: [Piece]) {
    for piece in pieces { append(piece) }
    trim()
  }

  /// Text of words.
  public init(_ words: String) {
    let words = LiteralText(words)
    pieces = words.isEmpty ? [] : [.words(words)]
  }

  /// This text and another one, with a comma between them.
  public func joined(with other: PromptText) -> PromptText {
    if isEmpty || other.isEmpty { return isEmpty ? other : self }
    return PromptText(pieces + [.words(LiteralText(", ".utf8, keepsEdges: true))] + other.pieces)
  }

  private mutating func append(_ piece: Piece) {
    if case .words(let words) = piece, case .words(let before)? = pieces.last {
      let joined = before.bytes + words.bytes
      pieces[pieces.count - 1] = .words(LiteralText(joined, keepsEdges: true))
    } else {
      pieces.append(piece)
    }
  }

  private mutating func trim() {
    if case .words(let words)? = pieces.first {
      let kept = words.bytes.drop { $0 == 0x20 }
      pieces.replaceSubrange(
        0..<1, with: kept.isEmpty ? [] : [.words(LiteralText(kept, keepsEdges: true))])
    }
    if case .words(let words)? = pieces.last {
      let count = words.bytes.reversed().prefix { $0 == 0x20 }.count
      let kept = words.bytes.dropLast(count)
      pieces.removeLast()
      if !kept.isEmpty { pieces.append(.words(LiteralText(kept, keepsEdges: true))) }
    }
  }

  /// Whether there is nothing in it.
  public var isEmpty: Bool { pieces.isEmpty }
}

extension PromptText: ExpressibleByStringInterpolation {
  /// Collects the pieces of an interpolated string.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pieces: [Piece] = []

    /// Room for the pieces.
    public init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(interpolationCount * 2 + 1)
    }

    /// Adds words.
    public mutating func appendLiteral(_ literal: String) { append(literal) }

    /// Adds words.
    public mutating func appendInterpolation(_ words: some StringProtocol) { append(String(words)) }

    /// Adds a number.
    public mutating func appendInterpolation(_ number: some BinaryInteger) {
      append(String(number))
    }

    /// Adds a group, from which the service takes each choice once.
    public mutating func appendInterpolation(anyOf choices: PromptText...) {
      pieces.append(.group(choices))
    }

    private mutating func append(_ words: String) {
      let words = LiteralText(words.utf8, keepsEdges: true)
      if !words.isEmpty { pieces.append(.words(words)) }
    }
  }

  /// Text of words and groups.
  public init(stringInterpolation: StringInterpolation) { self.init(stringInterpolation.pieces) }

  /// Text of words.
  public init(stringLiteral words: String) { self.init(words) }
}

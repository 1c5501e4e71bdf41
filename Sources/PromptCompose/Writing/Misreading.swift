// Whether a prompt that was written is read as it was meant.

public import PromptCore

/// A place that would be read as something else than it was written for.
public struct Misreading: Hashable, Sendable {
  /// What became of it.
  public enum Kind: Hashable, Sendable {
    /// Text that would be a parameter, a weight, a link, a group or a command.
    case textAsSyntax
    /// A value that is no single value of its parameter.
    case brokenValue
    /// A link that ends early or is none.
    case brokenLink
  }

  /// What became of it.
  public let kind: Kind
  /// Where, in the prompt as it was written.
  public let range: ByteRange

  /// What is wrong, for people.
  public var message: String {
    switch kind {
    case .textAsSyntax: "this text would be read as syntax where it stands"
    case .brokenValue: "this is not one value of the parameter"
    case .brokenLink: "this is no link"
    }
  }
}

extension PromptWriter {
  /// The first thing that isn't read as it was written; nil when all is.
  ///
  /// - Complexity: O(n).
  func misreading(in prompt: Prompt) -> Misreading? {
    brokenValue(prompt) ?? brokenLink(prompt) ?? textAsSyntax(prompt)
  }

  /// The first parameter that isn't read as it was written.
  private func brokenValue(_ prompt: Prompt) -> Misreading? {
    let read = prompt.parameters.drop { $0.range.start < textEnd }
    for (written, read) in zip(parameters, read)
    where written.dash != read.range.start || written.name != read.name
      || written.value != read.value
    {
      return Misreading(kind: .brokenValue, range: written.value ?? written.name)
    }
    guard read.count == parameters.count else {
      let rest = read.dropFirst(parameters.count).first?.range
      return Misreading(kind: .brokenValue, range: rest ?? prompt.range)
    }
    let fault = prompt.faults.first { $0.range.start >= textEnd && !parameters.isEmpty }
    return fault.map { Misreading(kind: .brokenValue, range: $0.range) }
  }

  private func brokenLink(_ prompt: Prompt) -> Misreading? {
    for (index, range) in images.enumerated()
    where index >= prompt.images.count || prompt.images[index].range != range {
      return Misreading(kind: .brokenLink, range: range)
    }
    return nil
  }

  /// The first piece of text that has become part of something else.
  private func textAsSyntax(_ prompt: Prompt) -> Misreading? {
    if literals.isEmpty { return nil }
    var places = prompt.faults.map(\.range) + prompt.parameters.map(\.name)
    for token in prompt.tokens where !Self.harmless.contains(TokenKindSet(token.kind)) {
      places.append(token.range)
    }
    places += prompt.parts.compactMap(\.weight) + prompt.images.compactMap(\.weight)
    let place = places.first { overlaps($0) }
    return place.map { Misreading(kind: .textAsSyntax, range: $0) }
  }

  private static let harmless = TokenKindSet(.text, .space, .word, .comma, .escape)

  private func overlaps(_ range: ByteRange) -> Bool {
    let index = literals.partitionPoint { $0.end > range.start }
    return index < literals.count && literals[index].overlaps(range)
  }
}

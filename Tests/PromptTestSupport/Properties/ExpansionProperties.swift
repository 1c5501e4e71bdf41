// What must hold of the prompts that a prompt with `{…}` groups stands for.

public import PromptCore
internal import PromptLint

extension PromptProperties {
  /// Each prompt of an expansion is made of the original's bytes, points back into it, and is the one
  /// that an expansion written down plainly has at its place.
  public func expansion(_ source: SourceText) -> String? {
    let prompt = judge.linter.parse(source)
    let expansion = PermutationExpansion(prompt, of: source)
    guard expansion.count > 0 else { return "stands for no prompt: \(shown(source))" }
    for index in [0, 1, expansion.count / 2, expansion.count - 1, expansion.count, .max] {
      if let fault = fault(in: expansion[index], of: source) { return fault }
    }
    guard expansion[.max] == expansion[expansion.count - 1] else {
      return "the last prompt is not repeated: \(shown(source))"
    }
    let isSmall = expansion.count <= 64 && prompt.permutations.allSatisfy { $0.depth < 16 }
    guard isSmall else { return nil }
    var plain = PlainExpansion(prompt, source)
    let expected = plain.group(isOuter: true)
    let actual = (0..<expansion.count).map { expansion[$0].bytes.filter { !$0.isBlank } }
    return actual == expected ? nil : "\(shown(source)) stands for other prompts"
  }

  private func fault(in expanded: ExpandedPrompt, of source: SourceText) -> String? {
    var joined: [UInt8] = []
    for segment in expanded.segments {
      guard source.range.contains(segment.original), Int(segment.expanded) == joined.count else {
        return "\(segment) is out of place: \(shown(source))"
      }
      joined += source.bytes[segment.original.indices]
      let first = ByteRange(segment.expanded, segment.expanded + 1)
      guard expanded.original(of: first).start == segment.original.start else {
        return "\(segment) is not found again: \(shown(source))"
      }
    }
    let whole = expanded.original(of: ByteRange(0, expanded.bytes.count))
    guard source.range.contains(whole) else { return "\(whole) lies outside \(shown(source))" }
    return joined == expanded.bytes ? nil : "segments are not the text: \(shown(source))"
  }
}

/// All prompts at once, by plain recursion, without their spaces.
private struct PlainExpansion {
  private let tokens: [Token]
  private let source: SourceText
  private let opens: Set<UInt32>
  private let closes: Set<UInt32>
  private var next = 0

  init(_ prompt: Prompt, _ source: SourceText) {
    tokens = prompt.tokens
    self.source = source
    opens = Set(prompt.permutations.map(\.range.start))
    closes = Set(prompt.permutations.map(\.range.end))
  }

  mutating func group(isOuter: Bool) -> [[UInt8]] {
    var finished: [[UInt8]] = []
    var item: [[UInt8]] = [[]]
    while next < tokens.count {
      let token = tokens[next]
      next += 1
      switch token.kind {
      case .openBrace where opens.contains(token.range.start):
        let inner = group(isOuter: false)
        item = item.flatMap { head in inner.map { head + $0 } }
      case .closeBrace where closes.contains(token.range.end): return finished + item
      case .comma where !isOuter:
        finished += item
        item = [[]]
      default:
        let text = self.text(token)
        item = item.map { $0 + text }
      }
    }
    return finished + item
  }

  private func text(_ token: Token) -> [UInt8] {
    let bytes = source.bytes[token.range.indices]
    let isEscape = token.kind == .escape && bytes.last != UInt8(ascii: "\\")
    return (isEscape ? bytes.dropFirst() : bytes).filter { !$0.isBlank }
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { [0x20, 0x09, 0x0A, 0x0D].contains(self) }
}

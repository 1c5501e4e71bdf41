// `{a, b}` groups → the prompts they stand for, one at a time, without making them all.

/// The prompts that a prompt with `{…}` groups stands for.
///
/// Groups may nest and stand anywhere. Spaces around an item are not part of it; `\,`, `\{` and `\}`
/// are the characters themselves, and `\,` takes the space before it along, as the service shows it
/// (docs.midjourney.com, Permutations). The first group varies slowest. A brace without a partner is
/// a character like any other.
public struct PermutationExpansion: Sendable {
  /// The number of prompts, known without making any of them; `UInt64.max` for that many and more.
  public let count: UInt64

  private let source: SourceText
  private var nodes: [Node] = []

  /// A group, or the whole prompt, which is a group of one item.
  private struct Node {
    var items: [Item] = [Item()]
    /// How many prompts the items stand for together.
    var count: UInt64 { items.reduce(0) { Self.saturated($0.addingReportingOverflow($1.count)) } }

    static func saturated(_ result: (partialValue: UInt64, overflow: Bool)) -> UInt64 {
      result.overflow ? .max : result.partialValue
    }
  }

  private struct Item {
    var pieces: [Piece] = []
    /// How many prompts the pieces stand for.
    var count: UInt64 = 1
  }

  private enum Piece {
    case text(ByteRange)
    case escape(ByteRange)
    /// A group, and how many prompts the groups behind it in the same item stand for.
    case group(Int, behind: UInt64)
  }

  /// The expansion of a parsed prompt.
  ///
  /// - Complexity: O(n) in the prompt, whatever the number of prompts.
  public init(_ prompt: Prompt, of source: SourceText) {
    self.source = source
    nodes = Self.nodes(prompt)
    for index in nodes.indices.reversed() { Self.countItems(&nodes, index) }
    count = nodes[0].items[0].count
  }

  /// The groups of a prompt, outer before inner, the whole prompt first.
  private static func nodes(_ prompt: Prompt) -> [Node] {
    var nodes = [Node()]
    var open = [0]
    let closes = Set(prompt.permutations.map(\.range.end))
    let opens = Set(prompt.permutations.map(\.range.start))
    for token in prompt.tokens {
      let top = open[open.count - 1]
      let last = nodes[top].items.count - 1
      switch token.kind {
      case .openBrace where opens.contains(token.range.start):
        nodes[top].items[last].pieces.append(.group(nodes.count, behind: 1))
        open.append(nodes.count)
        nodes.append(Node())
      case .closeBrace where closes.contains(token.range.end): open.removeLast()
      case .comma where top > 0: nodes[top].items.append(Item())
      case .escape: nodes[top].items[last].pieces.append(.escape(token.range))
      default: nodes[top].items[last].pieces.append(.text(token.range))
      }
    }
    return nodes
  }

  /// Counts the items of a group whose inner groups are counted.
  private static func countItems(_ nodes: inout [Node], _ index: Int) {
    for item in nodes[index].items.indices {
      var product: UInt64 = 1
      for piece in nodes[index].items[item].pieces.indices.reversed() {
        guard case .group(let inner, _) = nodes[index].items[item].pieces[piece] else { continue }
        nodes[index].items[item].pieces[piece] = .group(inner, behind: product)
        product = Node.saturated(product.multipliedReportingOverflow(by: nodes[inner].count))
      }
      nodes[index].items[item].count = product
    }
  }
}

// MARK: One prompt

extension PermutationExpansion {
  /// The prompt at `index`; from `count` on the last one again.
  ///
  /// - Complexity: O(n) in the prompt.
  public subscript(index: UInt64) -> ExpandedPrompt {
    var result = ExpandedPrompt()
    let index = min(index, count - 1)
    var stack = [Frame(item: nodes[0].items[0], index: index, start: 0, isGrouped: false)]
    while let frame = stack.last {
      guard frame.next < frame.item.pieces.count else {
        if frame.isGrouped { result.trim(downTo: frame.start) }
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].next += 1
      switch frame.item.pieces[frame.next] {
      case .text(let range): appendText(range, frame, &result)
      case .escape(let range): appendEscape(range, frame, &result)
      case .group(let inner, let behind):
        stack[stack.count - 1].index = frame.index % behind
        stack.append(chosen(nodes[inner], frame.index / behind, result.bytes.count))
      }
    }
    return result
  }

  /// An item that is being written; a stack of these keeps nesting from deepening a recursion.
  private struct Frame {
    let item: Item
    /// Which of the item's prompts is meant.
    var index: UInt64
    /// Where the item begins in the result.
    let start: Int
    let isGrouped: Bool
    var next = 0
  }

  /// The item of a group that holds the group's prompt `index`.
  private func chosen(_ node: Node, _ index: UInt64, _ start: Int) -> Frame {
    var index = index
    for item in node.items {
      if index < item.count {
        return Frame(item: item, index: index, start: start, isGrouped: true)
      }
      index -= item.count
    }
    let last = node.items[node.items.count - 1]
    return Frame(item: last, index: last.count - 1, start: start, isGrouped: true)
  }

  /// Text, without the spaces at the beginning of an item.
  private func appendText(_ range: ByteRange, _ frame: Frame, _ result: inout ExpandedPrompt) {
    var range = range
    if frame.isGrouped, result.bytes.count == frame.start {
      while !range.isEmpty, source.bytes[Int(range.start)].isSpace { range.start += 1 }
    }
    result.append(range, of: source)
  }

  private func appendEscape(_ range: ByteRange, _ frame: Frame, _ result: inout ExpandedPrompt) {
    let character = source.bytes[Int(range.start) + 1]
    if character == UInt8(ascii: ",") { result.trim(downTo: frame.start) }
    let isKept = character == UInt8(ascii: "\\")
    result.append(isKept ? range : ByteRange(range.start + 1, range.end), of: source)
  }
}

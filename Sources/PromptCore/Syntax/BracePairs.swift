// Which `{` belongs to which `}`: one pass with a stack, so that no input deepens a recursion.

/// The balanced and unbalanced braces of a prompt.
struct BracePairs {
  /// The balanced groups, in the order of their `{`.
  private(set) var permutations: [Permutation] = []
  /// The braces without a partner.
  private(set) var faults: [SyntaxFault] = []
  /// For each token the one that closes it, 0 for none; empty when there are no braces.
  private var closes: [UInt32] = []

  private struct Open {
    let token: Int
    let depth: Int
    var itemCount = 1
  }

  init(_ prompt: Prompt) {
    guard !prompt.kinds.isDisjoint(with: TokenKindSet(.openBrace, .closeBrace)) else { return }
    closes = Array(repeating: 0, count: prompt.tokens.count)
    var open: [Open] = []
    for (index, token) in prompt.tokens.enumerated() {
      switch token.kind {
      case .openBrace: open.append(Open(token: index, depth: open.count))
      case .comma where !open.isEmpty: open[open.count - 1].itemCount += 1
      case .closeBrace:
        if let partner = open.popLast() {
          pair(partner, with: index, prompt)
        } else {
          faults.append(SyntaxFault(kind: .missingOpenBrace, range: token.range))
        }
      default: break
      }
    }
    for lone in open {
      faults.append(
        SyntaxFault(kind: .missingCloseBrace, range: prompt.tokens[lone.token].range))
    }
    permutations.sort { $0.range.start < $1.range.start }
  }

  private mutating func pair(_ open: Open, with close: Int, _ prompt: Prompt) {
    closes[open.token] = UInt32(close)
    permutations.append(
      Permutation(
        range: prompt.tokens[open.token].range.union(prompt.tokens[close].range),
        itemCount: open.itemCount, depth: open.depth))
  }

  /// The index of the token that closes the group opened at token `index`, or nil.
  func close(of index: Int) -> Int? {
    guard index < closes.count, closes[index] > 0 else { return nil }
    return Int(closes[index])
  }
}

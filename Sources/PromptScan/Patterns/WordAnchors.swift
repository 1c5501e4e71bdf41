// Finds the words that a pattern can't match without.

/// Words one of which stands, whole, in every match.
struct WordAnchor {
  var words: Set<[UInt8]>
  /// Whether every match begins with one.
  var isStart: Bool
  /// What keying the pattern by these words costs, by `AnchorCost`.
  var cost: Int
}

/// A search for the best words over all places of a pattern.
struct WordAnchors {
  /// What is known of the text before a place.
  struct Before {
    var isFree = false
    var hasBegun = false
  }

  let limit: Int
  let cost: AnchorCost

  /// The cheapest words, or nil where there are none for certain.
  func best(of root: PatternNode) -> WordAnchor? {
    let whole = walk(root, Before(), .end)
    if let whole, whole.isStart, whole.cost <= AnchorCost.cheap { return whole }
    return cheapest(whole, inner(root, Before(), .end))
  }

  private func cheapest(_ first: WordAnchor?, _ second: WordAnchor?) -> WordAnchor? {
    guard let first, let second else { return first ?? second }
    return second.cost < first.cost ? second : first
  }

  private func anchor(
    _ node: PatternNode, _ before: Before, _ rest: PatternRest
  ) -> WordAnchor? {
    cheapest(walk(node, before, rest), inner(node, before, rest))
  }

  private func walk(
    _ node: PatternNode, _ before: Before, _ rest: PatternRest
  ) -> WordAnchor? {
    var walk = WordWalk(limit: limit)
    let state = WordWalk.State(
      place: before.isFree ? .free : .unclear, hasBegun: before.hasBegun)
    guard walk.run(.part(node, rest), state), !walk.words.isEmpty else { return nil }
    return WordAnchor(
      words: walk.words, isStart: walk.isStart, cost: cost.cost(walk.words, walk.isStart))
  }

  /// The best words that begin behind the first place of a part.
  private func inner(
    _ node: PatternNode, _ before: Before, _ rest: PatternRest
  ) -> WordAnchor? {
    switch node {
    case .sequence(let nodes): return inSequence(nodes, before, rest)
    case .alternation(let nodes): return inEach(nodes, before, rest)
    case .capture(_, let node): return inner(node, before, rest)
    case .repeated(let node, let minimum, let maximum) where minimum > 0:
      let more = PatternNode.repeated(
        node, minimum: minimum - 1, maximum: maximum.map { $0 - 1 })
      return inner(node, before, .part(more, rest))
    default: return nil
    }
  }

  private func inSequence(
    _ nodes: [PatternNode], _ before: Before, _ rest: PatternRest
  ) -> WordAnchor? {
    var best: WordAnchor?
    var before = before
    for (index, node) in nodes.enumerated() {
      let rest = PatternRest.parts(nodes[(index + 1)...], rest)
      let found = index == 0 ? inner(node, before, rest) : anchor(node, before, rest)
      best = cheapest(best, found)
      before.pass(node)
    }
    return best
  }

  private func inEach(
    _ nodes: [PatternNode], _ before: Before, _ rest: PatternRest
  ) -> WordAnchor? {
    var all: WordAnchor?
    for node in nodes {
      guard let one = anchor(node, before, rest) else { return nil }
      all = WordAnchor(
        words: one.words.union(all?.words ?? []), isStart: one.isStart && all?.isStart != false,
        cost: 0)
    }
    guard var all, all.words.count <= limit else { return nil }
    all.cost = cost.cost(all.words, all.isStart)
    return all
  }
}

extension WordAnchors.Before {
  /// Goes on behind a part.
  fileprivate mutating func pass(_ node: PatternNode) {
    let rim = node.lastRim
    isFree = rim.set.isSeparating && (isFree || !rim.isOptional)
    hasBegun = hasBegun || node.length.maximum != 0
  }
}

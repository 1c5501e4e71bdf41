// What in a pattern may make it slow, useless, or other than it seems.

/// Something about a pattern that its writer should know.
package enum PatternHazard: String, CaseIterable, Sendable {
  case notUnderstood = "not-understood"
  case noAnchor = "no-anchor"
  case emptyMatch = "empty-match"
  case nestedRepeats = "nested-repeats"
  case overlappingBranches = "overlapping-branches"
  case adjacentRepeats = "adjacent-repeats"
  case repeatInLookBehind = "repeat-in-look-behind"
  case repeatInLookAhead = "repeat-in-look-ahead"
  case largeRepeat = "large-repeat"
  case backReference = "back-reference"
  case recursion = "recursion"
  case conditional = "conditional"
  case unfoldedText = "unfolded-text"

  /// One line about what it means.
  package var summary: String {
    switch self {
    case .notUnderstood: "uses syntax that can't be outlined, so the pattern runs on every prompt"
    case .noAnchor: "has no word or text that every match holds, so it runs on every prompt"
    case .emptyMatch: "can match nothing at all, and so matches everywhere"
    case .nestedRepeats: "a repeat without limit stands within another: work may explode"
    case .overlappingBranches: "branches of a repeated group can begin alike: work may explode"
    case .adjacentRepeats: "two repeats without limit can share characters: work grows as a square"
    case .repeatInLookBehind: "a look-behind repeats, which costs at every place of the text"
    case .repeatInLookAhead:
      "a look-ahead repeats without limit, up to the end of the text each time"
    case .largeRepeat: "a repeat of more than 100 times makes the compiled pattern large"
    case .backReference: "refers back to what a group matched, which no limit on length bounds"
    case .recursion: "calls itself or a part of itself"
    case .conditional: "depends on whether a group matched, which is hard to read and to test"
    case .unfoldedText: "names characters that folded text doesn't have, such as _ or accents"
    }
  }

  /// All hazards of a pattern, each once, in the order of the cases.
  static func all(in tree: PatternTree, _ anchor: PatternOutline.Anchor) -> [PatternHazard] {
    var found = Set(traits(tree.traits))
    if anchor == .none { found.insert(.noAnchor) }
    if tree.root.length.minimum == 0 { found.insert(.emptyMatch) }
    tree.root.visit { found.formUnion($0.ownHazards) }
    return allCases.filter(found.contains)
  }

  private static func traits(_ traits: PatternTraits) -> [PatternHazard] {
    (traits.contains(.references) ? [.backReference] : [])
      + (traits.contains(.calls) ? [.recursion] : [])
      + (traits.contains(.conditions) ? [.conditional] : [])
  }
}

// MARK: - Hazards of one part

extension PatternNode {
  /// Calls `body` for this part and all within it.
  fileprivate func visit(_ body: (PatternNode) -> Void) {
    body(self)
    for child in children { child.visit(body) }
  }

  private var children: [PatternNode] {
    switch self {
    case .sequence(let nodes), .alternation(let nodes): nodes
    case .capture(_, let node), .repeated(let node, _, _), .look(_, let node): [node]
    case .empty, .set, .edge, .reference, .unknown: []
    }
  }

  private func holds(_ passes: (PatternNode) -> Bool) -> Bool {
    passes(self) || children.contains { $0.holds(passes) }
  }

  /// Whether this part repeats without a limit worth the name.
  private var isEndless: Bool {
    guard case .repeated(let node, _, let maximum) = self else { return false }
    return (maximum ?? .max) > 20 && node.length.maximum != 0
  }

  fileprivate var ownHazards: [PatternHazard] {
    switch self {
    case .set(let set): return set.isUnfolded ? [.unfoldedText] : []
    case .look(let look, let node): return Self.hazards(of: look, node)
    case .repeated(let node, _, let maximum):
      let large: [PatternHazard] = maximum.map { $0 > 100 } ?? false ? [.largeRepeat] : []
      return large + (isEndless ? Self.hazards(ofRepeating: node) : [])
    case .sequence(let nodes): return Self.hasAdjacentRepeats(nodes) ? [.adjacentRepeats] : []
    default: return []
    }
  }

  private static func hazards(of look: PatternLook, _ node: PatternNode) -> [PatternHazard] {
    let isBehind = look == .behind || look == .notBehind
    if isBehind {
      let repeats = node.holds { if case .repeated = $0 { true } else { false } }
      return repeats ? [.repeatInLookBehind] : []
    }
    let isEndless = node.holds { if case .repeated(_, _, nil) = $0 { true } else { false } }
    return isEndless ? [.repeatInLookAhead] : []
  }

  /// Whether this part or one within it passes, but for look-arounds: they are decided once, and so
  /// don't multiply the ways in which a repeat can go.
  private func consumes(_ passes: (PatternNode) -> Bool) -> Bool {
    if case .look = self { return false }
    return passes(self) || children.contains { $0.consumes(passes) }
  }

  private static func hazards(ofRepeating node: PatternNode) -> [PatternHazard] {
    let isNested = node.consumes(\.isEndless)
    let overlaps = node.consumes {
      guard case .alternation(let nodes) = $0 else { return false }
      return haveCommonStart(nodes)
    }
    return (isNested ? [.nestedRepeats] : []) + (overlaps ? [.overlappingBranches] : [])
  }

  private static func haveCommonStart(_ nodes: [PatternNode]) -> Bool {
    let starts = nodes.map { $0.firstRim.set }
    return starts.indices.contains { index in
      starts[..<index].contains { $0.overlaps(starts[index]) }
    }
  }

  private static func hasAdjacentRepeats(_ nodes: [PatternNode]) -> Bool {
    var open: [PatternSet] = []
    for node in nodes {
      let rim = node.firstRim
      if node.isEndless, open.contains(where: { $0.overlaps(rim.set) }) { return true }
      if !rim.isOptional { open = [] }
      if node.isEndless { open.append(node.lastRim.set) }
    }
    return false
  }
}

// What a part without characters of its own says about words next to it.

extension PatternNode {
  /// Whether, right behind a letter, this part makes sure that no letter follows.
  var endsWord: Bool {
    switch self {
    case .edge(.wordBoundary), .edge(.end): true
    case .look(.ahead, let node): Self.separates([node][...])
    case .look(.notAhead, let node): node.takesEveryLetter
    default: false
    }
  }

  /// Whether this part makes sure that no letter stands before.
  var isFree: Bool {
    switch self {
    case .edge(.start): true
    case .look(.behind, let node): node.isFreeBehind
    case .look(.notBehind, let node): node.takesEveryLetter
    default: false
    }
  }

  /// Whether any single letter is a match.
  private var takesEveryLetter: Bool {
    switch self {
    case .set(let set): set.takesEveryLetter
    case .alternation(let nodes): nodes.contains(where: \.takesEveryLetter)
    case .capture(_, let node): node.takesEveryLetter
    case .repeated(let node, let minimum, let maximum):
      minimum <= 1 && maximum != 0 && node.takesEveryLetter
    default: false
    }
  }

  /// Whether these parts, right behind a letter, begin with a separator or say that no letter follows.
  private static func separates(_ nodes: ArraySlice<PatternNode>) -> Bool {
    guard let node = nodes.first else { return false }
    let rest = nodes.dropFirst()
    switch node {
    case .set(let set): return set.isSeparating
    case .sequence(let inner): return separates(inner + rest)
    case .alternation(let inner): return inner.allSatisfy { separates([$0] + rest) }
    case .capture(_, let inner): return separates([inner] + rest)
    case .repeated(let inner, let minimum, _):
      return separates([inner]) && (minimum > 0 || separates(rest))
    case .empty: return separates(rest)
    case .look, .edge: return node.endsWord || separates(rest)
    case .reference, .unknown: return false
    }
  }

  /// Whether a match, which ends here, ends with a separator or stands at the start.
  private var isFreeBehind: Bool {
    switch self {
    case .alternation(let nodes): nodes.allSatisfy(\.isFreeBehind)
    case .capture(_, let node): node.isFreeBehind
    case .edge(.start): true
    case .sequence(let nodes):
      nodes.last.map(\.isFreeBehind) ?? false
    default: !lastRim.isOptional && lastRim.set.isSeparating
    }
  }
}

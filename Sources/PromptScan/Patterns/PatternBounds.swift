// How long what a pattern matches is, and what it can begin and end with.

/// The least and the most bytes that a part matches.
struct PatternLength: Hashable {
  static let nothing = PatternLength(0, 0)
  static let unknown = PatternLength(0, nil)
  /// Longer than any text; lengths that would be more stay there.
  private static let ceiling = 1 << 30

  let minimum: Int
  /// Nil when there is no limit.
  let maximum: Int?

  init(_ minimum: Int, _ maximum: Int?) {
    self.minimum = min(minimum, Self.ceiling)
    self.maximum = (maximum ?? Self.ceiling) < Self.ceiling ? maximum : nil
  }

  static func + (left: Self, right: Self) -> Self {
    let maximum = left.maximum.flatMap { most in right.maximum.map { most + $0 } }
    return Self(left.minimum + right.minimum, maximum)
  }

  /// Either of the two.
  func or(_ other: Self) -> Self {
    let maximum = maximum.flatMap { most in other.maximum.map { max(most, $0) } }
    return Self(min(minimum, other.minimum), maximum)
  }

  func times(_ counts: (minimum: Int, maximum: Int?)) -> Self {
    let isAlwaysEmpty = maximum == 0
    let most = maximum.flatMap { most in counts.maximum.map { most * $0 } }
    return Self(minimum * counts.minimum, isAlwaysEmpty ? 0 : most)
  }
}

extension PatternNode {
  /// How many bytes this part matches.
  var length: PatternLength {
    switch self {
    case .empty, .look, .edge: .nothing
    case .set(let set): set.length
    case .sequence(let nodes): nodes.reduce(.nothing) { $0 + $1.length }
    case .alternation(let nodes):
      nodes.dropFirst().reduce(nodes[0].length) { $0.or($1.length) }
    case .capture(_, let node): node.length
    case .repeated(let node, let minimum, let maximum): node.length.times((minimum, maximum))
    case .reference, .unknown: .unknown
    }
  }
}

extension PatternSet {
  fileprivate var length: PatternLength {
    if let scalar = onlyScalar {
      return PatternLength(UTF8.width(scalar), UTF8.width(scalar))
    }
    let isASCII = letters == .none && signs == .none
    return PatternLength(ascii == 0 && !isASCII ? 2 : 1, isASCII ? 1 : 4)
  }
}

// MARK: - Ends

/// The characters that a part's match can begin or end with.
struct PatternRim {
  var set = PatternSet()
  /// Whether the part can match nothing.
  var isOptional = true
}

extension PatternNode {
  /// What a match can end with.
  var lastRim: PatternRim { rim { Array($0.reversed()) } }

  /// What a match can begin with.
  var firstRim: PatternRim { rim { $0 } }

  private func rim(_ order: ([PatternNode]) -> [PatternNode]) -> PatternRim {
    switch self {
    case .empty, .look, .edge: return PatternRim()
    case .set(let set): return PatternRim(set: set, isOptional: false)
    case .sequence(let nodes): return Self.rim(of: order(nodes), order)
    case .alternation(let nodes):
      var rim = PatternRim(isOptional: false)
      for node in nodes { rim.formUnion(node.rim(order)) }
      return rim
    case .capture(_, let node): return node.rim(order)
    case .repeated(let node, let minimum, _):
      let rim = node.rim(order)
      return PatternRim(set: rim.set, isOptional: rim.isOptional || minimum == 0)
    case .reference, .unknown: return PatternRim(set: .any)
    }
  }

  private static func rim(
    of nodes: [PatternNode], _ order: ([PatternNode]) -> [PatternNode]
  ) -> PatternRim {
    var rim = PatternRim()
    for node in nodes where rim.isOptional {
      let part = node.rim(order)
      rim.set.formUnion(part.set)
      rim.isOptional = part.isOptional
    }
    return rim
  }
}

extension PatternRim {
  fileprivate mutating func formUnion(_ other: PatternRim) {
    set.formUnion(other.set)
    isOptional = isOptional || other.isOptional
  }
}

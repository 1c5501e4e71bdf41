// Spells out the words that a pattern can go on with from a place.

/// What is still to be matched behind a place.
indirect enum PatternRest {
  /// Nothing: the match ends.
  case end
  /// A part, and then the rest.
  case part(PatternNode, PatternRest)
  /// A part any number of times up to a maximum; the walk stood in `state` when it began the last one.
  case again(PatternNode, maximum: Int?, state: WordWalk.State?, PatternRest)

  /// These parts, and then the rest.
  static func parts(_ nodes: some BidirectionalCollection<PatternNode>, _ rest: Self) -> Self {
    nodes.reversed().reduce(rest) { .part($1, $0) }
  }
}

/// A walk over all ways in which a pattern can match, each up to the end of its first word.
///
/// Some word of `words` stands, whole, in whatever is matched from the start of the walk on, if
/// `run` says true; it says false as soon as one way has no certain word, or there are too many.
struct WordWalk {
  /// Where a way stands.
  struct State: Hashable {
    enum Place {
      /// A word may stand right before.
      case unclear
      /// As `unclear`, behind a `\b`: if a letter follows, it begins a word.
      case asserted
      /// No letter stands before.
      case free
      /// In a word whose first letter was certain to begin it.
      case inWord
    }

    var place: Place
    /// Whether the match has begun before this place.
    var hasBegun: Bool
    var word: [UInt8] = []
    /// Whether the match begins with the word.
    var isAtStart = false
  }

  private static let maximumSteps = 6_000
  private static let maximumLength = 40

  let limit: Int
  private(set) var words: Set<[UInt8]> = []
  /// Whether every way began with its word.
  private(set) var isStart = true
  private var steps = 0

  init(limit: Int) { self.limit = limit }

  /// Goes all ways.
  mutating func run(_ rest: PatternRest, _ state: State) -> Bool {
    steps += 1
    guard steps <= Self.maximumSteps else { return false }
    switch rest {
    case .end: return false
    case .part(let node, let next): return enter(node, next, state)
    case .again(let node, let maximum, let before, let next):
      guard run(next, state) else { return false }
      // From the same state the same loop leads nowhere new.
      if state == before || maximum == 0 { return true }
      let again = PatternRest.again(node, maximum: maximum.map { $0 - 1 }, state: state, next)
      return run(.part(node, again), state)
    }
  }

  private mutating func enter(
    _ node: PatternNode, _ next: PatternRest, _ state: State
  ) -> Bool {
    switch node {
    case .empty: return run(next, state)
    case .set(let set): return take(set, next, state)
    case .sequence(let nodes): return run(.parts(nodes, next), state)
    case .alternation(let nodes): return nodes.allSatisfy { run(.part($0, next), state) }
    case .capture(_, let inner): return run(.part(inner, next), state)
    case .repeated(let inner, let minimum, let maximum):
      guard minimum > 0 else {
        return run(.again(inner, maximum: maximum, state: nil, next), state)
      }
      let more = PatternNode.repeated(
        inner, minimum: minimum - 1, maximum: maximum.map { $0 - 1 })
      return run(.part(inner, .part(more, next)), state)
    case .look, .edge: return pass(node, next, state)
    case .reference, .unknown: return false
    }
  }
}

// MARK: - Characters and places

extension WordWalk {
  private mutating func take(_ set: PatternSet, _ next: PatternRest, _ state: State) -> Bool {
    guard set.letters == .none else { return false }
    if set.hasSeparators, !separate(next, state) { return false }
    let letters = set.letterBytes
    guard letters.isEmpty || state.place != .unclear else { return false }
    return letters.allSatisfy { letter in
      var state = state
      if state.place != .inWord { state.isAtStart = !state.hasBegun }
      (state.place, state.hasBegun) = (.inWord, true)
      state.word.append(letter)
      return state.word.count <= Self.maximumLength && run(next, state)
    }
  }

  private mutating func separate(_ next: PatternRest, _ state: State) -> Bool {
    if state.place == .inWord { return finish(state) }
    return run(next, State(place: .free, hasBegun: true))
  }

  private mutating func pass(_ node: PatternNode, _ next: PatternRest, _ state: State) -> Bool {
    if state.place == .inWord {
      return node.endsWord ? finish(state) : run(next, state)
    }
    var state = state
    if node.isFree {
      state.place = .free
    } else if state.place == .unclear, node == .edge(.wordBoundary) {
      state.place = .asserted
    }
    return run(next, state)
  }

  private mutating func finish(_ state: State) -> Bool {
    words.insert(state.word)
    isStart = isStart && state.isAtStart
    return words.count <= limit
  }
}

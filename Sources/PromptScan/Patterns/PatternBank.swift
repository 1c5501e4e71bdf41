// The patterns of a scanner, compiled when they are first needed.

internal import PCRE2
internal import Synchronization

/// Compiled patterns that several workers share; each is compiled once, by whoever needs it first.
final class PatternBank: Sendable {
  private let sources: [ListedPattern]
  private let compiled: Mutex<[Compiled]>

  /// How far a pattern has come.
  enum Compiled: Sendable {
    case not
    case pattern(Pattern)
    /// It can't be compiled here, though it could when the list was made.
    case broken
  }

  init(_ sources: [ListedPattern]) {
    self.sources = sources
    compiled = Mutex(Array(repeating: .not, count: sources.count))
  }

  var count: Int { sources.count }

  /// The pattern of that number.
  func pattern(_ number: Int) -> Compiled {
    compiled.withLock { all in
      if case .not = all[number] { all[number] = Self.compile(sources[number]) }
      return all[number]
    }
  }

  private static func compile(_ listed: ListedPattern) -> Compiled {
    let options: PatternOptions = listed.isStart ? [.caseless, .anchored] : [.caseless]
    guard let pattern = try? Pattern(listed.source, options: options) else { return .broken }
    return .pattern(pattern)
  }
}

/// One worker's patterns of several banks: asks a bank once for each pattern.
struct PatternShelf {
  private var shelves: [(bank: PatternBank, patterns: [PatternBank.Compiled])] = []

  /// A worker that goes from list to list keeps the patterns of the last ones.
  private static let mostBanks = 16

  /// The pattern of that number in `bank`.
  mutating func pattern(_ number: Int, of bank: PatternBank) -> PatternBank.Compiled {
    let shelf = shelf(of: bank)
    if case .not = shelves[shelf].patterns[number] {
      shelves[shelf].patterns[number] = bank.pattern(number)
    }
    return shelves[shelf].patterns[number]
  }

  private mutating func shelf(of bank: PatternBank) -> Int {
    if let known = shelves.firstIndex(where: { $0.bank === bank }) { return known }
    if shelves.count == Self.mostBanks { shelves.removeFirst() }
    shelves.append((bank, Array(repeating: .not, count: bank.count)))
    return shelves.count - 1
  }
}

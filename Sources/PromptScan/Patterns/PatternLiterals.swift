// Finds the texts that a pattern can't match without, and the words that it mentions.

/// A pass over a pattern that spells out what is finite in it.
struct PatternLiterals {
  /// What a part's matches hold.
  struct Finding {
    /// All texts that the part can match, when they are few.
    var exact: [[UInt8]]?
    /// Texts one of which stands in every match.
    var required: [[UInt8]]?
  }

  static let shortest = 3
  private static let longest = 64
  private static let nothing: [[UInt8]] = [[]]

  /// How many texts are few.
  let limit: Int
  /// Every word of ASCII letters and digits, or beyond, that was spelled out; two bytes and longer.
  private(set) var words: Set<[UInt8]> = []

  init(limit: Int) { self.limit = limit }

  /// The best texts one of which stands in every match; nil when there are none of three bytes.
  mutating func required(by root: PatternNode) -> [[UInt8]]? {
    let finding = read(root)
    mention(finding.exact)
    return better(finding.exact, finding.required).map(Self.reduced)
  }

  private mutating func read(_ node: PatternNode) -> Finding {
    switch node {
    case .empty, .edge: return Finding(exact: Self.nothing)
    case .set(let set): return Finding(exact: texts(of: set))
    case .sequence(let nodes): return read(sequence: nodes)
    case .alternation(let nodes): return read(alternation: nodes)
    case .capture(_, let inner): return read(inner)
    case .repeated(let inner, let minimum, let maximum):
      return repeated(read(inner), minimum, maximum)
    case .look(_, let inner):
      mention(read(inner).exact)
      return Finding(exact: Self.nothing)
    case .reference, .unknown: return Finding()
    }
  }

  private func texts(of set: PatternSet) -> [[UInt8]]? {
    if let scalar = set.onlyScalar { return [Array(UTF8.encode(scalar) ?? .init())] }
    guard set.letters == .none, set.signs == .none else { return nil }
    let bytes = set.asciiBytes
    return 1...10 ~= bytes.count ? bytes.map { [$0] } : nil
  }
}

// MARK: - Parts of several

extension PatternLiterals {
  private mutating func read(sequence nodes: [PatternNode]) -> Finding {
    var run = Self.nothing
    var whole = Finding(exact: Self.nothing)
    for node in nodes {
      let part = read(node)
      if let exact = part.exact, let longer = product(run, exact) {
        run = longer
      } else {
        close(run, into: &whole)
        whole.required = better(whole.required, part.required)
        run = part.exact ?? Self.nothing
      }
    }
    if whole.exact != nil { return Finding(exact: run) }
    close(run, into: &whole)
    return whole
  }

  private mutating func close(_ run: [[UInt8]], into whole: inout Finding) {
    mention(run)
    whole = Finding(required: better(whole.required, run))
  }

  private mutating func read(alternation nodes: [PatternNode]) -> Finding {
    let parts = nodes.map { read($0) }
    let all = parts.compactMap(\.exact)
    if all.count == parts.count, let few = few(all.joined()) { return Finding(exact: few) }
    for exact in all { mention(exact) }
    let required = parts.compactMap { better($0.exact, $0.required) }
    guard required.count == parts.count else { return Finding() }
    return Finding(required: few(Self.reduced(Array(required.joined()))))
  }

  private mutating func repeated(
    _ part: Finding, _ minimum: Int, _ maximum: Int?
  ) -> Finding {
    if let maximum, maximum <= 4, let exact = part.exact,
      let all = powers(exact, minimum, maximum)
    {
      return Finding(exact: all)
    }
    mention(part.exact)
    return Finding(required: minimum > 0 ? better(part.exact, part.required) : nil)
  }

  private func powers(_ exact: [[UInt8]], _ minimum: Int, _ maximum: Int) -> [[UInt8]]? {
    var power = Self.nothing
    var all: [[UInt8]] = []
    for count in 0...maximum {
      if count >= minimum { all += power }
      guard count < maximum else { break }
      guard let next = product(power, exact) else { return nil }
      power = next
    }
    return few(all)
  }

  private func product(_ left: [[UInt8]], _ right: [[UInt8]]) -> [[UInt8]]? {
    guard left.count * right.count <= limit else { return nil }
    let all = left.flatMap { start in right.map { start + $0 } }
    return all.allSatisfy { $0.count <= Self.longest } ? all : nil
  }

  private func few(_ texts: some Sequence<[UInt8]>) -> [[UInt8]]? {
    let different = Set(texts)
    return different.count <= limit ? Array(different) : nil
  }
}

// MARK: - Choosing, and noting words

extension PatternLiterals {
  /// The better of two sets of required texts, if one is any good.
  private func better(_ first: [[UInt8]]?, _ second: [[UInt8]]?) -> [[UInt8]]? {
    let (one, other) = (Self.score(first), Self.score(second))
    if max(one, other) == 0 { return nil }
    return other > one ? second : first
  }

  /// Long first, then few; 0 is useless.
  private static func score(_ texts: [[UInt8]]?) -> Int {
    guard let texts, let length = texts.map(\.count).min(), length >= shortest else { return 0 }
    let letters = texts.map { $0.count(where: isLetter) }.min() ?? 0
    return (min(length, 8) + min(letters, 8)) * 100 + 50 - min(texts.count, 50)
  }

  /// Without texts that hold another one.
  private static func reduced(_ texts: [[UInt8]]) -> [[UInt8]] {
    let sorted = Set(texts).sorted {
      $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count
    }
    return sorted.reduce(into: []) { kept, text in
      if !kept.contains(where: { contains(text, $0) }) { kept.append(text) }
    }
  }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard part.count <= text.count else { return false }
    return (0...text.count - part.count).contains { text[$0...].starts(with: part) }
  }

  private mutating func mention(_ texts: [[UInt8]]?) {
    for text in texts ?? [] {
      for word in text.split(whereSeparator: { !Self.isLetter($0) }) where word.count > 1 {
        words.insert(Array(word))
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 < 10 || byte &- 0x61 < 26
  }
}

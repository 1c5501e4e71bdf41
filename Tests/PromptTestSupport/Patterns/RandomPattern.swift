// Patterns in most of PCRE2's syntax made at random, with texts for them that no reader had a part in.

/// A pattern and how to make texts that it may match.
public struct RandomPattern: Sendable {
  /// What texts are made with.
  public struct Sampling {
    var random: SeededRandom
    var captured: [Int: String] = [:]
    /// What look-aheads wish to find behind the match.
    var wishes = ""
  }

  typealias Sample = @Sendable (inout Sampling) -> String

  /// The pattern.
  public let source: String
  let sample: Sample

  /// A text that the pattern may match.
  public func text(_ random: inout SeededRandom) -> String {
    var sampling = Sampling(random: random)
    let core = sample(&sampling)
    random = sampling.random
    let rims = ["", "", " ", " ", "-", "x", "s", "5", "é", "裸", "_", ".", "\n", "the ", "ж"]
    let wishes = sampling.wishes.isEmpty ? "" : random.pick(["", " ", "-", "a"]) + sampling.wishes
    return random.pick(rims) + random.pick(rims) + core + wishes + random.pick(rims)
      + random.pick(rims)
  }
}

/// A maker of patterns.
public struct RandomPatternMaker: Sendable {
  private var random: SeededRandom
  private var captures: [RandomPattern.Sample?] = []

  /// A maker that begins with a seed.
  public init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func pick<Element>(_ choices: [Element]) -> Element { random.pick(choices) }

  /// The next pattern; not each is one that libpcre2 takes.
  public mutating func next() -> RandomPattern {
    captures = []
    let settings = random.oneIn(12) ? random.pick(["(?i)", "(?x)", "(?s)", "(?m)", "(?n)"]) : ""
    let edge = random.oneIn(2) ? #"\b"# : ""
    let end = random.oneIn(2) ? #"\b"# : ""
    let body = sequence(depth: 3)
    return RandomPattern(source: settings + edge + body.source + end, sample: body.sample)
  }
}

// MARK: - Composition

extension RandomPatternMaker {
  private mutating func sequence(depth: Int) -> RandomPattern {
    let parts = (0..<Int.random(in: 1...4, using: &random)).map { _ in repeated(depth: depth) }
    return RandomPattern(source: parts.map(\.source).joined()) { sampling in
      parts.reduce(into: "") { $0 += $1.sample(&sampling) }
    }
  }

  private mutating func repeated(depth: Int) -> RandomPattern {
    let part = atom(depth: depth)
    guard random.oneIn(4) else { return part }
    let counts = [
      ("?", 0, 1), ("?", 0, 1), ("*", 0, 3), ("+", 1, 3), ("{2}", 2, 2), ("{0,2}", 0, 2),
      ("{1,3}", 1, 3), ("{1,}", 1, 4), ("{0}", 0, 0),
    ]
    let (written, minimum, maximum) = random.pick(counts)
    let single = part.isSingle ? part.source : "(?:\(part.source))"
    let source = single + written + random.pick(["", "", "", "?", "+"])
    return RandomPattern(source: source) { sampling in
      let count = Int.random(in: minimum...maximum, using: &sampling.random)
      return (0..<count).reduce(into: "") { text, _ in text += part.sample(&sampling) }
    }
  }

  private mutating func atom(depth: Int) -> RandomPattern {
    switch Int.random(in: 0..<(depth > 0 ? 20 : 13), using: &random) {
    case 0...5: text(RandomPatternMaker.words)
    case 6...7: text(RandomPatternMaker.signs)
    case 8...9: choice(RandomPatternMaker.classes)
    case 10: choice(RandomPatternMaker.edges)
    case 11: choice(RandomPatternMaker.shorthands)
    case 12: choice(RandomPatternMaker.looks)
    case 13...15: group(depth: depth)
    case 16: look(depth: depth)
    case 17: capture(depth: depth)
    case 18: reference()
    default: alternation(depth: depth - 1)
    }
  }

  private mutating func alternation(depth: Int) -> RandomPattern {
    let parts = (0..<Int.random(in: 2...4, using: &random)).map { _ in sequence(depth: depth) }
    return RandomPattern(source: "(?:" + parts.map(\.source).joined(separator: "|") + ")") {
      $0.random.pick(parts).sample(&$0)
    }
  }

  private mutating func group(depth: Int) -> RandomPattern {
    let inner = random.oneIn(2) ? sequence(depth: depth - 1) : alternation(depth: depth - 1)
    let (open, close) = random.pick([
      ("(?:", ")"), ("(?>", ")"), ("(?i:", ")"), ("(?x: ", " # note)\n )"), ("(?|", ")"),
      ("(?#a note)(?:", ")"), ("(?s:", ")"), ("(?x-s:", " )"), ("(?:(?x)", ")"),
    ])
    return RandomPattern(source: open + inner.source + close, sample: inner.sample)
  }

  private mutating func look(depth: Int) -> RandomPattern {
    let inner = sequence(depth: depth - 1)
    let open = random.pick(["(?=", "(?=", "(?!", "(?<=", "(?<!"])
    return RandomPattern(source: open + inner.source + ")") { sampling in
      if open == "(?=" { sampling.wishes += inner.sample(&sampling) }
      return ""
    }
  }
}

// MARK: - Groups that are referred to

extension RandomPatternMaker {
  private mutating func capture(depth: Int) -> RandomPattern {
    captures.append(nil)
    let number = captures.count
    let inner = random.oneIn(2) ? sequence(depth: depth - 1) : alternation(depth: depth - 1)
    let sample: RandomPattern.Sample = { sampling in
      let text = inner.sample(&sampling)
      sampling.captured[number] = text
      return text
    }
    captures[number - 1] = sample
    let open = random.pick(["(", "(", "(?<n\(number)>", "(?P<n\(number)>", "(?'n\(number)'"])
    return RandomPattern(source: open + inner.source + ")", sample: sample)
  }

  private mutating func reference() -> RandomPattern {
    guard let number = captures.indices.randomElement(using: &random).map({ $0 + 1 }) else {
      return text(RandomPatternMaker.words)
    }
    let called = captures[number - 1]
    let isCall = random.oneIn(3)
    let condition = random.oneIn(4)
    if condition {
      return RandomPattern(source: "(?(\(number))ed|ing)") { $0.random.pick(["ed", "ing"]) }
    }
    let source = isCall ? "(?\(number))" : random.pick(["\\\(number)", "\\g{\(number)}"])
    return RandomPattern(source: source) { sampling in
      isCall ? called?(&sampling) ?? "" : sampling.captured[number] ?? ""
    }
  }
}

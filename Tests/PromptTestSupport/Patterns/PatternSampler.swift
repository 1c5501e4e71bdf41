// Makes texts that a pattern matches or nearly matches, from its tree.

package import PromptScan

/// A maker of texts for a pattern. What it makes is a guess: look-arounds and edges are only hoped for.
package struct PatternSampler {
  private static let separators = [" ", " ", " ", "-", ", ", ".", "'", "\n", "_", "  ", ""]
  private static let surroundings = [
    "a", "s", "x", "7", "ed", "the ", " of", "Ink", "é", "ж", "裸", "٣", "¿", "…", "non-", "4",
  ]

  private let root: PatternNode
  private var random: SeededRandom
  private var captured: [Int: String] = [:]
  /// What look-aheads wish to find behind the match.
  private var wishes = ""

  /// A maker of texts for this tree.
  package init(_ root: PatternNode, seed: UInt64) {
    (self.root, random) = (root, SeededRandom(seed: seed))
  }

  /// The next text.
  package mutating func next() -> String {
    (captured, wishes) = ([:], "")
    var text = surrounding() + sample(root)
    if !wishes.isEmpty { text += random.pick(Self.separators) + wishes }
    text += surrounding()
    return random.oneIn(6) ? spoiled(text) : text
  }

  private mutating func surrounding() -> String {
    switch random.next() % 4 {
    case 0: ""
    case 1: random.pick(Self.separators)
    case 2: random.pick(Self.surroundings)
    default:
      random.pick(Self.separators) + random.pick(Self.surroundings)
        + random.pick(Self.separators)
    }
  }

  /// With a character removed, doubled or replaced.
  private mutating func spoiled(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    guard !scalars.isEmpty else { return text }
    let index = Int.random(in: 0..<scalars.count, using: &random)
    switch random.next() % 3 {
    case 0: scalars.remove(at: index)
    case 1: scalars.insert(scalars[index], at: index)
    default: scalars[index] = random.pick([" ", "e", "-", "_", "ж", "5"])
    }
    return String(String.UnicodeScalarView(scalars))
  }
}

// MARK: - Parts

extension PatternSampler {
  private mutating func sample(_ node: PatternNode) -> String {
    switch node {
    case .empty, .edge, .unknown: return ""
    case .set(let set): return String(Character(scalar(of: set)))
    case .sequence(let nodes): return nodes.reduce(into: "") { $0 += sample($1) }
    case .alternation(let nodes): return sample(random.pick(nodes))
    case .capture(let number, let inner):
      let text = sample(inner)
      captured[number] = text
      return text
    case .repeated(let inner, let minimum, let maximum):
      return repeated(inner, minimum, maximum)
    case .look(let look, let inner):
      if look == .ahead || random.oneIn(20) { wishes += sample(inner) }
      return ""
    case .reference(let number): return captured[number] ?? ""
    }
  }

  private mutating func repeated(
    _ node: PatternNode, _ minimum: Int, _ maximum: Int?
  ) -> String {
    let most = min(maximum ?? .max, minimum + 3)
    let count = Int.random(in: minimum...max(minimum, most), using: &random)
    return (0..<count).reduce(into: "") { text, _ in text += sample(node) }
  }

  private mutating func scalar(of set: PatternSet) -> Unicode.Scalar {
    let beyond: [Unicode.Scalar] =
      (set.letters == .none ? [] : ["é", "ж", "裸", "٣"]) + (set.signs == .none ? [] : ["…", "¿"])
    if let named = set.named.first, random.oneIn(set.ascii == 0 ? 1 : 4) { return named }
    if !beyond.isEmpty, set.ascii == 0 || random.oneIn(8) { return random.pick(beyond) }
    let ascii = PatternSet.bytes(set.ascii)
    return ascii.isEmpty ? "?" : Unicode.Scalar(random.pick(ascii))
  }
}

// Series of comparisons between the scanner and the reference; tests run few, scripts/differential many.

internal import PromptFiles
package import PromptRules
internal import PromptScan

/// A series of comparisons: how many were made, how many matches they held, the first differences.
package struct ScanTrials {
  /// How many texts were compared.
  package private(set) var count = 0
  /// How many matches the reference found in them.
  package private(set) var matches = 0
  /// The first differences.
  package private(set) var differences: [String] = []

  private let terms: [Term]
  private let allow: [AllowRule]
  private let words: [String]
  private var random: SeededRandom
  private static let mostDifferences = 10

  /// A series over parts of a list.
  package init(_ list: TermList, seed: UInt64 = 1) {
    (terms, allow) = (list.terms, list.allow)
    words = Self.usualWords
    random = SeededRandom(seed: seed)
  }

  private static let usualWords: [String] = {
    let tour = (try? FileSystem.read(Repository.file("corpus/tour.prompt"))) ?? []
    let words = String(decoding: tour, as: UTF8.self).split { !($0.isLetter || $0 == "-") }
    return Set(words.map(String.init)).sorted() + [
      "a", "of", "the", "with", "art", "style", "color",
    ]
  }()
}

// MARK: Series

extension ScanTrials {
  /// Each term of the list `samples` times, in texts of its own, beside other terms.
  package mutating func runTerms(samples: Int) throws {
    for start in stride(from: 0, to: terms.count, by: 20) {
      let these = Array(terms[start..<min(start + 20, terms.count)])
      let list = part(these, count: 10)
      var maker = ScanTextMaker(list, words: words, seed: random.next())
      let texts = these.flatMap { term in
        (0..<samples).map { _ in sample(term, &maker) }
      }
      try compare(list, texts)
    }
  }

  /// Random texts, a thousand for each of several random parts of the list.
  package mutating func runTexts(count: Int, perList: Int = 1_000) throws {
    for start in stride(from: 0, to: count, by: perList) {
      let list = part([], count: 30)
      var maker = ScanTextMaker(list, words: words, seed: random.next())
      try compare(list, (0..<min(perList, count - start)).map { _ in maker.next() })
    }
  }

  /// Random texts against the whole list.
  package mutating func runWhole(count: Int) throws {
    let list = TermList(terms: terms, allow: allow)
    var maker = ScanTextMaker(list, words: words, seed: random.next())
    try compare(list, (0..<count).map { _ in maker.next() })
  }

  /// Lists and texts of the shortest words of two letters, in which nearly everything overlaps.
  package mutating func runShort(count: Int, perList: Int = 100) throws {
    for start in stride(from: 0, to: count, by: perList) {
      let list = shortList()
      try compare(list, (0..<min(perList, count - start)).map { _ in shortText() })
    }
  }

  private mutating func compare(_ list: TermList, _ texts: [[UInt8]]) throws {
    var comparison = try ScanComparison(list)
    for text in texts {
      count += 1
      guard let difference = comparison.difference(text) else { continue }
      if differences.count < Self.mostDifferences { differences.append(difference) }
    }
    matches += comparison.matchCount
  }
}

// MARK: Lists and texts

extension ScanTrials {
  /// These terms and `count` random ones, with some of the innocent text.
  private mutating func part(_ these: [Term], count: Int) -> TermList {
    let others = (0..<count).map { _ in random.pick(terms) }
    return TermList(
      terms: these + others, allow: allow.isEmpty ? [] : (0..<10).map { _ in random.pick(allow) })
  }

  private mutating func sample(_ term: Term, _ maker: inout ScanTextMaker) -> [UInt8] {
    guard let piece = sample(term) else { return maker.next() }
    guard let near = term.near else { return maker.text(around: piece) }
    return maker.text(around: piece, near: random.pick(near.words), most: near.within)
  }

  /// A spelling of a term, or what its pattern matches; nil where that isn't known.
  private mutating func sample(_ term: Term) -> String? {
    guard term.kind == .pattern else { return random.pick(term.forms) }
    guard let tree = PatternReader.read(term.forms[0]) else { return nil }
    var sampler = PatternSampler(tree.root, seed: random.next())
    return sampler.next()
  }

  private mutating func shortWord() -> String {
    let letters = random.oneIn(12) ? ["裸", "体", "a"] : ["a", "b", "a", "b", "a", "b", "é"]
    let most = random.oneIn(10) ? 12 : 3
    return (0..<Int.random(in: 1...most, using: &random)).map { _ in random.pick(letters) }.joined()
  }

  private mutating func shortPhrase() -> String {
    let count = random.pick([1, 1, 2, 3])
    return (0..<count).map { _ in shortWord() }.joined(separator: " ")
  }

  private mutating func shortList() -> TermList {
    let patterns = [#"\ba+b\b"#, "ab a", #"\bb (?:a|b)+\b"#, "(?:ab){2,3}", "(?<!b )aab?"]
    var terms = (0..<Int.random(in: 1...8, using: &random)).map { number in
      let form = shortPhrase()
      return term("\(number)", .phrase, [form, shortPhrase()])
    }
    if random.oneIn(2) { terms.append(term("pattern", .pattern, [random.pick(patterns)])) }
    let allow = (0..<Int.random(in: 0...2, using: &random)).map { _ in
      AllowRule(text: shortPhrase(), reason: nil)
    }
    return TermList(terms: terms, allow: allow)
  }

  private mutating func term(_ name: String, _ kind: Term.Kind, _ forms: [String]) -> Term {
    let words = (0..<Int.random(in: 1...3, using: &random)).map { _ in shortPhrase() }
    let within = random.pick([1, 1, 2, 3, 40])
    return Term(
      name: name, kind: kind, forms: forms,
      near: random.oneIn(3) ? Term.Context(words: words, within: within) : nil, category: "test",
      weight: random.pick(TermWeight.allCases), scopes: .text, reason: nil, replacement: nil,
      match: [], clean: [])
  }

  private mutating func shortText() -> [UInt8] {
    let gaps = [" ", " ", " ", "-", "'", "  ", "\n", ".", ". ", "! ", ",", "_", "         ", ""]
    let count = Int.random(in: 0...12, using: &random)
    return (0..<count).flatMap { _ in Array((shortWord() + random.pick(gaps)).utf8) }
  }
}

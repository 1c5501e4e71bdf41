// What outlines say of patterns, and that libpcre2 never matches without it.

import Foundation
import PromptRuleFiles
import PromptRules
import PromptScan
import PromptTestSupport
import Testing

@Suite struct PatternOutlineTests {
  /// One line of Tests/Fixtures/pattern-anchors.tsv.
  struct Case: Sendable, CustomTestStringConvertible {
    let fields: [String]
    var testDescription: String { fields[0] }

    static let all: [Case] = {
      let path = Repository.file("Tests/Fixtures/pattern-anchors.tsv")
      let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      return text.split(separator: "\n").dropFirst().map { line in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        return Case(fields: fields.map(String.init))
      }
    }()
  }

  private static func written(_ texts: [[UInt8]]) -> String {
    texts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "|")
  }

  private static func written(_ outline: PatternOutline) -> [String] {
    switch outline.anchor {
    case .words(let words, let isStart): [isStart ? "start" : "word", written(words)]
    case .literals(let texts): ["text", written(texts)]
    case .none: [outline.hazards == [.notUnderstood] ? "opaque" : "none", ""]
    }
  }

  @Test func thereAreCases() { #expect(Case.all.count >= 230) }

  @Test(arguments: Case.all) func anchorsAreFound(_ test: Case) {
    #expect(Self.written(PatternOutline(test.fields[0])) == Array(test.fields[1...]))
  }

  @Test(arguments: [
    (#"\bkill(?:s|ed|ing)?\b"#, "kill|killed|killing|kills"), (#"\bnarco\w*"#, "narco"),
    (#"\bfoo bar(?= naked\b)(?<!old )"#, "bar|foo|naked|old"),
    (#"(?:ink|pen)-[a4]xe"#, "4xe|axe|ink|pen"),
    (#"\bfoo(?:\d+bar)*"#, "bar|foo"), (#"[a-z]+"#, ""), (#"\Kfoo"#, ""),
  ])
  func wordsAreMentioned(pattern: String, words: String) {
    #expect(Self.written(PatternOutline(pattern).words) == words)
  }

  @Test(arguments: [
    ("nude", 4, 4), (#"nudes?"#, 4, 5), (#"a+"#, 1, nil), (#"\d"#, 1, 4), ("(?:a|bcd){2,3}", 2, 9),
    ("裸体", 6, 6), (#"(a)\1"#, 1, nil), (#"\bfoo(?=bar)"#, 3, 3), ("", 0, 0), ("[ж]", 2, 4),
    (#"\Kfoo"#, 0, nil), (#"(?:\b)*"#, 0, 0), (#"\R"#, 1, 8),
  ])
  func lengthsAreBytes(pattern: String, minimum: Int, maximum: Int?) {
    let outline = PatternOutline(pattern)
    #expect(outline.minimumLength == minimum && outline.maximumLength == maximum)
  }

  @Test(
    arguments: [
      (#"\bfoo\b"#, []), ("(?:a+)+foo", [.nestedRepeats]),
      (#"(?:foo|f\w)*foo"#, [.overlappingBranches]),
      (#"\w*[a-z]*foo"#, [.adjacentRepeats]), (#"\w+\W+foo"#, []),
      ("a*", [.noAnchor, .emptyMatch]),
      (#"(?<=a{2})foo"#, [.repeatInLookBehind]), ("foo(?=.*bar)", [.repeatInLookAhead]),
      ("foo(?=.{0,80}bar)", []), ("(?:foo){1,200}", [.largeRepeat]),
      (#"(foo)\1"#, [.backReference]),
      ("(foo)(?1)", [.recursion]), ("(a)?foo(?(1)b)", [.conditional]), ("it_is", [.unfoldedText]),
      ("fooé", [.unfoldedText]), ("foo裸", []), (#"foo\K"#, [.notUnderstood]),
    ] as [(String, [PatternHazard])])
  func hazardsAreNamed(pattern: String, hazards: [PatternHazard]) {
    #expect(PatternOutline(pattern).hazards == hazards)
  }

  @Test(arguments: [
    (#"\bfoo\b"#, true), ("(foo|bar)", true), ("(?i)foo", true), (#"(foo)\1"#, false),
    ("(?<n>foo)", false), ("(foo)(?1)", false), ("(?|(a)|(b))foo", false), ("(?x) foo #", false),
    (#"\Qfoo"#, false), (#"\Qfoo\E"#, true), ("(?x: foo )", true), (#"\Kfoo"#, false),
  ])
  func combinablePatternsKeepToThemselves(pattern: String, isCombinable: Bool) {
    #expect(PatternOutline(pattern).isCombinable == isCombinable)
  }
}

// MARK: - Against libpcre2

@Suite struct PatternClaimTests {
  /// How many samples a pattern gets: MJPROMPT_PATTERN_SAMPLES asks for more.
  static let sampleCount =
    ProcessInfo.processInfo.environment["MJPROMPT_PATTERN_SAMPLES"].flatMap(Int.init) ?? 20

  static let listed: [String] = {
    let terms = (try? RepositoryRules.load())?.terms.terms ?? []
    return terms.filter { $0.kind == .pattern }.flatMap(\.forms)
  }()

  /// The kinds of patterns that lists are made of.
  static let usual = [
    #"\blantern(?:s|ed|ing|er)?\b"#, #"(?<!non-)(?<!anti )\bmarble\b(?! (?:color|style|palette))"#,
    #"\bc[o0]pper\b"#, #"\bwillow\W{1,3}(?:\w+\W+){0,2}harbor\b"#, #"\bvelvet\w*"#, "thunder",
  ]

  @Test(arguments: listed + usual) func listedPatternsKeepTheirAnchors(_ pattern: String) throws {
    let claims = try #require(PatternClaims(pattern))
    let tree = try #require(PatternReader.read(pattern))
    #expect(claims.outline.anchor != .none)
    var sampler = PatternSampler(tree.root, seed: 4)
    var matches = 0
    for _ in 0..<Self.sampleCount * 20 {
      let text = sampler.next()
      let found = claims.check(text)
      matches += found.matches
      #expect(found.mistake == nil, "\(text.debugDescription)")
    }
    #expect(matches > 0)
  }

  @Test(arguments: 1...20) func randomPatternsKeepTheirAnchors(_ seed: Int) {
    var maker = RandomPatternMaker(seed: UInt64(seed))
    var random = SeededRandom(seed: UInt64(seed))
    for _ in 0..<100 { Self.check(maker.nextCompiled(), &random) }
  }

  private static func check(
    _ next: (pattern: RandomPattern, claims: PatternClaims), _ random: inout SeededRandom
  ) {
    let tree = PatternReader.read(next.pattern.source)
    var sampler = tree.map { PatternSampler($0.root, seed: 5) }
    for index in 0..<sampleCount {
      let text = index % 3 == 2 ? sampler?.next() : next.pattern.text(&random)
      guard let text, text.utf8.count <= 120 else { continue }
      let mistake = next.claims.check(text).mistake
      #expect(mistake == nil, "\(next.pattern.source.debugDescription) \(text.debugDescription)")
    }
  }
}

@Suite struct CommonWordsTests {
  @Test func commonWordsHaveRanks() {
    #expect(CommonWords.rank(Array("a".utf8)[...]) == 1)
    #expect(1...1000 ~= CommonWords.rank(Array("detailed".utf8)[...]))
    for word in ["", "detaile", "reticulum", "anextremelylongwordindeed"] {
      #expect(CommonWords.rank(Array(word.utf8)[...]) == 0)
    }
    #expect(CommonWords.rank(Array("of".utf8).span) == CommonWords.rank(Array("of".utf8)[...]))
  }
}

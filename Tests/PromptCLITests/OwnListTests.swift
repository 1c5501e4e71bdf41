// An author's own lists of terms: word files, tables and YAML, by --terms and by mjprompt.yaml.

import Foundation
import PromptTestSupport
import Testing

@Suite struct OwnListTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What `lint` finds in a prompt, one line for each finding, without the place.
  private func findings(_ prompt: String, _ arguments: [String]) throws -> [String] {
    let result = try Tool.run(
      ["lint", "--format", "concise", "--prompt", prompt + " --v 7"] + arguments, in: folder.path)
    return result.output.split(separator: "\n").map { line in
      String(line).replacing("MJ701 sensitive-term: ", with: "").replacing("<prompt>:1:", with: "")
    }
  }

  // MARK: What lists may hold

  @Test func wordFilesHoldOneTermALine() throws {
    try folder.write(
      Array("\u{FEFF}# ours, see the wiki\r\nZorbo\r\n\r\n  blue  whistle \t\r\nmid#way\r\n".utf8),
      to: "brand-words.txt")
    #expect(
      try findings("a ZORBO with a Blue-Whistle, mid way", ["--terms", "brand-words.txt"]) == [
        "3: error `ZORBO` is on the brand-words list, weight heavy",
        "16: error `Blue-Whistle` is on the brand-words list, weight heavy",
        "30: error `mid way` is on the brand-words list, weight heavy",
      ])
  }

  @Test func commentsSayWhatHoldsBelow() throws {
    try folder.write(
      "zorbo\n# Weight: 2\nquark\n#category:  old names\n# weight: soft\nblip\n", to: "own.txt")
    #expect(
      try findings("zorbo quark blip", ["--terms", "own.txt"]) == [
        "1: error `zorbo` is on the own list, weight heavy",
        "7: warning `quark` is on the own list, weight medium",
        "13: hint `blip` is on the old names list, weight soft",
      ])
  }

  /// Tables that say the same: with commas, semicolons and tabs, with either column of severity.
  static let tables = [
    ("a.csv", "term,category,weight,reason\n\"zo,rbo\",x,2,\nquark,,light,\"a \"\"q\"\"\"\n"),
    ("b.csv", "id;Severity;TERM;Category;replace\n1;warning;zo,rbo;x;\n2;Information;quark\n"),
    ("c.tsv", "weight\tterm\tcategory\tkind\n2\tzo,rbo\tx\tphrase\n1\tquark\t\tword\r\n"),
    (
      "d.csv",
      "term,category,severity,kind\nzo.rbo,x,warning,\nqu(?:ark|irk),,information,pattern\n"
    ),
  ]

  @Test(arguments: tables)
  func tablesNameTheirColumns(_ name: String, _ text: String) throws {
    try folder.write(text, to: name)
    let usual = name.prefix(1)
    #expect(
      try findings("a zo-rbo and a quark", ["--terms", name]) == [
        "3: warning `zo-rbo` is on the x list, weight medium",
        "16: information `quark` is on the \(usual) list, weight light",
      ])
  }

  @Test func replacementsOfTablesAreFixes() throws {
    try folder.write("term,replace,reason\nzorbo,a red toy,a brand\n", to: "a.csv")
    let prompt = ["--terms", "a.csv", "--prompt", "zorbo --v 7"]
    let shown = try Tool.run(["lint"] + prompt, in: folder.path)
    #expect(shown.output.contains("a red toy") && shown.output.contains("a brand"))
    let fixed = try Tool.run(["lint", "--unsafe-fixes"] + prompt, in: folder.path)
    #expect(fixed.output == "a red toy --v 7\n")
  }

  @Test(arguments: ["own.txt", "own.csv", "own.yaml", "own"])
  func configurationsTakeListsToo(_ path: String) throws {
    try folder.write("zorbo\n", to: "own.txt")
    try folder.write("term\nzorbo\n", to: "own.csv")
    try folder.write("category: own\nterms: [{word: zorbo, weight: 3}]\n", to: "own.yaml")
    try folder.write("zorbo\n", to: "own/sensitive/own.txt")
    try folder.write("rules: \(path)\n", to: "mjprompt.yaml")
    #expect(try findings("zorbo", []) == ["1: error `zorbo` is on the own list, weight heavy"])
  }

  @Test func severalListsCountTogether() throws {
    try folder.write("zorbo\n", to: "a.txt")
    try folder.write("term,weight\nquark,1\n", to: "b.csv")
    try folder.write(
      "category: c\nterms: [{word: blip}]\nallow: [{phrase: zorbo day}]\n", to: "c.yaml")
    let terms = ["--terms", "a.txt", "--terms", "b.csv", "--terms", "c.yaml"]
    #expect(try findings("zorbo quark blip zorbo day", terms).count == 3)
    #expect(try findings("a gory zorbo", terms + ["--isolated"]).count == 2)
  }

  // MARK: What is wrong with them

  /// Lists with everything that is reported of them, all at once.
  static let broken: [(String, [UInt8], [String])] = [
    (
      "a.txt",
      Array("fine\n***\nab".utf8) + [0xC3] + Array("c\n# weight: hevy\nä\u{0}\n ☃☃\n".utf8)
        + [0xFF, 0x0A] + Array(repeating: 0x61, count: 1001),
      [
        "2:1: `***` holds no letter and no digit, so it can't be found; take it out",
        "3:3: the byte 0xC3 is no UTF-8; save the list as UTF-8",
        "4:1: a weight is 0 (soft), 1 (light), 2 (medium) or 3 (heavy), not `hevy`; did you mean",
        "5:2: a control character, 0x0; take it out",
        "6:2: `☃☃` holds no letter",
        "7:1: the byte 0xFF is no UTF-8",
        "8:1: 1001 bytes are too many for a term; 1000 is the most",
      ]
    ),
    (
      "b.csv",
      Array(
        """
        term;severity;kind
        b(ad;warning;pattern
        ;error;
        fine;nope;
        ***;;
        fine;;wrd
        fine;;word;4
        "open
        """.utf8),
      [
        "2:1: the pattern `b(ad` can't be used: missing closing parenthesis at byte 4",
        "3:1: the row has no term; write one, or take the row out",
        "4:6: a severity is one of hint, information, warning, error, not `nope`",
        "5:1: `***` holds no letter",
        "6:7: a kind is one of word, phrase, pattern, not `wrd`; did you mean `word`?",
        "7:12: 4 fields where the header has 3",
        "8:1: the field has no closing quote",
      ]
    ),
    (
      "c.csv", Array("term,catgory,weight,severity,id\n".utf8),
      [
        "1:6: the column `catgory` is not known; did you mean `category`?",
        "1:21: both `severity` and `weight` are given; leave one of them out",
      ]
    ),
    ("d.csv", Array("word\nzorbo\n".utf8), ["1:1: the header has no column \"term\" but \"word\""]),
    ("e.csv", [], ["1:1: there is no header"]),
    ("f.txt", [0xFF, 0xFE, 0x61, 0x00], ["1:1: this is UTF-16; save the list as UTF-8"]),
    (
      "g.yaml",
      Array("category: x\nterms:\n- {word: a, wieght: 2}\n- {phrse: b}\n- word: \"+\"\n".utf8),
      [
        "3:13: unknown field `wieght`", "4:4: unknown field `phrse`", "4:3: exactly one of",
        "5:9: `+` holds no",
      ]
    ),
  ]

  @Test(arguments: broken)
  func brokenListsAreRefused(_ name: String, _ bytes: [UInt8], _ problems: [String]) throws {
    try folder.write(bytes, to: name)
    let result = try Tool.run(
      ["lint", "--terms", name, "--prompt", "fine --v 7"], in: folder.path)
    #expect(result.status == 2 && result.output.isEmpty)
    expect(result.errors, shows: problems.map { "mjprompt: \(name):\($0)" })
    let review = try Tool.run(["rules", "validate", name], in: folder.path)
    #expect(review.status == 2)
    #expect(review.output.contains("Found \(problems.count) problem"))
  }

  private func expect(_ text: String, shows beginnings: [String]) {
    let lines = text.split(separator: "\n")
    #expect(lines.count == beginnings.count, "\(text)")
    for (line, beginning) in zip(lines, beginnings) {
      #expect(line.hasPrefix(beginning), "\(line)")
    }
  }

  @Test(arguments: [
    ("x.json", "the name doesn't say what kind of list this is; let it end in .txt"),
    ("none.txt", "cannot be read: no such file"), ("sub", "cannot be read: is a directory"),
  ])
  func unreadableListsAreNamed(_ name: String, _ message: String) throws {
    try folder.write("{}", to: "x.json")
    try folder.write("", to: "sub/a.txt")
    let result = try Tool.run(["lint", "--terms", name, "--prompt", "x"], in: folder.path)
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("mjprompt: \(name): \(message)"), "\(result.errors)")
  }

  @Test func manyProblemsAreCut() throws {
    try folder.write(String(repeating: "*\n", count: 2_000), to: "a.txt")
    let result = try Tool.run(["lint", "--terms", "a.txt", "--prompt", "x"], in: folder.path)
    let lines = result.errors.split(separator: "\n")
    #expect(lines.count == 21 && lines.last?.hasPrefix("mjprompt: 1980 more; ") == true)
    let review = try Tool.run(["rules", "validate", "a.txt"], in: folder.path)
    #expect(review.output.contains("a.txt:2000:1: ") && review.output.contains("2000 problems"))
  }

  @Test func severalBrokenListsAreNamedTogether() throws {
    try folder.write("***\n", to: "a.txt")
    try folder.write("+++\n", to: "b.txt")
    try folder.write("rules: [a.txt, b.txt]\n", to: "mjprompt.yaml")
    let result = try Tool.run(["lint", "--prompt", "x"], in: folder.path)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.contains("a.txt:1:1: ") && result.errors.contains("b.txt:1:1: "))
  }

  // MARK: Doubles

  @Test func doublesCountOnceAndAreWarnings() throws {
    try folder.write(
      "# weight: 1\nred dress\n# weight: 3\nRed-Dress\n# weight: 2\nRED_dress\nother\n", to: "a.txt"
    )
    #expect(
      try findings("a red dress", ["--terms", "a.txt"])
        == ["3: error `red dress` is on the a list, weight heavy"])
    let review = try Tool.run(["rules", "validate", "a.txt"], in: folder.path)
    #expect(review.status == 0)
    #expect(
      review.output.hasPrefix(
        "a.txt:4:1: warning: duplicate: `Red-Dress` is listed twice, first in"))
    #expect(review.output.hasSuffix("Found 2 warnings in a.txt.\n"))
    let list = try Tool.run(["rules", "validate", "a.txt", "--format", "json"], in: folder.path)
    #expect(list.status == 0 && list.output.contains("\"severity\": \"warning\""))
  }

  /// Time that grew with the square of the doubles would end this test by Tool's patience.
  @Test func manyDoublesAreNoBurden() throws {
    try folder.write(String(repeating: "zorbo\n", count: 300_000), to: "a.txt")
    #expect(try findings("zorbo zorbo", ["--terms", "a.txt"]).count == 2)
  }
}

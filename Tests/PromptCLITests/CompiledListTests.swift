// Lists of terms as images: what they find, what they say of themselves, what is refused.

import Foundation
import PromptRules
import PromptTestSupport
import Testing

@Suite struct CompiledListTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("# weight: 2\nzorbo\nblue whistle\n", to: "a.txt")
    try folder.write(
      "term,category,kind,replace\nqu(?:ark|irk)y,b,pattern,odd\nblip,c,,\n", to: "b.csv")
    try folder.write(
      """
      category: d
      terms:
        - {word: plonk, reason: ours, match: [a plonk]}
      allow:
        - {phrase: zorbo day, reason: a feast}
      """, to: "c.yaml")
    try folder.write(
      "zorbo, a Blue Whistle, quirky, plonk, a zorbo day, blip --v 7\na gory cat --s 5000 --v 7\n",
      to: "p.prompt")
  }

  private func run(_ arguments: String...) throws -> ToolResult {
    try Tool.run(arguments, in: folder.path)
  }

  /// What lint says of the prompts with these options, or with these files.
  private func verdict(_ arguments: [String]) throws -> String {
    try Tool.run(["lint", "--format", "json", "p.prompt"] + arguments, in: folder.path).output
  }

  private let files = ["--terms", "a.txt", "--terms", "b.csv", "--terms", "c.yaml"]

  @Test func imagesFindWhatTheirFilesFind() throws {
    let made = try run("rules", "compile", "a.txt", "b.csv", "--terms", "c.yaml", "-o", "own.image")
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.hasSuffix(" bytes, 5 terms\n"))
    let expected = try verdict(files)
    #expect(expected.components(separatedBy: "MJ701").count > 5)
    #expect(try verdict(["--terms", "own.image"]) == expected)
    try folder.write("rules: own.image\n", to: "mjprompt.yaml")
    #expect(try verdict([]) == expected)
  }

  @Test func termsGoOnTopOfRules() throws {
    let expected = try verdict(files)
    let usual = try Tool.run(
      ["rules", "compile", "--with-default-rules", "-o", "all.image"] + files, in: folder.path)
    #expect(usual.status == 0 && usual.output.contains(" with 5 terms"), "\(usual.errors)")
    #expect(try verdict(["--rules", "all.image"]) == expected)
    let own = try Tool.run(
      ["rules", "compile", Repository.file("rules"), "--output", "all.image"] + files,
      in: folder.path)
    #expect(own.status == 0, "\(own.errors)")
    #expect(try verdict(["--rules", "all.image"]) == expected)
  }

  @Test func imagesNameTheEngineThatAdmittedThem() throws {
    _ = try run("rules", "compile", "b.csv", "-o", "own.image")
    let image = RuleImage(bytes: folder.bytes(of: "own.image"))
    let engine = try #require(image.patternEngine)
    #expect(engine.hasPrefix("10.") && image.holdsTermsAlone)
    #expect(RuleImage.embedded.patternEngine == nil && !RuleImage.embedded.holdsTermsAlone)
  }

  @Test func patternsOfAnotherEngineAreAdmittedAnew() throws {
    let list = { (pattern: String) in
      TermList(terms: [
        Term(
          name: "p", kind: .pattern, forms: [pattern], category: "own", weight: .heavy,
          scopes: .text, reason: nil, replacement: nil, match: [], clean: [])
      ])
    }
    try folder.write(list("zor+bo").image(admittedBy: "9.99 1999-01-01").bytes, to: "fine.image")
    #expect(try verdict(["--terms", "fine.image"]).contains("on the own list"))
    try folder.write(list("zor(bo").image(admittedBy: "9.99 1999-01-01").bytes, to: "poor.image")
    let result = try run("lint", "--terms", "poor.image", "p.prompt")
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("mjprompt: poor.image: the pattern `p` can't be used: "))
    #expect(result.errors.hasSuffix("; make it anew with `mjprompt rules compile`\n"))
  }

  @Test func imagesAreForOneOptionEach() throws {
    _ = try run("rules", "compile", "a.txt", "-o", "own.image")
    _ = try run("rules", "compile", "--with-default-rules", "-o", "all.image")
    let terms = try run("lint", "--rules", "own.image", "p.prompt")
    #expect(terms.status == 2 && terms.errors.contains("holds terms alone; give it to --terms"))
    let whole = try run("lint", "--terms", "all.image", "p.prompt")
    #expect(whole.status == 2 && whole.errors.contains("holds whole rules; give it to --rules"))
  }

  @Test(arguments: [7, 50, 60, -1])
  func damagedImagesAreRefused(_ place: Int) throws {
    _ = try run("rules", "compile", "a.txt", "-o", "own.image")
    var bytes = folder.bytes(of: "own.image")
    bytes[place < 0 ? bytes.count - 1 : place] ^= 0x10
    try folder.write(bytes, to: "own.image")
    let result = try run("lint", "--terms", "own.image", "p.prompt")
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.contains("own.image: "))
  }

  @Test func nothingIsWrittenOfWhatIsBroken() throws {
    try folder.write("zorbo\n***\n", to: "bad.txt")
    try folder.write("old", to: "own.image")
    for arguments in [["bad.txt"], ["a.txt", "--terms", "bad.txt"], ["none.txt"]] {
      let result = try Tool.run(
        ["rules", "compile", "-o", "own.image"] + arguments, in: folder.path)
      #expect(result.status == 2 && result.output.isEmpty)
    }
    #expect(try run("rules", "compile", "-o", "own.image").status == 2)
    let rules = Repository.file("rules")
    #expect(
      try run("rules", "compile", rules, "--with-default-rules", "-o", "own.image").status == 2)
    #expect(folder.text(of: "own.image") == "old")
    #expect(try run("rules", "compile", "a.txt", "-o", "nowhere/own.image").status == 3)
  }
}

// What a pattern says about itself, and which patterns are refused.

import PCRE2
import Testing

@Suite struct PatternTests {
  @Test func keepsWhatItWasMadeOf() throws {
    let pattern = try Pattern("(a)(b)?", options: [.caseless, .anchored])
    #expect(pattern.source == "(a)(b)?")
    #expect(pattern.options == [.caseless, .anchored])
    #expect(pattern.captureCount == 2)
  }

  @Test(arguments: [("a*", true), ("a|", true), ("", true), ("(?=a)", true), ("a", false)])
  func knowsWhetherItMatchesEmpty(source: String, expected: Bool) throws {
    #expect(try Pattern(source).matchesEmpty == expected)
  }

  @Test(arguments: [("a(b", 3), ("[z-a]", 3), ("*a", 0), ("é(", 3), ("(?<n>a)(?<n>b)", 12)])
  func invalidPatternsNameTheirPlace(source: String, offset: Int) {
    let error = #expect(throws: PatternError.self) { try Pattern(source) }
    #expect(error?.kind == .compile)
    #expect(error?.offset == offset)
    #expect(error?.message.isEmpty == false)
  }

  @Test func messagesAreThoseOfTheLibrary() {
    let error = #expect(throws: PatternError.self) { try Pattern("a(b") }
    #expect(error?.code == 114)
    #expect(error?.message == "missing closing parenthesis")
  }

  @Test(arguments: ["(*NO_JIT)a", "(*NO_JIT)(?:word|list)"])
  func patternsWithoutMachineCodeAreRefused(source: String) {
    let error = #expect(throws: PatternError.self) { try Pattern(source) }
    #expect(error?.kind == .jitUnavailable)
    #expect(error?.message == "no machine code was made for the pattern")
  }

  @Test func singleCodeUnitsAreRefused() {
    let error = #expect(throws: PatternError.self) { try Pattern(#"a\Cb"#) }
    #expect(error?.code == 183)
  }

  @Test(arguments: ["(?:ab){1,65535}", "(?:(?:(?:a{1,1000}){1,1000}){1,1000})"])
  func hugePatternsAreRefused(source: String) {
    let error = #expect(throws: PatternError.self) { try Pattern(source) }
    #expect(error?.kind == .compile)
  }

  @Test func deepNestingIsRefused() {
    let source = String(repeating: "(", count: 5000) + String(repeating: ")", count: 5000)
    let error = #expect(throws: PatternError.self) { try Pattern(source) }
    #expect(error?.kind == .compile)
  }

  @Test func unknownOptionBitsAreIgnored() throws {
    let pattern = try Pattern("a", options: PatternOptions(rawValue: 0xF8))
    var scratch = MatchScratch()
    #expect(try pattern.firstMatch(in: [0x61].span, scratch: &scratch) == 0..<1)
  }

  @Test func theLibraryHasAVersion() {
    #expect(PCRE2Library.version.hasPrefix("10."))
  }
}

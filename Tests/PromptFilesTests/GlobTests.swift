// Patterns of paths, with the meaning git gives them.

import PromptFiles
import Testing

/// A pattern with paths it matches and paths it doesn't; a `/` at the end makes a path a folder.
struct GlobCase: Sendable, CustomTestStringConvertible {
  let pattern: String
  let yes: [String]
  let no: [String]
  var testDescription: String { pattern }

  init(_ pattern: String, yes: [String] = [], no: [String] = []) {
    (self.pattern, self.yes, self.no) = (pattern, yes, no)
  }
}

@Suite struct GlobTests {
  static let cases = [
    // Names, anywhere.
    GlobCase(
      "a.prompt", yes: ["a.prompt", "x/a.prompt", "x/y/a.prompt"],
      no: ["a.prompts", "ba.prompt", "a.prompt/x"]),
    GlobCase(
      "*.prompt", yes: ["a.prompt", "x/.prompt", "x.prompt.prompt", "é.prompt"],
      no: ["a.promp", "prompt", "x.prompt/a"]),
    GlobCase(
      "a*b*c", yes: ["abc", "axxbyyc", "abcabc", "abbc"],
      no: ["ab", "abcd", "xabc", "a/b/c"]),
    GlobCase("*", yes: ["a", "a/b", ".x"]),
    GlobCase("**", yes: ["a", "a/b"]),
    GlobCase("a?c", yes: ["abc", "a?c", "x/a.c"], no: ["ac", "abbc", "aéc"]),
    GlobCase("a??c", yes: ["aéc"]),
    // Paths.
    GlobCase("/a", yes: ["a", "a/"], no: ["x/a"]),
    GlobCase("x/a", yes: ["x/a"], no: ["y/x/a", "x/a/b", "x"]),
    GlobCase("x/*", yes: ["x/a", "x/b/"], no: ["x", "x/a/b", "y/x/a"]),
    GlobCase("*/a", yes: ["x/a"], no: ["a", "x/y/a"]),
    GlobCase("**/a", yes: ["a", "x/a", "x/y/a"], no: ["x/ab", "a/x"]),
    GlobCase("x/**", yes: ["x/a", "x/a/b"], no: ["x", "y/x/a"]),
    GlobCase("x/**/a", yes: ["x/a", "x/y/a", "x/y/z/a"], no: ["xa", "x/ya", "a"]),
    GlobCase("**/x/**/a", yes: ["x/a", "w/x/x/y/a"], no: ["w/a", "x/y"]),
    GlobCase("**/x/y/a", yes: ["x/x/y/a", "x/y/x/y/a"], no: ["x/y/x/a"]),
    GlobCase("x/***/a", yes: ["x/a", "x/y/a"]),
    GlobCase("x**/a", yes: ["x/a", "xyz/a"], no: ["x/y/a"]),
    GlobCase("/**", yes: ["a", "a/b"]),
    GlobCase("**/", yes: ["a/", "a/b/"], no: ["a", "a/b"]),
    GlobCase("x//a", no: ["x/a", "x/y/a"]),
    GlobCase("//a", no: ["a", "x/a"]),
    // Folders only.
    GlobCase("a/", yes: ["a/", "x/a/"], no: ["a", "x/a", "a/x/"]),
    GlobCase("x/a/", yes: ["x/a/"], no: ["x/a", "y/x/a/"]),
    // Sets.
    GlobCase("[abc]", yes: ["a", "c"], no: ["d", "ab", "[abc]"]),
    GlobCase("[a-cx]1", yes: ["a1", "b1", "x1"], no: ["d1", "-1"]),
    GlobCase("[!a-c]", yes: ["d", "-"], no: ["a", "b"]),
    GlobCase("[^a]", yes: ["b", "^"], no: ["a"]),
    GlobCase("[]a]", yes: ["]", "a"], no: ["b"]),
    GlobCase("[!]a]", yes: ["b"], no: ["]", "a"]),
    GlobCase("[a-]", yes: ["a", "-"], no: ["b"]),
    GlobCase("[--0]", yes: ["-", ".", "0"], no: ["1", ","]),
    GlobCase("[z-a]", no: ["a", "z", "m", "-"]),
    GlobCase(#"[\]\\]"#, yes: ["]", #"\"#], no: ["a"]),
    GlobCase(#"[a\-c]"#, yes: ["a", "-", "c"], no: ["b"]),
    GlobCase("[[:digit:]_]", yes: ["7", "_"], no: ["a", ":"]),
    GlobCase("[![:upper:]]", yes: ["a"], no: ["A"]),
    GlobCase("[[:x]", yes: ["[", ":", "x"], no: ["y"]),
    GlobCase("x/[!a]", yes: ["x/b"], no: ["x/a", "x/b/c"]),
    // Escapes and odd bytes.
    GlobCase(#"\*"#, yes: ["*"], no: ["a", #"\"#]),
    GlobCase(#"\!a"#, yes: ["!a"], no: ["a"]),
    GlobCase(##"\#a"##, yes: ["#a"], no: ["a"]),
    GlobCase(#"x\/a"#, yes: ["x/a"], no: ["xa"]),
    GlobCase("{a,b}", yes: ["{a,b}"], no: ["a", "b"]),
    GlobCase("a b ", yes: ["a b "], no: ["a b"]),
    GlobCase("é", yes: ["é", "x/é"], no: ["e"]),
    GlobCase("A", no: ["a"]),
  ]

  @Test(arguments: cases)
  func matches(_ given: GlobCase) throws {
    let glob = try Glob(given.pattern)
    for path in given.yes { #expect(matches(glob, path), "\(path)") }
    for path in given.no { #expect(!matches(glob, path), "\(path)") }
    let negated = try Glob("!" + given.pattern)
    #expect(negated.isNegated != glob.isNegated || given.pattern.hasPrefix("!"))
    for path in given.yes { #expect(matches(negated, path), "\(path)") }
  }

  private func matches(_ glob: Glob, _ path: String) -> Bool {
    let isFolder = path.hasSuffix("/")
    return glob.matches(isFolder ? String(path.dropLast()) : path, isFolder: isFolder)
  }

  @Test(arguments: [
    ("", "the pattern names nothing"), ("/", "the pattern names nothing"),
    ("!", "the pattern names nothing"), ("!/", "the pattern names nothing"),
    ("[a", "`[` has no `]`"), ("[]", "`[` has no `]`"), ("[!]", "`[` has no `]`"),
    ("a[b-", "`[` has no `]`"), (#"a\"#, #"nothing follows the `\` at the end"#),
    (#"a\/"#, #"nothing follows the `\` at the end"#),
    (#"[a\"#, #"nothing follows the `\` at the end"#),
    ("[[:alfa:]]", "there is no class `[:alfa:]`"),
  ])
  func refuses(_ pattern: String, _ message: String) {
    let error = #expect(throws: GlobError.self) { try Glob(pattern) }
    #expect(error?.description == message)
  }

  /// Patterns that take exponential time where every star tries everything.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "a*", count: 200) + "b", String(repeating: "**/", count: 200) + "b",
      String(repeating: "**/a/", count: 200) + "b", String(repeating: "*a/**/", count: 100) + "b",
      String(repeating: "?*[a-z]", count: 100) + "b",
    ])
  func hostilePatternsEnd(_ pattern: String) throws {
    let glob = try Glob(pattern)
    for path in [
      String(repeating: "a", count: 4000), String(repeating: "a/", count: 2000) + "c",
    ] { #expect(!glob.matches(path)) }
  }

  // MARK: Lists

  @Test func theLastPatternThatMatchesDecides() throws {
    let list = try GlobList(["*.prompt", "!keep.prompt", "/x/keep.prompt", "old/"])
    #expect(list.verdict(on: "a.prompt") == true)
    #expect(list.verdict(on: "keep.prompt") == false)
    #expect(list.verdict(on: "x/keep.prompt") == true)
    #expect(list.verdict(on: "a.txt") == nil)
    #expect(list.verdict(on: "old") == nil)
    #expect(list.verdict(on: "old", isFolder: true) == true)
    #expect(GlobList().verdict(on: "a") == nil)
  }

  @Test func coversWhatIsBelow() throws {
    let list = try GlobList(["drafts/", "/a/*.csv", "!keep.prompt"])
    for path in ["drafts/a", "x/drafts/y/z", "drafts/keep.prompt", "a/b.csv", "a/b.csv/c"] {
      #expect(list.covers(path), "\(path)")
    }
    for path in ["drafts", "a", "x/a/b.csv", "keep.prompt"] {
      #expect(!list.covers(path), "\(path)")
    }
    #expect(throws: GlobError.self) { try GlobList(["a", "[b"]) }
  }
}

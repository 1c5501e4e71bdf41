// `mjprompt compose`: counts, modes, data, and what is held back.

import Foundation
import PromptTestSupport
import Testing

@Suite struct ComposeTests {
  static let template = """
    slots: {place: a pond}
    lists: {color: [red, blue]}
    text: "a {{color}} {{thing}} at {{place}}"
    parameters: {ar: "{{ratio|or 3:2}}", s: "{{s|optional}}", v: 7}
    """

  static func folder(_ template: String = template) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(template, to: "t.prompt.yaml")
    return folder
  }

  @Test func printsAPromptALine() throws {
    let folder = try Self.folder()
    let result = try Tool.run(["compose", "t.prompt.yaml", "--set", "thing=kite"], in: folder.path)
    #expect(result.status == 0 && result.errors == "mjprompt: 2 prompts\n")
    #expect(
      result.output == """
        a red kite at a pond --ar 3:2 --v 7
        a blue kite at a pond --ar 3:2 --v 7

        """)
  }

  @Test func aBadRowStopsNoOther() throws {
    let folder = try Self.folder()
    try folder.write("thing,s,ratio\nkite,,1:1\n,50,\nboat,9999,\ncup,50,\n", to: "d.csv")
    let result = try Tool.run(
      ["compose", "-q", "t.prompt.yaml", "--data", "d.csv", "--set", "place=a lake"],
      in: folder.path)
    #expect(result.status == 3)
    #expect(
      result.output == """
        a red kite at a lake --ar 1:1 --v 7
        a blue kite at a lake --ar 1:1 --v 7
        a red cup at a lake --ar 3:2 --s 50 --v 7
        a blue cup at a lake --ar 3:2 --s 50 --v 7

        """)
    #expect(result.errors.contains("d.csv:3:1: t.prompt.yaml:3:20: `thing` has no value"))
    #expect(result.errors.contains("t.prompt.yaml (row 3): error MJ203 value-out-of-range"))
    #expect(result.errors.contains("2 of 6 prompts are not printed"))
    let kept = try Tool.run(
      ["compose", "-q", "t.prompt.yaml", "--keep-errors", "--set", "thing=x", "--set", "s=9999"],
      in: folder.path)
    #expect(kept.status == 1 && kept.output.split(separator: "\n").count == 2)
  }

  @Test func lintJudgesWhatIsPrinted() throws {
    let folder = try Self.folder()
    try folder.write(#"{"thing": "a --v 5 kite", "s": [1]}"#, to: "d.json")
    let result = try Tool.shell(
      "$MJPROMPT compose -q t.prompt.yaml --data d.json | $MJPROMPT lint -", in: folder.path)
    #expect(result.status == 0 && result.output == "2 prompts, nothing to report.\n")
  }

  @Test func countsBeforeItMakes() throws {
    let ten = "{{any: " + (0..<10).map(String.init).joined(separator: " | ") + "}} "
    let folder = try Self.folder("text: '\(String(repeating: ten, count: 9))'\nparameters: {v: 7}")
    let count = try Tool.run(["compose", "--count", "t.prompt.yaml"], in: folder.path)
    #expect(count.output == "1000000000\n" && count.status == 0)
    let all = try Tool.run(["compose", "t.prompt.yaml"], in: folder.path)
    #expect(all.status == 2 && all.output.isEmpty)
    #expect(all.errors.contains("1000000000 prompts; say how many with --limit"))
    let first = try Tool.run(["compose", "--limit", "100", "t.prompt.yaml"], in: folder.path)
    #expect(first.errors == "mjprompt: the first 100 of 1000000000 prompts\n")
    let lines = first.output.split(separator: "\n")
    #expect(lines.count == 100 && lines[99] == "0 0 0 0 0 0 0 9 9 --v 7")
    try folder.write("text: '\(String(repeating: ten, count: 40))'", to: "t.prompt.yaml")
    let more = try Tool.run(["compose", "--count", "t.prompt.yaml"], in: folder.path)
    #expect(more.output == "18446744073709551615 or more\n")
  }

  @Test func aSeedReproducesAndIsSaid() throws {
    let folder = try Self.folder("text: 'a {{number: 0..999999}}'\nparameters: {v: 7}")
    let draw = { (arguments: [String]) in
      try Tool.run(["compose", "t.prompt.yaml", "--random", "5"] + arguments, in: folder.path)
    }
    let free = try draw([])
    let seed = try #require(free.errors.firstMatch(of: /5 prompts, seed (\d+)/)?.1)
    #expect(try draw(["--seed", String(seed)]).output == free.output)
    #expect(try draw(["--seed", "1"]).output != free.output || seed == "1")
    let one = try draw(["--seed", String(seed), "--limit", "1"])
    #expect(free.output.hasPrefix(one.output) && !one.output.isEmpty)
    let round = try Tool.run(
      ["compose", "-q", "t.prompt.yaml", "--cyclic", "2"], in: folder.path)
    #expect(round.output == "a 0 --v 7\na 1 --v 7\n")
  }

  @Test func variantsAndJSONLines() throws {
    let folder = try Self.folder(
      Self.template
        + "\nvariants: [{name: tall, set: {ratio: '2:3'}}, {name: wide, parameters: {ar: '3:1'}}]")
    let arguments = ["compose", "-q", "t.prompt.yaml", "--set", "thing=kite", "--format", "jsonl"]
    let all = try Tool.run(arguments, in: folder.path)
    #expect(all.output.split(separator: "\n").count == 4)
    let wide = try Tool.run(arguments + ["--variant", "wide", "--limit", "1"], in: folder.path)
    #expect(
      wide.output == """
        {"template":"t.prompt.yaml","variant":"wide","index":0,"prompt":"a red kite at a pond --ar 3:1 --v 7","findings":[]}

        """)
    let none = try Tool.run(arguments + ["--variant", "wid"], in: folder.path)
    #expect(
      none.status == 2 && none.errors.contains("there is no variant `wid`; did you mean `wide`?"))
  }

  @Test func aModelIsWritten() throws {
    let folder = try Self.folder("text: 'a kite'\nparameters: {oref: 'https://example.com/a.png'}")
    let seven = try Tool.run(["compose", "-q", "t.prompt.yaml", "--model", "v7"], in: folder.path)
    #expect(seven.output == "a kite --oref https://example.com/a.png --v 7\n")
    let eight = try Tool.run(["compose", "-q", "t.prompt.yaml", "--model", "8.2"], in: folder.path)
    #expect(eight.status == 1 && eight.output.isEmpty && eight.errors.contains("MJ301"))
  }

  @Test func groupsStayOrAreExpanded() throws {
    let folder = try Self.folder("text: 'a {red, blue} kite'\nparameters: {v: 7}")
    let plain = try Tool.run(["compose", "-q", "t.prompt.yaml"], in: folder.path)
    #expect(plain.output == "a {red, blue} kite --v 7\n")
    let expanded = try Tool.run(["compose", "-q", "--expand", "t.prompt.yaml"], in: folder.path)
    #expect(expanded.output == "a red kite --v 7\na blue kite --v 7\n")
  }

  @Test func mistakesSayWhereTheyAre() throws {
    let folder = try Self.folder()
    for (arguments, status, message) in [
      (["t.prompt.yaml"], 2, "t.prompt.yaml:3:20: `thing` has no value"),
      (["none.prompt.yaml"], 3, "none.prompt.yaml: cannot be read: no such file or directory"),
      (["t.prompt.yaml", "--set", "thin=x"], 2, "there is no slot `thin`; did you mean `thing`?"),
      (["t.prompt.yaml", "--set", "thing"], 2, "--set takes slot=value, not `thing`"),
      (["t.prompt.yaml", "--all", "--random", "1"], 2, "give one of --all, --random and --cyclic"),
      (["t.prompt.yaml", "--seed", "1"], 2, "--seed goes with --random"),
      (["t.prompt.yaml", "--data", "none.csv"], 3, "cannot read none.csv"),
      ([], 2, "<templates>"),
    ] {
      let result = try Tool.run(["compose"] + arguments, in: folder.path)
      #expect(result.status == status && result.errors.contains(message), "\(result.errors)")
    }
    let both = try Tool.run(
      ["compose", "-q", "none.prompt.yaml", "t.prompt.yaml", "--set", "thing=x"], in: folder.path)
    #expect(both.status == 3 && both.output.split(separator: "\n").count == 2)
  }

  @Test func manyBadRowsAreNotAllTold() throws {
    let folder = try Self.folder()
    try folder.write(
      "s,thing\n" + String(repeating: "50,\n", count: 100) + "50,kite\n", to: "d.csv")
    let result = try Tool.run(
      ["compose", "-q", "t.prompt.yaml", "--data", "d.csv"], in: folder.path)
    #expect(result.status == 3 && result.output.split(separator: "\n").count == 2)
    #expect(result.errors.split(separator: "\n").count == 21)
    #expect(result.errors.contains("80 more rows like these"))
  }

  /// Hostile bytes in every file end in a message, not in a crash.
  @Test func brokenFilesCrashNothing() throws {
    let folder = try Self.folder()
    let pieces: [[UInt8]] = [
      [0xFF, 0xFE, 0], Array("{{".utf8), Array("text: {{a}}".utf8), Array("text: '{{}}'".utf8),
      Array("text: &a [*a]".utf8), Array("- a".utf8),
      Array(String(repeating: "[", count: 5_000).utf8),
      Array("text: '\(String(repeating: "{{if a}}", count: 5_000))'".utf8),
      Array("text: '\(String(repeating: "{{any: ", count: 5_000))'".utf8),
    ]
    for piece in pieces {
      try folder.write(piece, to: "b.prompt.yaml")
      let result = try Tool.run(["compose", "b.prompt.yaml"], in: folder.path)
      #expect(result.status == 2 && result.errors.contains("b.prompt.yaml"), "\(result.errors)")
      try folder.write(piece, to: "d.json")
      let data = try Tool.run(["compose", "t.prompt.yaml", "--data", "d.json"], in: folder.path)
      #expect(2...3 ~= data.status)
    }
  }
}

@Suite struct EditTests {
  @Test func changesOnlyWhatItNames() throws {
    let result = try Tool.run(
      ["edit", "a  cat—ar 16:9 --v 7", "--set", "ar=3:2", "--unset", "v", "--add-no", "text"])
    #expect(result.output == "a  cat—ar 3:2 --no text\n" && result.status == 0)
  }

  @Test func filesKeepEverythingElse() throws {
    let input = "id,prompt\n7,\"a \"\"red\"\" kite—ar 1:1\"\n8,a pond\n"
    let result = try Tool.run(
      ["edit", "-", "--stdin-filename", "k.csv", "--set", "ar=3:2"], input: Array(input.utf8))
    #expect(result.output == "id,prompt\n7,\"a \"\"red\"\" kite—ar 3:2\"\n8,a pond --ar 3:2\n")
    let lines = try Tool.run(
      ["edit", "-", "--set", "tile", "--add", "sref=12"], input: Array("# note\na kite\n".utf8))
    #expect(lines.output == "# note\na kite --tile --sref 12\n")
  }

  @Test func whatIsWrongIsSaid() throws {
    let range = try Tool.run(["edit", "a kite --v 7", "--set", "s=5000"])
    #expect(range.status == 1 && range.output == "a kite --v 7 --s 5000\n")
    #expect(range.errors.contains("<prompt>:1: error MJ203 value-out-of-range"))
    for (arguments, message) in [
      (["--set", "ar=3:2 --v 5"], "`3:2 --v 5` would not stay one value of `--ar`"),
      (["--set", "stylise=5"], "there is no parameter `stylise`; did you mean `stylize`?"),
      (["--add", "no"], "--add takes name=item, not `no`"), ([], "nothing to change"),
    ] {
      let result = try Tool.run(["edit", "a kite"] + arguments)
      #expect(result.status == 2 && result.output.isEmpty)
      #expect(result.errors.contains(message), "\(result.errors)")
    }
  }
}

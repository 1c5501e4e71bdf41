// Word files, draws, modes and their counts.

import PromptCompose
import PromptCore
import PromptLint
import PromptRules
import PromptTestSupport
import Testing

@Suite struct WildcardTests {
  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "# colours\n3:: red #warm #loud\n\nblue #cold\r\n  sea green #cold  \n",
      to: "wildcards/color.txt")
    try folder.write(
      """
      calm: [{text: "{{color|tag cold}} and grey", weight: 2, tags: [soft]}, "2:: sand"]
      loud: {bright: [pink], dark: [plum]}
      """, to: "wildcards/palette.yaml")
    try folder.write(
      #"["rain", {"text": "fog {b}", "tags": ["wet"]}]"#, to: "wildcards/sky/weather.json")
    try folder.write("dusk\n", to: "wildcards/sky/a/time.txt")
    return folder
  }

  @Test(arguments: [
    ("{{color}}", ["red", "blue", "sea green"]), ("{{color|tag cold}}", ["blue", "sea green"]),
    ("{{color|not cold}}", ["red"]), ("{{color|tag warm|tag loud}}", ["red"]),
    ("{{palette/loud}}", ["pink", "plum"]), ("{{palette/loud/dark}}", ["plum"]),
    ("{{palette}}", ["blue and grey", "sea green and grey", "sand", "pink", "plum"]),
    ("{{sky/weather}}", ["rain", "fog (b)"]), ("{{sky}}", ["dusk", "rain", "fog (b)"]),
    ("{{color|pick 2}}", ["red, blue", "red, sea green", "blue, sea green"]),
    (
      "{{color|pick 2|join \" and \"}}",
      ["red and blue", "red and sea green", "blue and sea green"]
    ),
    (
      "{{color|pick 2-3}}",
      ["red, blue", "red, sea green", "blue, sea green", "red, blue, sea green"]
    ),
    ("{{palette/calm|pick 2}}", ["blue and grey, sand", "sea green and grey, sand"]),
    ("{{any: a | 2:: b {{color|not cold}} | c}}", ["a", "b red", "c"]),
    ("{{any 2: a | b | c}}", ["a, b", "a, c", "b, c"]),
    ("{{number: 1..3}}", ["1", "2", "3"]),
    ("{{number: -1..1 by 0.5}}", ["-1", "-0.5", "0", "0.5", "1"]),
    ("{{number: 10..50 by 20}}", ["10", "30", "50"]),
    ("{{any: a | b}} {{any: c | d}}", ["a c", "a d", "b c", "b d"]),
  ])
  func makesAll(_ text: String, _ prompts: [String]) throws {
    let template = "text: '\(text)'"
    #expect(try Composing.prompts(template, in: Self.folder()) == prompts)
  }

  @Test func aSlotsDefaultIsDrawnOnce() throws {
    let template =
      "slots: {hue: '{{color|tag cold}}'}\ntext: '{{hue}} on {{hue}}, {{color|tag cold}}'"
    #expect(
      try Composing.prompts(template, in: Self.folder()) == [
        "blue on blue, blue", "blue on blue, sea green", "sea green on sea green, blue",
        "sea green on sea green, sea green",
      ])
  }

  @Test func goesRound() throws {
    let template = "text: '{{color}} {{any: a | b}} {{any 2: x | y | z}}'"
    let choices = (0..<4).map { PlanChoice.cyclic($0) }
    #expect(
      try Composing.prompts(template, in: Self.folder(), choices: choices) == [
        "red a x, y", "blue b x, z", "sea green a y, z", "red b x, y",
      ])
  }

  @Test func aSeedReproduces() throws {
    let template = "text: '{{color}} {{any 2: x | y | z}} {{number: 0..100}} {{palette}}'"
    let choices = { (seed: UInt64) in
      (0..<200).map { PlanChoice.random(seed: seed, plan: 0, result: $0) }
    }
    let folder = try Self.folder()
    let first = try Composing.prompts(template, in: folder, choices: choices(7))
    #expect(try Composing.prompts(template, in: folder, choices: choices(7)) == first)
    #expect(try Composing.prompts(template, in: folder, choices: choices(8)) != first)
    #expect(try Composing.prompts(template, in: folder, choices: [choices(7)[150]]) == [first[150]])
    // Written down, so that another machine or version that draws otherwise is noticed.
    #expect(first[0] == "blue y, z 45 plum")
    #expect(first[199] == "blue x, z 1 plum")
    let reds = first.count { $0.hasPrefix("red") }
    #expect(80...160 ~= reds, "three in five are red, not \(reds) of 200")
  }

  @Test func countsSaturateAndTheFirstAreMadeAtOnce() throws {
    let word = "{{any: " + (0..<10).map { "w\($0)" }.joined(separator: " | ") + "}} "
    let nine = String(repeating: word, count: 9)
    let folder = try TemporaryFolder()
    for (text, count) in [(nine, UInt64(1_000_000_000)), (nine + nine + nine, .max)] {
      let path = try folder.write("text: '\(text)'", to: "t.prompt.yaml")
      let template = try TemplateReader(rules: Composing.rules()).read(path)
      var library = WildcardLibrary(template)
      let plan = try template.plan([:], variant: template.variants[0], wildcards: &library)
      #expect(plan.count == count)
      let prompts = try Composing.prompts(plan, [.index(0), .index(11), .index(plan.count - 1)])
      #expect(prompts[0].hasSuffix("w0 w0") && prompts[1].hasSuffix("w1 w1"))
      #expect(
        count == .max || prompts[2] == Array(repeating: "w9", count: 9).joined(separator: " "))
    }
  }

  /// Every index makes another prompt, whatever is nested in what.
  @Test func allPromptsDiffer() throws {
    let template =
      "text: '{{any 1-3: a | b {{any: 1 | 2 | 3}} | c | {{color}}}} {{palette|pick 2}} {{number: 1..4}}'"
    let prompts = try Composing.prompts(template, in: Self.folder())
    #expect(Set(prompts).count == prompts.count && prompts.count > 1_000)
  }
}

@Suite struct DataRowTests {
  static func rows(_ name: String, _ text: String) throws -> [String] {
    var rows = try DataRows(path: name, bytes: Array(text.utf8))
    var found: [String] = []
    while let row = rows.next() {
      switch row {
      case .success(let row):
        let values = row.values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        found.append("\(row.number) \(row.place): \(values.joined(separator: " "))")
      case .failure(let error): found.append("\(error)")
      }
    }
    return found
  }

  @Test func tables() throws {
    #expect(
      try Self.rows("d.csv", "a,b\n1,\"x, \"\"y\"\"\"\n,2\n1,2,3\n4\n") == [
        #"1 d.csv:2:1: a=text("1") b=text("x, \"y\"")"#, #"2 d.csv:3:1: b=text("2")"#,
        "d.csv:4:5: 3 fields where the header has 2; a field that holds `,` needs quotes around it",
        #"4 d.csv:5:1: a=text("4")"#,
      ])
    #expect(try Self.rows("d.csv", "a;b\n1;2\n") == [#"1 d.csv:2:1: a=text("1") b=text("2")"#])
    #expect(try Self.rows("d.tsv", "a\tb\n1\t2\n") == [#"1 d.tsv:2:1: a=text("1") b=text("2")"#])
    #expect(throws: TemplateError.self) { try Self.rows("d.csv", "") }
  }

  @Test func json() throws {
    let text = #"[{"a": "x\n", "b": [1, true]}, {"a": null}, 5, {"a": {}}, {"c": "é"}]"#
    #expect(
      try Self.rows("d.json", text) == [
        #"1 d.json:1:2: a=text("x\n") b=list(["1", "true"])"#, "2 d.json:1:32: ",
        "d.json:1:45: a row must be a JSON object",
        "d.json:1:48: `a` must be text, a number or a list of them",
        #"5 d.json:1:59: c=text("é")"#,
      ])
    #expect(try Self.rows("d.json", #"{"a": 1}"#) == [#"1 d.json:1:1: a=text("1")"#])
    let broken = try Self.rows("d.json", #"[{"a": 1}, {"a" 2}, {"a": 3}]"#)
    #expect(broken.count == 2 && broken[1].hasPrefix("d.json:1:17: expected `:`"))
    #expect(
      try Self.rows("d.json", String(repeating: "[", count: 100)).first?.contains("deeper") ?? false
    )
    let lines = try Self.rows("d.jsonl", "{\"a\": 1}\n\nnope\n{\"a\": 2}\n")
    #expect(lines.count == 3 && lines[1].hasPrefix("d.jsonl:3:1: "))
    #expect(lines[2] == #"3 d.jsonl:4:1: a=text("2")"#)
  }
}

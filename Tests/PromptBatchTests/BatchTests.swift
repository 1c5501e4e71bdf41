// Batches: one record out for one record in, in order, whatever the form and wherever a run was ended.

import PromptBatch
import PromptCore
import PromptFiles
import PromptLint
import PromptRules
import PromptTestSupport
import Testing

@Suite struct BatchTests {
  let gate: Gate
  let folder: TemporaryFolder

  init() throws {
    var rules = try RepositoryRules.load()
    rules.terms = TermList(terms: rules.terms.terms.filter { $0.name == "nude" })
    gate = Gate(rules: rules, options: LintOptions(asOf: PromptJudge.day))
    folder = try TemporaryFolder()
  }

  private func output(
    _ input: [UInt8], _ settings: BatchSettings, after earlier: [UInt8]? = nil
  ) async throws -> (bytes: [UInt8], summary: BatchSummary) {
    let path = try folder.write(input, to: "input")
    var run = try BatchRun(path, gate: gate, settings: settings)
    var bytes = run.header
    if let earlier {
      let kept = try run.resume(after: try folder.write(earlier, to: "earlier"))
      bytes = kept == 0 ? run.header : Array(earlier[..<kept])
    }
    try await run.run { piece, _, _ in bytes += piece }
    return (bytes, run.summary)
  }

  private func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// The verdicts of records of JSONL.
  private func verdicts(_ bytes: [UInt8]) -> [String] {
    lines(bytes).map { line in
      let text = Array(line.utf8)
      let record = JSONMembers(text, in: ByteRange(0, text.count))
      let gate = record?["gate"].flatMap { JSONMembers(text, in: $0) }
      return gate?.text("verdict") ?? "none"
    }
  }

  // MARK: Form

  @Test(arguments: [
    (#"{"prompt":"a pond --v 7"}"#, #"{"prompt":"a pond --v 7","gate":{"verdict":"allow""#),
    (#" { "id" : 1 , "prompt" : "a pond --v 7" } "#, #" , "prompt" : "a pond --v 7" ,"gate":{"#),
    (#"{"gate":{"a":[1]},"prompt":"a pond --v 7"}"#, #"{"prompt":"a pond --v 7","gate":{"verd"#),
    (#"{"a":1,"gate":2,"b":3,"prompt":"a pond"}"#, #"{"a":1,"b":3,"prompt":"a pond","gate":{"#),
    (#"{"gate":1,"gate":2,"prompt":"a pond","gate":3}"#, #"{"prompt":"a pond","gate":{"verd"#),
    (#"{"a":"\#u{2028}\#u{85}","prompt":"a pond"}"#, #"{"a":"\u2028\u0085","prompt""#),
    (#"{"prompt":"a\u000cpond"}"#, #"{"prompt":"a\u000cpond","gate""#),
    ("", #"{"gate":{"verdict":"deny","prompt":null"#),
    ("{", #"{"gate":{"verdict":"deny","error":{"line":1,"message":"expected"#),
    (#"{"text":"a"}"#, #"has no field \"prompt\""},"input":"{\"text\":\"a\"}"}}"#),
    (#"{"prompt":7}"#, #"is not a string"},"input"#),
  ])
  func objectsKeepTheirMembers(_ line: String, _ part: String) async throws {
    let result = try await output(Array((line + "\n").utf8), BatchSettings(.jsonl))
    #expect(result.summary.records == 1)
    #expect(String(decoding: result.bytes, as: UTF8.self).contains(part))
    #expect(result.bytes.count { $0 == 0x0A } == 1)
  }

  @Test func tablesKeepTheirColumns() async throws {
    let input = "id;prompt;gate_jobs\r\n1;\"a; pond --v 7\";9\r\n\r\n2;a nude\r\n3;a;b;c\r\n"
    let result = try await output(Array(input.utf8), BatchSettings(.csv))
    #expect(
      lines(result.bytes) == [
        "id;prompt;gate_verdict;gate_codes;gate_prompt;gate_key;gate_jobs;gate_error",
        "1;\"a; pond --v 7\";allow;;\"a; pond --v 7\";\"a; pond --v 7\";1;",
        "2;a nude;deny;MJ701 MJ307;;a nude --v 8.2;1;",
        ";;deny;broken-record;;;;\"line 5: 4 fields where the header has 3; a field that holds `;` "
          + "needs quotes around it\"",
      ])
  }

  @Test func everyLineIsAPrompt() async throws {
    let input = Array("\u{FEFF}a pond --v 7\r\n# a\n\na\u{B}b\u{2028}c --v 7\n".utf8) + [0xFF]
    let result = try await output(input, BatchSettings(.lines))
    #expect(
      lines(result.bytes).map { $0.split(separator: "\t", omittingEmptySubsequences: false)[0] }
        == ["allow", "allow", "deny", "allow", "deny"])
    #expect(lines(result.bytes)[3].hasSuffix(#"a\u000bb\u2028c --v 7"#))
    #expect(lines(result.bytes)[4] == "deny\tnot-utf-8\t\u{FFFD}")
  }

  // MARK: Order

  @Test(arguments: [1, 2, 7])
  func recordsKeepTheirOrder(_ workers: Int) async throws {
    let pad = String(repeating: "x", count: 3000)
    let count = 1500
    let input = (0..<count).map { number in
      #"{"n":\#(number),"prompt":"\#(number % 3 == 0 ? "a nude" : "a pond --v 7")","pad":"\#(pad)"}"#
    }
    var settings = BatchSettings(.jsonl)
    settings.workers = workers
    let result = try await output(Array(input.joined(separator: "\n").utf8), settings)
    let records = lines(result.bytes)
    #expect(records.count == count && result.summary.records == count)
    #expect(records.enumerated().allSatisfy { $1.hasPrefix(#"{"n":\#($0),"#) })
    #expect(result.summary.passing == 1000)
  }

  @Test func equalPromptsAreNamed() async throws {
    let link = "https://example.com/"
    let prompts = [
      "a pond --ar 3:2 --v 7", "a nude", "a pond --v 7 –ar 6:4", "a nude", "a kite",
      "\(link)a.png a kite", "\(link)b.png a kite", "\(link)a.png  a kite",
    ]
    let input = prompts.map { #"{"prompt":"\#($0)"}"# }.joined(separator: "\n")
    let result = try await output(Array(input.utf8), BatchSettings(.jsonl))
    let named = lines(result.bytes).map { line in
      line.firstRange(of: #""duplicateOf":"#).map { line[$0.upperBound...].prefix { $0 != "," } }
    }
    #expect(named == ["null", "null", "1", "null", "null", "null", "null", "6"])
  }

  @Test func budgetEndsForEverythingBehind() async throws {
    var settings = BatchSettings(.jsonl)
    settings.budget = 4
    let prompts = ["a pond --repeat 3", "a nude", "a kite --repeat 2", "a kite", "a pond"]
    let input = prompts.map { #"{"prompt":"\#($0) --v 7"}"# }.joined(separator: "\n")
    let result = try await output(Array(input.utf8), settings)
    #expect(verdicts(result.bytes) == ["allow", "deny", "deny", "deny", "deny"])
    #expect(lines(result.bytes)[3].contains(#""refusal":{"name":"budget-spent""#))
    #expect(result.summary.jobs == 3 && result.summary.passing == 1)
  }

  // MARK: Size

  @Test func longRecordsAreSkipped() async throws {
    let long = [UInt8](repeating: 0x61, count: BatchSettings.maximumRecord + 5_000_000)
    let good = Array(#"{"prompt":"a pond --v 7"}"#.utf8)
    let fits =
      Array(#"{"prompt":"a pond --v 7","pad":""#.utf8) + long.prefix(10_000_000)
      + Array("\"}".utf8)
    let input = [good, long, good, fits, long].joined(separator: [0x0A])
    let result = try await output(Array(input), BatchSettings(.jsonl))
    #expect(verdicts(result.bytes) == ["allow", "deny", "allow", "allow", "deny"])
    #expect(lines(result.bytes)[4].contains(#""line":5,"#))
    let table = Array("prompt\na pond --v 7\n\"\n".utf8) + long + Array("\n\"\na kite --v 7\n".utf8)
    let rows = try await output(table, BatchSettings(.csv))
    #expect(rows.summary.records == 3 && rows.summary.passing == 2)
    #expect(lines(rows.bytes)[2].contains("line 3: the record has more than"))
  }

  // MARK: Going on

  static let endings: [(PromptFile.Format, PromptFile.Format, UInt64?)] = [
    (.jsonl, .jsonl, nil), (.jsonl, .jsonl, 3), (.csv, .csv, nil), (.csv, .csv, 2),
    (.lines, .lines, nil), (.lines, .lines, 3), (.lines, .jsonl, 3), (.csv, .jsonl, nil),
  ]

  /// Wherever the output of an earlier run ends, a new one makes the same of it as an undisturbed one.
  @Test(arguments: endings.indices)
  func anyPrefixIsGoneOnWith(_ index: Int) async throws {
    var settings = BatchSettings(Self.endings[index].0)
    settings.output = Self.endings[index].1
    settings.budget = Self.endings[index].2
    let prompts = [
      "a pond --v 7", "a nude", "a \"red\", kite --v 7", "", "a pond --v 7", "x –ar 3:2",
      "x --ar 3:2",
    ]
    let input: String
    switch settings.input {
    case .jsonl:
      let objects = prompts.map { #"{"prompt":"\#($0.replacing("\"", with: #"\""#))"}"# }
      input = (objects + ["{", #"{"prompt":"a kite"}"#]).joined(separator: "\r\n")
    case .csv:
      let fields = prompts.map { "\"\($0.replacing("\"", with: "\"\""))\"" }
      input = "prompt,n\n" + fields.map { "\($0),\"1\n2\"\n\n" }.joined() + "a,b,c\nb"
    default: input = prompts.joined(separator: "\n")
    }
    let whole = try await output(Array(input.utf8), settings)
    for count in stride(from: 0, through: whole.bytes.count, by: 3) {
      let again = try await output(
        Array(input.utf8), settings, after: Array(whole.bytes[..<count]))
      #expect(again.bytes == whole.bytes, "cut behind \(count)")
      #expect(again.summary.passing == whole.summary.passing, "cut behind \(count)")
      let saysJobs = settings.output != .lines || settings.budget != nil
      #expect(!saysJobs || again.summary.jobs == whole.summary.jobs, "cut behind \(count)")
    }
  }

  @Test func tableWithoutTheColumnIsRefused() async throws {
    await #expect(throws: FileProblem.self) {
      try await output(Array("id,text\n1,a\n".utf8), BatchSettings(.csv))
    }
  }
}

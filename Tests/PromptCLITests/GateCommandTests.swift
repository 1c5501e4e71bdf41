// `mjprompt gate` as people and engines run it.

import Foundation
import PromptTestSupport
import Testing

@Suite struct GateCommandTests {
  /// Lines of JSONL with a padding, so that a few hundred fill a block; one in a hundred is broken.
  private static func input(_ count: Int) -> String {
    let pad = String(repeating: "y", count: 3000)
    let prompts = ["a pond --v 7", "a nude", "a kite –ar 3:2 --v 7", "a {red, blue} kite --v 7"]
    return (0..<count).map { number in
      number % 100 == 50
        ? "{broken \(number)\n"
        : #"{"n":\#(number),"prompt":"\#(prompts[number % 4])","pad":"\#(pad)"}"# + "\n"
    }.joined()
  }

  private func verdicts(_ output: String) throws -> [String] {
    try output.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let gate = try #require(object?["gate"] as? [String: Any])
      return try #require(gate["verdict"] as? String)
    }
  }

  // MARK: One out for one in

  @Test func brokenLinesStayInTheirPlaces() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.input(1200), to: "in.jsonl")
    let result = try Tool.run(["gate", "in.jsonl"], in: folder.path)
    #expect(result.status == 1 && result.errors == "")
    let expected = (0..<1200).map { number in
      number % 100 == 50 ? "deny" : ["allow", "deny", "rewrite", "allow"][number % 4]
    }
    #expect(try verdicts(result.output) == expected)
    #expect(result.output.contains(#""error":{"line":1151,"message":"#))
    for jobs in ["1", "4"] {
      let other = try Tool.run(["gate", "--jobs", jobs, "in.jsonl"], in: folder.path)
      #expect(other.bytes == result.bytes)
    }
  }

  /// What an engine does that splits its input.
  @Test(arguments: ["jsonl", "lines"]) func partsComeToTheSameAsTheWhole(_ form: String) throws {
    let lines = Self.input(400).split(separator: "\n", omittingEmptySubsequences: false)
    let command = ["gate", "--stateless", "--input-format", "jsonl", "--format", form]
    func judged(_ part: ArraySlice<Substring>) throws -> [UInt8] {
      try Tool.run(command, input: Array(part.joined(separator: "\n").utf8)).bytes
    }
    let parts = [lines[..<151] + [""], lines[151..<152] + [""], lines[152...]]
    #expect(try parts.flatMap { try judged($0) } == judged(lines[...]))
    let budget = try Tool.shell(
      "printf 'gate: {budget: 5}\n' > mjprompt.yaml; $MJPROMPT gate --stateless < /dev/null")
    #expect(budget.status == 2 && budget.errors.contains("`budget`"))
  }

  @Test func longLinesAreJudged() throws {
    let folder = try TemporaryFolder()
    let long = String(repeating: "pond ", count: 2_000_000)
    try folder.write("a pond --v 7\n\(long)\na kite --v 7\n", to: "in.txt")
    let lines = try Tool.run(["gate", "--format", "jsonl", "in.txt"], in: folder.path)
    #expect(try verdicts(lines.output) == ["allow", "deny", "allow"])
    #expect(lines.output.contains(#""name":"too-long""#))
  }

  @Test func marksAndLineEndsAreNoPartOfPrompts() throws {
    let input = "\u{FEFF}{\"prompt\":\"a pond --v 7\"}\r\n{\"prompt\":\"a kite --v 7\"}\r\n"
    let result = try Tool.run(["gate", "--format", "jsonl"], input: Array(input.utf8))
    #expect(result.status == 0)
    #expect(try verdicts(result.output) == ["allow", "allow"])
    #expect(result.output.hasPrefix("{\"prompt\"") && !result.output.contains("\r"))
  }

  @Test func exitCodeIsThatOfTheWorst() throws {
    let denied = try Tool.run(["gate"], input: Array("a nude\n".utf8))
    #expect(denied.status == 1 && denied.output == "deny\tMJ701 MJ307\ta nude\n")
    #expect(try Tool.run(["gate", "--exit-zero"], input: Array("a nude\n".utf8)).status == 0)
    #expect(try Tool.run(["gate", "missing.jsonl"]).status == 3)
    #expect(try Tool.run(["gate", "--resume"]).status == 2)
    #expect(try Tool.run(["gate", "--format", "csv"], input: []).status == 3)
    #expect(try Tool.run(["gate", "--format", "csv", "--input-format", "lines"]).status == 2)
    #expect(try Tool.run(["gate"], input: []).status == 0)
  }

  @Test func policyComesFromTheConfiguration() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      target: web
      gate:
        sensitive: error
        review: warning
        actions: {gore: deny, MJ203: review}
        rewrite: [MJ102]
        budget: 3
      """, to: "mjprompt.yaml")
    let input =
      "a nude --v 7\na gory field --v 7\na pond --s 5000 --v 7\na pond –ar 3:2 --v 7\n"
      + "a pond --repeat 2 --v 7\na pond --repeat 2 --v 7\na pond --v 7\n"
    try folder.write(input, to: "in.txt")
    let result = try Tool.run(["gate", "in.txt"], in: folder.path)
    let cells = result.output.split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(cells.map { $0[0] } == ["review", "deny", "review", "deny", "allow", "deny", "deny"])
    #expect(cells[6][1].hasPrefix("budget-spent"))
    let isolated = try Tool.run(["gate", "--isolated", "in.txt"], in: folder.path)
    #expect(isolated.output.hasPrefix("deny\tMJ701\ta nude --v 7\n"))
  }

  // MARK: Output that fails

  static let hasFullDevice = FileManager.default.fileExists(atPath: "/dev/full")

  @Test(.enabled(if: hasFullDevice, "there is no /dev/full"))
  func fullDiskIsSaid() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.input(800), to: "in.jsonl")
    for script in ["gate in.jsonl >/dev/full", "gate in.jsonl --output /dev/full"] {
      let result = try Tool.shell("\"$MJPROMPT\" \(script)", in: folder.path)
      #expect(result.status == 3)
      #expect(result.errors.contains("no space left on device"))
    }
    let limited = try Tool.shell(
      "trap '' XFSZ; ulimit -f 100; \"$MJPROMPT\" gate in.jsonl --output out", in: folder.path)
    #expect(limited.status == 3 && limited.errors.contains("out.part"))
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/out"))
    let resumed = try Tool.run(
      ["gate", "in.jsonl", "--output", "out", "--resume"], in: folder.path)
    let direct = try Tool.run(["gate", "in.jsonl"], in: folder.path)
    #expect(resumed.status == 1 && folder.bytes(of: "out") == direct.bytes)
  }

  @Test func closedOutputIsSaid() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.input(10), to: "in.jsonl")
    for command in ["gate in.jsonl", "lint --format jsonl in.jsonl"] {
      let result = try Tool.shell("\"$MJPROMPT\" \(command) >&-", in: folder.path)
      #expect(result.status == 3 && result.errors.contains("bad file descriptor"))
    }
  }

  @Test func permissionsOfAnOutputStay() throws {
    let result = try Tool.shell(
      """
      echo "a pond --v 7" > in; touch out; chmod 640 out
      "$MJPROMPT" gate in --output out; stat -c %a out || stat -f %Lp out
      """)
    #expect(result.output == "640\n")
  }

  @Test func closedPipeIsQuiet() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.input(800), to: "in.jsonl")
    let result = try Tool.shell(
      "\"$MJPROMPT\" gate in.jsonl | head -n 1 | wc -l; echo ${PIPESTATUS[0]}", in: folder.path)
    #expect(result.output == "1\n0\n" && result.errors == "")
  }

  @Test func lineBufferedAnswersAtOnce() throws {
    let script = """
      coproc GATE { "$MJPROMPT" gate --line-buffered; }
      for prompt in "a pond --v 7" "a nude --v 7"; do
        echo "$prompt" >&${GATE[1]}
        read -r -t 60 answer <&${GATE[0]} && echo "$answer"
      done
      """
    let result = try Tool.shell(script)
    #expect(result.output == "allow\t\ta pond --v 7\ndeny\tMJ701\ta nude --v 7\n")
  }

  // MARK: Going on

  /// Killed as soon as something is written, and gone on with, until it comes to its end.
  @Test(arguments: ["jsonl", "csv"])
  func killedRunIsGoneOnWith(_ form: String) throws {
    let folder = try TemporaryFolder()
    let pad = String(repeating: "y", count: 3000)
    let table =
      "n,prompt,pad\n" + (0..<2000).map { "\($0),\"a pond, \($0 % 9) --v 7\",\(pad)\n" }.joined()
    try folder.write(form == "csv" ? table : Self.input(2000), to: "in.\(form)")
    let script = """
      for try in 1 2 3; do
        before=$(stat -c %s out.part 2>/dev/null || echo 0)
        "$MJPROMPT" gate in.\(form) --output out --resume & pid=$!
        while kill -0 $pid 2>/dev/null; do
          size=$(stat -c %s out.part 2>/dev/null || echo 0)
          [ "$size" -gt "$before" ] && kill -9 $pid 2>/dev/null
          sleep 0.01
        done
        wait $pid
        [ -e out.part ] && truncate -s -7 out.part && echo cut
      done
      "$MJPROMPT" gate in.\(form) --output out --resume
      echo $?; ls
      """
    let result = try Tool.shell(script, in: folder.path)
    #expect(result.output.hasPrefix("cut\n"))
    #expect(result.output.hasSuffix("\nin.\(form)\nout\nout.gate\n"))
    let direct = try Tool.run(["gate", "in.\(form)"], in: folder.path)
    #expect(folder.bytes(of: "out") == direct.bytes)
  }

  @Test func resumeRefusesWhatIsNotTheSame() throws {
    let folder = try TemporaryFolder()
    try folder.write("a pond --v 7\na kite --v 7\n", to: "in.txt")
    try folder.write("zeppelin\n", to: "words.txt")
    let base = ["gate", "in.txt", "--output", "out"]
    #expect(try Tool.run(base, in: folder.path).status == 0)
    let whole = folder.bytes(of: "out")
    #expect(try Tool.run(base + ["--resume"], in: folder.path).status == 0)
    #expect(folder.bytes(of: "out") == whole)
    for other in [
      ["--terms", "words.txt"], ["--target", "web"], ["--format", "jsonl"], ["--plan", "basic"],
      ["--as-of", "2024-08-01"], ["--ignore", "MJ1"],
    ] {
      let result = try Tool.run(base + ["--resume"] + other, in: folder.path)
      #expect(result.status == 2, "\(other)")
      #expect(result.errors.contains("can't go on"), "\(other): \(result.errors)")
    }
    try folder.write("a pond --v 7\na kitE --v 7\n", to: "in.txt")
    #expect(try Tool.run(base + ["--resume"], in: folder.path).status == 2)
    #expect(folder.bytes(of: "out") == whole)
  }
}

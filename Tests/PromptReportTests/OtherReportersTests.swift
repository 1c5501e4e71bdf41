// One line, and JSON.

import Foundation
import PromptCore
import PromptFiles
import PromptReport
import Testing

@Suite struct ConciseReporterTests {
  @Test func writesOneLineForEachFinding() {
    let safe = sample("\n猫 a\u{200B}b", path: "b.prompt") { record in
      let fix = FixIt("drop it", .safe, [])
      return [Diagnostic(hiddenCharacter, at: record.range(of: "\u{200B}"), "a\nb", fixes: [fix])]
    }
    let plain = sample("x") { [Diagnostic(hiddenCharacter, at: $0.range, "m", severity: .hint)] }
    let expected = #"""
      prompts.prompt:3:11: error MJ203 value-out-of-range: `--s 5000` is above 1000, the highest value v7 takes [unsafe fix]
      b.prompt:2:4: warning MJ601 hidden-character: a\nb [fixable]
      prompts.prompt:1:1: hint MJ601 hidden-character: m

      """#
    #expect(ConciseReporter().text(clampSample(), safe, plain) == expected)
  }
}

@Suite struct JSONReporterTests {
  @Test func writesAnArray() throws {
    let file = sample("\n🐈 cat --s 5000") { record in
      let range = record.range(of: "5000")
      let edits = [TextEdit(range, "1000")]
      return [
        Diagnostic(
          outOfRange, at: range, "too high",
          notes: [DiagnosticNote("here", at: record.range(of: "cat")), DiagnosticNote("so")],
          fixes: [FixIt("write `--s 1000`", .unsafe, edits)])
      ]
    }
    let expected = """
      [
        {
          "path": "prompts.prompt",
          "line": 2,
          "column": 11,
          "utf8Column": 14,
          "endLine": 2,
          "endColumn": 15,
          "promptLine": 2,
          "range": {
            "start": 13,
            "end": 17
          },
          "rangeUTF16": {
            "start": 11,
            "end": 15
          },
          "code": "MJ203",
          "name": "value-out-of-range",
          "severity": "error",
          "message": "too high",
          "help": null,
          "notes": [
            {
              "message": "here",
              "range": {
                "start": 5,
                "end": 8
              }
            },
            {
              "message": "so",
              "range": null
            }
          ],
          "fixes": [
            {
              "message": "write `--s 1000`",
              "applicability": "unsafe",
              "edits": [
                {
                  "start": 13,
                  "end": 17,
                  "replacement": "1000"
                }
              ]
            }
          ]
        }
      ]

      """
    #expect(JSONReporter().text(file) == expected)
  }

  @Test func writesAnEmptyArrayForNothing() {
    #expect(JSONReporter().text(sample("a cat")) == "[]\n")
    #expect(JSONLinesReporter().text(sample("a cat")).isEmpty)
  }

  @Test func putsCommasBetweenFiles() throws {
    let text = JSONReporter().text(clampSample(), sample("x"), clampSample("5000 5000\n5000"))
    let array = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [Any])
    #expect(array.count == 3)
  }

  @Test func writesOneObjectALine() throws {
    let text = JSONLinesReporter().text(clampSample("5000\n5000"), clampSample("\u{2028}5000"))
    let lines = text.split(separator: "\n")
    #expect(lines.count == 3)
    for line in lines {
      _ = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  @Test func countsColumnsInTheFileAndRangesInThePrompt() throws {
    let line = #"{"prompt":"\u00e9 🐈 5000"}"#
    let file = sample("\n" + line, path: "a.jsonl") {
      [Diagnostic(outOfRange, at: $0.range(of: "5000"), "m")]
    }
    let text = JSONLinesReporter().text(file)
    #expect(text.contains(#""line":2,"column":21,"utf8Column":24,"endLine":2,"endColumn":25"#))
    #expect(text.contains(#""range":{"start":8,"end":12},"rangeUTF16":{"start":5,"end":9}"#))
  }
}

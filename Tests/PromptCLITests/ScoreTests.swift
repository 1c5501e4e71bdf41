// `mjprompt rules score`: what it reads, what it counts, how it shows it.

import Foundation
import PromptTestSupport
import Testing

@Suite struct ScoreTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let rules = try RuleFolderCopy()
    try rules.write(
      """
      category: brand
      source: [NOV]
      verified: 2026-11-01
      terms:
        - {word: zorbo, weight: 3, reported: true}
        - {word: yarbo, weight: 2}
        - {word: xerbo, weight: 1}
      """, to: "sensitive/brand.yaml")
    let made = try Tool.run(
      ["rules", "compile", rules.path, "--output", "rules.image"], in: folder.path)
    try #require(made.status == 0)
    try folder.write(
      """
      {"text": "a wörbo in Zorbo", "label": "unsafe", "char_offsets": [11, 12, 13, 14, 15]}
      {"text": "a yarbo, --no xerbo", "label": "unsafe", "char_offsets": [2, 3, 14, 15]}
      {"text": "a yarbo title", "label": "safe_but_confusable", "char_offsets": []}
      {"text": "a cat\\nin the sun", "label": "safe"}

      """, to: "labelled.jsonl")
  }

  private func score(_ arguments: String...) throws -> ToolResult {
    try Tool.run(["rules", "score", "--rules", "rules.image"] + arguments, in: folder.path)
  }

  /// The rows of the tables, their cells with one blank between.
  private func rows(_ result: ToolResult) -> [String] {
    result.output.split(separator: "\n").dropFirst().map { line in
      line.split(separator: "  ").map { $0.trimmingCharacters(in: .whitespaces) }
        .joined(separator: " | ")
    }
  }

  @Test func labelledTextsAreScored() throws {
    try folder.write("xerbo\nA Cat\n", to: "cats.txt")
    try folder.write("1\n0\n1\n1\n", to: "flags")
    let result = try score(
      "labelled.jsonl", "--profile", "default", "--profile", "midjourney", "--beside", "cats.txt",
      "--predictions", "peer=flags")
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(
      result.output == """
        Precision/recall in per cent, by errors and by errors and warnings; the recall alone where all \
        texts are unsafe, and f with the share that was flagged where all are safe.

        labelled.jsonl
        texts           unsafe  safe  default error  default warning  midjourney error  midjourney warning  cats        peer
        all             2       2     100.0/50.0     66.7/100.0       100.0/50.0        100.0/50.0          50.0/50.0   33.3/50.0
        by brand terms  2       2     100.0/50.0     66.7/100.0       100.0/50.0        100.0/50.0          –           –
        spans           3       0     100.0/33.3     66.7/66.7        100.0/33.3        100.0/33.3          100.0/33.3  –

        """)
  }

  @Test func gradesAndCategoriesAreRows() throws {
    try folder.write(
      "text,category_1,category_2,severity_description\nzorbo,b,a,Mild\nx,b,,Grave\n", to: "a.csv")
    try folder.write("zorbo\t2\nyarbo\t1\ncat\t0\n", to: "b.tsv")
    try folder.write("word,rude,sly\nzorbo,3,0\n\"q\"\"r\",0,1\ncat,0,0\n", to: "c.csv")
    try folder.write(
      #"[{"match": "zor*bo|nobody", "tags": ["t"], "severity": 4, "more": [{"a": 1}]}]"#,
      to: "d.json")
    let result = try score("a.csv", "b.tsv", "c.csv", "d.json", "--profile", "default")
    let expected = [
      "a.csv", "all | 2 | 0 | 50.0 | 50.0", "a | 1 | 0 | 100.0 | 100.0", "b | 2 | 0 | 50.0 | 50.0",
      "severity Grave | 1 | 0 | 0.0 | 0.0", "severity Mild | 1 | 0 | 100.0 | 100.0",
      "b.tsv", "all | 2 | 1 | 100.0/50.0 | 100.0/100.0", "grade 1 | 1 | 0 | 0.0 | 100.0",
      "grade 2 | 1 | 0 | 100.0 | 100.0",
      "c.csv", "all | 2 | 1 | 100.0/50.0 | 100.0/50.0", "rude 3 | 1 | 0 | 100.0 | 100.0",
      "sly 1 | 1 | 0 | 0.0 | 0.0",
      "d.json", "all | 2 | 0 | 50.0 | 50.0", "severity 4 | 2 | 0 | 50.0 | 50.0",
      "t | 2 | 0 | 50.0 | 50.0",
    ]
    #expect(rows(result).filter { !$0.hasPrefix("texts") } == expected)
  }

  @Test func plainLinesAreWhatIsExpected() throws {
    try folder.write("Zorbo\r\n\r\n  yarbo \ncat\n", to: "w.txt")
    #expect(
      rows(try score("w.txt", "--expect", "unsafe", "--profile", "default")).dropFirst(2) == [
        "all | 3 | 0 | 33.3 | 66.7", "by brand terms | 3 | 0 | 33.3 | 66.7",
      ])
    #expect(
      rows(try score("w.txt", "--expect", "safe", "--profile", "default"))[2]
        == "all | 0 | 3 | f 33.33 | f 66.67")
    let alarms = try score("w.txt", "--expect", "safe", "--alarms")
    #expect(alarms.output.contains("w.txt:1: default: `Zorbo` (brand) in Zorbo\n"))
    #expect(alarms.output.contains("w.txt:3: strict: `yarbo` (brand) in yarbo\n"))
  }

  @Test func tablesHaveOtherForms() throws {
    let page = try score("labelled.jsonl", "--profile", "default", "--format", "markdown").output
    #expect(page.contains("\n**labelled.jsonl**\n\n| texts | unsafe | safe | default error |"))
    #expect(page.contains("| all | 2 | 2 | 100.0/50.0 | 66.7/100.0 |\n"))
    let list = try score("labelled.jsonl", "--format", "json").output
    let cells = try JSONSerialization.jsonObject(with: Data(list.utf8)) as? [[String: Any]]
    let cell = try #require(
      cells?.first { $0["by"] as? String == "default" && $0["level"] as? String == "warning" })
    #expect(cell["rows"] as? String == "all" && cell["flagged"] as? Int == 3)
    #expect(cell["recall"] as? Double == 1 && cell["falseAlarms"] as? Double == 0.5)
  }

  @Test func textsArePrintedForOtherTools() throws {
    try folder.write("zorbo\n", to: "w.txt")
    let result = try score("--texts", "labelled.jsonl", "w.txt", "--expect", "unsafe")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 5 && lines[3] == #"{"text":"a cat\nin the sun","label":"safe"}"#)
    #expect(lines[4] == #"{"text":"zorbo","label":"unsafe"}"#)
  }

  @Test(arguments: [
    (["w.txt"], 2, "w.txt:1: nothing says whether it should be flagged; say so with --expect"),
    (["nowhere.txt", "--expect", "safe"], 3, "cannot read nowhere.txt: no such file"),
    (["l.jsonl"], 2, "l.jsonl:1: the label `bad` is neither safe nor unsafe"),
    (["j.jsonl"], 2, "j.jsonl:2: expected a JSON object"),
    (["w.txt", "--expect", "safe", "--profile", "strikt"], 2, "did you mean `strict`?"),
    (["w.txt", "--expect", "safe", "--predictions", "p=w.txt"], 2, "w.txt:1: expected 1 or 0"),
    (["w.txt", "--expect", "safe", "--predictions", "p"], 2, "--predictions takes name=file"),
    (["w.txt", "--expect", "safe", "--predictions", "p=n"], 2, "p has 2 predictions for 1 texts"),
  ])
  func mistakesAreNamed(_ arguments: [String], _ status: Int, _ message: String) throws {
    try folder.write("zorbo\n", to: "w.txt")
    try folder.write("1\n0\n", to: "n")
    try folder.write("{\"text\": \"x\", \"label\": \"bad\"}\n", to: "l.jsonl")
    try folder.write("{\"text\": \"x\", \"label\": \"safe\"}\n[1]\n", to: "j.jsonl")
    let result = try Tool.run(["rules", "score"] + arguments, in: folder.path)
    #expect(result.status == status && result.errors.contains(message), "\(result.errors)")
  }
}

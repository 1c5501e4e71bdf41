// What the server receives is, byte for byte, what the gate judged.

import Foundation
import PromptCore
import PromptLint
import PromptRules
import PromptScan
import ServiceTestSupport
import Testing

@Suite struct ReceivedBytesTests {
  private static let day = Day(rawValue: 2026_11_24)
  private static let root = URL(filePath: #filePath).appending(path: "../../../..")
    .standardizedFileURL

  /// The prompts of corpus/, and texts that forms, JSON and shells read in their own ways.
  private static let prompts: [String] = {
    let files = FileManager.default.enumerator(
      at: root.appending(path: "corpus"), includingPropertiesForKeys: nil)
    let texts = (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "prompt" }
      .sorted { $0.path < $1.path }
      .map { String(decoding: (try? Data(contentsOf: $0)) ?? Data(), as: UTF8.self) }
    let lines = texts.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: true) }
    return odd + lines.filter { !$0.hasPrefix("#") }.map(String.init)
  }()

  private static let odd: [String] =
    [
      "1 + 1 = 2", "100% wool & silk", "a+b", "a%2Bb", "a%20b", "%", "%%41", "a=b&c=d;e",
      "prompt=a&model=b", "first line\nsecond line", "tab\tbetween", "caffè, naïve, Ærøskøbing",
      "cafe\u{301} at night", "👩‍🚀 on the moon 🌖", "🇩🇰 flag", "漫画風の灯台", "\"quoted\" and 'single'",
      "back\\slash \\n", "<b>bold</b>", "$HOME `date` $(date)", "~ ! @ * ( ) _ - .", "a \u{A0} b",
      "{\"prompt\": \"x\"}", "&#43;", "\u{2028}line", "emoji\u{FE0F}☂",
    ] + (0x20...0x7E).map { "a lighthouse \(Character(Unicode.Scalar(UInt8($0)))) harbour" }

  @Test(arguments: ["form", "json"])
  func receivedIsWhatWasJudged(_ form: String) throws {
    let folder = try ServiceFolder()
    let server = try FakeServer(in: folder.path)
    let rows = try submit(Self.prompts, to: server, as: form, folder)
    let gate = try Self.gate()
    // As bytes, since equal strings may have different ones; differences only, since there are many.
    let received = Self.counts(
      try server.received().map { try #require(FormBody.fields($0)["prompt"]) })
    let accepted = rows.filter { $0.state == "accepted" }
    let sent = Self.counts(accepted.map(\.prompt))
    #expect(Set(rows.map(\.state)).isSubset(of: ["accepted", "denied"]))
    #expect(sent.count > 200)
    #expect(Set(sent.keys).union(received.keys).filter { sent[$0] != received[$0] } == [])
    let judged = received.keys.filter { Self.judged(SourceText($0), gate) != $0 }
    #expect(judged.map { String(decoding: $0, as: UTF8.self) } == [])
    let changed = accepted.filter { row in
      Self.isWhole(row)
        && Self.judged(SourceText(Self.prompts[row.line - 1]), gate) != Array(row.prompt.utf8)
    }
    #expect(changed.map { Self.prompts[$0.line - 1].prefix(99) } == [])
  }

  private static func counts(_ prompts: [String]) -> [[UInt8]: Int] {
    Dictionary(prompts.map { (Array($0.utf8), 1) }, uniquingKeysWith: +)
  }

  /// Whether a record became one submission with nothing expanded or moved into a field.
  private static func isWhole(_ row: Row) -> Bool {
    let prompt = prompts[row.line - 1]
    return row.type == nil && !prompt.contains("{") && !prompt.contains("--r")
  }

  /// What a gate as that of `submit` makes of a prompt.
  private static func judged(_ prompt: SourceText, _ gate: Gate) -> [UInt8]? {
    var scratch = ScanScratch()
    return gate.check(prompt, scratch: &scratch).prompt.map { Array($0.text.utf8) }
  }

  private static func gate() throws -> Gate {
    var options = LintOptions(asOf: day)
    options.target = "ohmygpt"
    return Gate(rules: try RuleSet(.embedded), options: options)
  }

  private struct Row: Decodable {
    let state, prompt: String
    let line: Int
    let id, type: String?
  }

  private func submit(
    _ prompts: [String], to server: FakeServer, as form: String, _ folder: ServiceFolder
  ) throws -> [Row] {
    let lines = try prompts.enumerated().map { number, prompt in
      String(
        decoding: try JSONEncoder().encode(["id": "p\(number)", "prompt": prompt]), as: UTF8.self)
    }
    let file = try folder.write(lines.joined(separator: "\n") + "\n", to: "batch.jsonl")
    let done = try folder.run([
      "submit", file, "--ledger", "\(folder.path)/ledger.sqlite", "--base-url", server.address,
      "--rate", "0", "--body", form, "--json", "--quiet",
    ])
    #expect([0, 1].contains(done.status), "\(done.errors)")
    return try done.output.split(separator: "\n").map {
      try JSONDecoder().decode(Row.self, from: Data($0.utf8))
    }
  }
}

// What must hold of every prompt, over the whole corpus and over every prefix of it.

import Foundation
import PromptCore
import PromptFiles
import PromptFormat
import PromptLint
import PromptScan
import PromptTestSupport
import Testing

struct PropertyTests {
  let judge: PromptJudge
  let normalizer: Normalizer

  init() throws {
    judge = try PromptJudge()
    normalizer = Normalizer(rules: judge.linter.rules)
  }

  static let folders = ["valid", "invalid", "repair", "format", "probe", "hostile"]

  @Test(arguments: folders.flatMap { CorpusFile.all(in: $0) })
  func everyPromptKeepsTheProperties(_ file: CorpusFile) {
    for record in file.file.records {
      let source = SourceText(Array(record.bytes))
      checkSyntax(source)
      checkDiagnostics(source)
      checkFixes(source)
      checkForm(source)
    }
  }

  /// All prefixes are parsed; those of prompts up to 300 bytes are linted too, and each 97th of others.
  @Test(arguments: folders.flatMap { CorpusFile.all(in: $0) })
  func everyPrefixKeepsTheProperties(_ file: CorpusFile) {
    for record in file.file.records {
      let bytes = Array(record.bytes)
      let step = bytes.count <= 300 ? 1 : 97
      for count in bytes.indices {
        let source = SourceText(Array(bytes.prefix(count)))
        checkSyntax(source)
        if count % step == 0 { checkDiagnostics(source) }
      }
    }
  }

  /// The same over prompts made of awkward pieces, the same ones in every run.
  @Test func generatedPromptsKeepTheProperties() {
    let count = Int(ProcessInfo.processInfo.environment["MJPROMPT_GENERATED"] ?? "") ?? 1500
    var generator = PieceGenerator(state: 20_261_124)
    for _ in 0..<count {
      let source = SourceText(generator.prompt())
      checkSyntax(source)
      checkDiagnostics(source)
      checkFixes(source)
      checkForm(source)
    }
  }

  /// The same over prompts from elsewhere: `MJPROMPT_DATA` names a folder of JSONL files.
  @Test(.enabled(if: dataFolder != nil, "set MJPROMPT_DATA to a folder of JSONL files"))
  func promptsFromElsewhereKeepTheProperties() throws {
    let folder = try #require(Self.dataFolder)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".jsonl") {
      let file = PromptFile(path: name, bytes: try FileSystem.read("\(folder)/\(name)"))
      for record in file.records {
        let source = SourceText(Array(record.bytes))
        checkSyntax(source)
        checkDiagnostics(source)
        checkFixes(source)
        checkForm(source)
      }
    }
  }

  private static let dataFolder = ProcessInfo.processInfo.environment["MJPROMPT_DATA"]
}

// MARK: The properties

extension PropertyTests {
  /// Tokens laid end to end are the prompt.
  private func checkSyntax(_ source: SourceText) {
    let prompt = judge.linter.parse(source)
    var next: UInt32 = 0
    var isJoined = true
    for token in prompt.tokens {
      isJoined = isJoined && token.range.start == next && !token.range.isEmpty
      next = token.range.end
    }
    #expect(isJoined && next == source.range.end, "\(shown(source))")
  }

  /// Diagnostics lie inside the prompt, in order, and are the same each time.
  private func checkDiagnostics(_ source: SourceText) {
    let found = judge.diagnostics(source)
    let ranges = found.map(\.range)
    let edits = found.flatMap(\.fixes).flatMap(\.edits).map(\.range)
    let notes = found.flatMap(\.notes).compactMap(\.range)
    let isInside = (ranges + edits + notes).allSatisfy { source.range.contains($0) }
    let isSorted = zip(ranges, ranges.dropFirst()).allSatisfy { $0.start <= $1.start }
    #expect(isInside && isSorted, "\(shown(source))")
    #expect(found == judge.diagnostics(source), "\(shown(source))")
  }

  /// Fixes converge, and what they made needs none.
  private func checkFixes(_ source: SourceText) {
    for lowest in [Applicability.safe, .unsafe] {
      let once = judge.fixed(source, accepting: lowest)
      let isLarge = once.applied.count > 300
      #expect(once.isStable || isLarge, "\(shown(source)) → \(shown(once.source))")
      guard once.isStable else { continue }
      #expect(judge.fixed(once.source, accepting: lowest).source == once.source)
    }
  }

  /// The canonical form of the canonical form is itself.
  private func checkForm(_ source: SourceText) {
    let fixed = judge.fixed(source, accepting: .safe).source
    guard let once = normalizer.normalize(judge.linter.parse(fixed), of: fixed) else { return }
    let again = judge.fixed(SourceText(once.text), accepting: .safe).source
    let twice = normalizer.normalize(judge.linter.parse(again), of: again)
    #expect(twice == once, "\(shown(source)) → \(once.text) → \(twice?.text ?? "nothing")")
  }

  private func shown(_ source: SourceText) -> String {
    String(source.string(in: source.range).prefix(300))
  }
}

/// Makes prompts of pieces that parsers stumble over; a seed makes the same ones anywhere.
private struct PieceGenerator {
  var state: UInt64

  private static let pieces: [[UInt8]] =
    [
      "--ar", " --ar ", "16:9", " : ", "—v ", "–s", " - -c ", "-- no ", "--no", "--sref ", "--p ",
      "--niji ", "--v 7", " --v 8.2", "--style ", "raw", "--tile", " --oref ", "--iw-1", "--bogus ",
      "--q .5", "--s=", "5000", "a cat", " dog ", "nude", "cutting-edge", "::", ":: ", "::-2 ", "{",
      "}", "{a, b}", ",", "\\,", "\\{", "https://a.b/c.png", "<https://s.mj.run/a>", "<your image>",
      "\n", "\r", "\u{200B}", "\u{A0}", "\u{3000}", "：", "＝", "é", "日本", "\"", ". ", " ", "  ", "-",
      "---", "/imagine prompt:", "123", "random", "::2", "--AR ", "--test", "--hd ", "--fast",
      " http://a.b/c ", "blob:https://a.b/c", "\"https://a.b/c.png\"", "](https://a.b/d.jpg)", "[",
      ",https://a.b/d.png", "https://a.b/c.png?ex=6925a000", "，", "`", "”",
    ].map { Array($0.utf8) } + [[0], [0xFF], [0xF0, 0x9F]]

  private mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  mutating func prompt() -> [UInt8] {
    (0..<next(below: 14) + 1).flatMap { _ in Self.pieces[next(below: Self.pieces.count)] }
  }
}

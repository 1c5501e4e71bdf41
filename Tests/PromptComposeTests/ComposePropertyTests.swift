// The properties of composing over made texts and made templates.

import Foundation
import PromptTestSupport
import Testing

@Suite struct ComposePropertyTests {
  private static let shared = Result { try ComposeProperties() }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func textsStayText(_ seed: UInt64) throws {
    let properties = try Self.shared.get()
    var random = SeededRandom(seed: seed)
    for _ in 0..<100 {
      let pieces = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        random.pick(HostileText.all + PieceGenerator.texts)
          + random.pick(["", "", " ", "\n", ":", "-"])
      }
      #expect(properties.slot(Array(pieces.joined().utf8)) == nil)
    }
  }

  /// Lines and tags of the corpus's templates, shuffled, cut and doubled.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func brokenTemplatesAreErrorsWithWords(_ seed: UInt64) throws {
    let properties = try Self.shared.get()
    let texts = try TemplateCorpusTests.names.map { name in
      try String(contentsOfFile: Repository.file("corpus/templates/\(name)"), encoding: .utf8)
    }
    var random = SeededRandom(seed: seed)
    for _ in 0..<40 {
      var bytes = Array(random.pick(texts).replacing("/", with: "").utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let start = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, start + Int.random(in: 0...12, using: &random))
        let piece = random.pick([
          "", "{{", "}}", "|pick 2", "{{any: a | b}}", "{{if x}}", "[", ": ", "\n",
        ])
        bytes.replaceSubrange(start..<end, with: Array(piece.utf8))
        if bytes.isEmpty { bytes = [0x61] }
      }
      #expect(properties.template(bytes) == nil, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
}

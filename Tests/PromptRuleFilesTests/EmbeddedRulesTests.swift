// The embedded rule set equals the files, and an image survives anything but damage.

import Foundation
import PromptRuleFiles
import PromptRules
import PromptTestSupport
import Testing

@Suite struct EmbeddedRulesTests {
  @Test func embeddedImageEqualsTheFiles() throws {
    let image = try RuleFolder(Repository.file("rules")).load().prepared.image
    #expect(
      RuleImage.embedded.bytes == image.bytes,
      "the embedded rules are stale; refresh them with: \(EmbeddedFile.command)")
  }

  @Test func generatedFileEqualsTheFiles() throws {
    let image = try RuleFolder(Repository.file("rules")).load().prepared.image
    let file = try Data(contentsOf: URL(filePath: Repository.file(EmbeddedFile.path)))
    #expect(
      Array(file) == EmbeddedFile.bytes(of: image),
      "\(EmbeddedFile.path) is stale; refresh it with: \(EmbeddedFile.command)")
  }

  @Test func imageKeepsEverything() throws {
    let rules = try RuleSet(.embedded, withPages: true)
    #expect(rules.image.bytes == RuleImage.embedded.bytes)
    #expect(RuleImage.embeddedDate == rules.date)
    #expect(try RuleSet(.embedded).pages.isEmpty)
  }

  @Test(arguments: 0..<300)
  func damageIsFoundOrHarmless(seed: Int) throws {
    var bytes = RuleImage.embedded.bytes
    let place = seed * 7919 % bytes.count
    bytes[place] ^= UInt8(1 << (seed % 8))
    #expect(throws: RuleImageError.self) {
      _ = try RuleSet(RuleImage(bytes: bytes), withPages: true)
    }
  }

  @Test(arguments: [0, 1, 7, 8, 15, 16, 47, 100, 1000])
  func cutImagesAreRefused(count: Int) {
    let bytes = Array(RuleImage.embedded.bytes.prefix(count))
    #expect(throws: RuleImageError.self) { _ = try RuleSet(RuleImage(bytes: bytes)) }
  }
}

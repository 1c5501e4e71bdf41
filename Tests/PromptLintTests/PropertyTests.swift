// What must hold of every prompt, over the whole corpus and over every prefix of it.

import Foundation
import PromptCore
import PromptFiles
import PromptTestSupport
import Testing

struct PropertyTests {
  let properties: PromptProperties

  private static let shared = Result { try PromptProperties() }

  init() throws { properties = try Self.shared.get() }

  static let folders = ["valid", "invalid", "repair", "format", "probe", "hostile"]

  @Test(arguments: folders.flatMap { CorpusFile.all(in: $0) })
  func everyPromptKeepsTheProperties(_ file: CorpusFile) {
    for record in file.file.records {
      let source = SourceText(Array(record.bytes))
      expectHolds(properties.all(source))
    }
  }

  /// All prefixes up to 1,200 bytes are parsed and each seventh of longer prompts, which say one thing
  /// again and again; those of prompts up to 300 bytes are linted too, and each 97th of others.
  @Test(arguments: folders.flatMap { CorpusFile.all(in: $0) })
  func everyPrefixKeepsTheProperties(_ file: CorpusFile) {
    for record in file.file.records {
      let bytes = Array(record.bytes)
      let (parsed, linted) = (bytes.count <= 1200 ? 1 : 7, bytes.count <= 300 ? 1 : 97)
      for count in bytes.indices where count % parsed == 0 || count % linted == 0 {
        let source = SourceText(Array(bytes.prefix(count)))
        expectHolds(properties.tokens(source))
        guard count % linted == 0 else { continue }
        expectHolds(properties.syntax(source) ?? properties.diagnostics(source))
      }
    }
  }

  /// The same over prompts made of awkward pieces, the same ones in every run.
  @Test func generatedPromptsKeepTheProperties() {
    let count = Int(ProcessInfo.processInfo.environment["MJPROMPT_GENERATED"] ?? "") ?? 1500
    var generator = PieceGenerator(seed: 20_261_124)
    for _ in 0..<count {
      let source = SourceText(generator.prompt())
      expectHolds(properties.all(source))
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
        expectHolds(properties.all(source))
      }
    }
  }

  private static let dataFolder = ProcessInfo.processInfo.environment["MJPROMPT_DATA"]
}

// MARK: The properties

extension PropertyTests {
  /// Records an issue when a property is broken.
  private func expectHolds(_ fault: String?) {
    if let fault { Issue.record("\(fault)") }
  }
}

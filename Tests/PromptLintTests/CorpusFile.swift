// The files of corpus/, read as tests need them.

import Foundation
import PromptCore
import PromptFiles
import PromptRuleFiles
import PromptTestSupport

/// A file of the corpus.
struct CorpusFile: Sendable, CustomStringConvertible {
  /// Its path below corpus/.
  let path: String
  let bytes: [UInt8]
  var description: String { path }

  /// The files of a folder of the corpus, by name.
  static func all(in folder: String) -> [CorpusFile] {
    let root = Repository.file("corpus/\(folder)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return names.sorted().compactMap { name in
      (try? FileSystem.read("\(root)/\(name)")).map { bytes in
        CorpusFile(path: "\(folder)/\(name)", bytes: bytes)
      }
    }
  }

  /// Its prompts, as the tool reads them.
  var file: PromptFile { PromptFile(path: path, bytes: bytes) }

  /// The prompts with what stands below them.
  func marked() throws -> [MarkedPrompt] {
    try MarkedPrompt.read(NumberedLine.lines(of: bytes), .file)
  }

  /// A judge as the first line asks for one: `# judged for target=ohmygpt plan=basic`.
  func judge() throws -> PromptJudge {
    let first = NumberedLine.lines(of: bytes).first?.text ?? ""
    guard first.hasPrefix("# judged for ") else { return try PromptJudge() }
    let words = first.split(separator: " ").map { $0.split(separator: "=").map(String.init) }
    func value(_ key: String) -> String? { words.first { $0[0] == key && $0.count == 2 }?[1] }
    return try PromptJudge(
      target: value("target"), plan: value("plan"), pattern: value("pattern"))
  }

  /// The objects of a JSONL file.
  func objects() throws -> [[String: Any]] {
    try NumberedLine.lines(of: bytes).map { line in
      try JSONSerialization.jsonObject(with: Data(line.bytes)) as? [String: Any] ?? [:]
    }
  }

  /// The code that the file is about: its name.
  var code: String { String(path.split(separator: "/")[1].prefix { $0 != "." }) }
}

/// A prompt and what fixes make of it.
struct RepairCase {
  let source: SourceText
  var safe: [UInt8]
  var unsafe: [UInt8]

  /// The cases of a file of repair/.
  static func read(_ file: CorpusFile) throws -> [RepairCase] {
    if file.path.hasSuffix(".jsonl") {
      return try file.objects().map { object in
        let safe = Array((object["safe"] as? String ?? "").utf8)
        return RepairCase(
          source: SourceText(object["prompt"] as? String ?? ""), safe: safe, unsafe: safe)
      }
    }
    var cases: [RepairCase] = []
    for line in NumberedLine.lines(of: file.bytes) {
      if let text = rest(of: line, behind: "#> "), !cases.isEmpty {
        cases[cases.count - 1].safe = text
        cases[cases.count - 1].unsafe = text
      } else if let text = rest(of: line, behind: "#! "), !cases.isEmpty {
        cases[cases.count - 1].unsafe = text
      } else if line.bytes.first != UInt8(ascii: "#") {
        let source = SourceText(line.bytes)
        cases.append(RepairCase(source: source, safe: source.bytes, unsafe: source.bytes))
      }
    }
    return cases
  }

  private static func rest(of line: NumberedLine, behind mark: String) -> [UInt8]? {
    line.bytes.starts(with: mark.utf8) ? Array(line.bytes.dropFirst(mark.utf8.count)) : nil
  }
}

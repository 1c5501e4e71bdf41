// The prompts and lists of a folder, as values of the scanner.

import PromptCore
import PromptRules

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Prompts as they are measured.
struct Prompts {
  /// One source for each prompt, or the whole file as the only one.
  var sources: [SourceText]
  /// For each prompt its bytes in its source.
  var ranges: [ByteRange]

  /// The lines of a file; each becomes a source, or a range of one source for all.
  init(file path: String, isWhole: Bool) throws {
    let bytes = try contents(path)
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    if isWhole {
      sources = [SourceText(bytes)]
      ranges = lines.map { ByteRange($0.startIndex, $0.endIndex) }
    } else {
      sources = lines.map { SourceText(Array($0)) }
      ranges = sources.map(\.range)
    }
  }
}

extension TermList {
  /// The list in a file: a word or phrase a line, or rows of kind, key and pattern.
  init(file path: String) throws {
    var terms: [Term] = []
    for (index, line) in try contents(path).split(separator: UInt8(ascii: "\n")).enumerated() {
      let fields = String(decoding: line, as: UTF8.self).split(separator: "\t").map(String.init)
      let isLiteral = fields.count < 3 || fields[0] == "L"
      let text = fields.count < 3 ? fields[0] : isLiteral ? fields[1] : fields[2]
      terms.append(isLiteral ? Term(listed: text) : Term(pattern: text, number: index))
    }
    self.init(terms: terms)
  }
}

extension Term {
  fileprivate init(listed text: String) {
    let isWord = text.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
    self.init(name: text, kind: isWord ? .word : .phrase, form: text.lowercased())
  }

  fileprivate init(pattern: String, number: Int) {
    self.init(name: "pattern \(number)", kind: .pattern, form: pattern)
  }

  private init(name: String, kind: Kind, form: String) {
    self.init(
      name: name, kind: kind, forms: [form], category: "benchmark", weight: .heavy,
      scopes: .text, reason: nil, replacement: nil, match: [], clean: [])
  }
}

private func contents(_ path: String) throws -> [UInt8] {
  Array(try Data(contentsOf: URL(filePath: path)))
}

// Disguised words and phrases are found where they stand, and the disguise is named.

import PromptCore
import PromptFiles
import PromptRules
import PromptScan
import PromptTestSupport
import Testing

/// A row of Tests/Fixtures/disguises.tsv: the text between ⟦ and ⟧ is meant, `\u{…}` is a character.
struct DisguiseCase: CustomStringConvertible {
  let disguise: String
  let named: String
  /// The texts with their marks.
  let texts: [String]
  var description: String { disguise }

  static let all: [DisguiseCase] = {
    let path = Repository.file("Tests/Fixtures/disguises.tsv")
    let text = (try? FileSystem.read(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t").map(String.init)
      return DisguiseCase(
        disguise: fields[0], named: fields[1], texts: fields.dropFirst(2).map(unescaped))
    }
  }()

  private static func unescaped(_ text: String) -> String {
    text.replacing(/\\u\{([0-9A-F]+)\}/) { match in
      UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
    }
  }
}

@Suite struct DisguiseTests {
  static let scanner = TermScanner(
    TermList(terms: [
      TermScannerTests.term("nude"), TermScannerTests.term("sword"),
      TermScannerTests.term("severed head", .phrase), TermScannerTests.term("裸体"),
      TermScannerTests.term("色情图片"),
    ]))

  private func found(_ source: SourceText) -> [ScanMatch] {
    var scratch = ScanScratch()
    var result = ScanResult()
    Self.scanner.scan(source, in: source.range, scope: .text, scratch: &scratch, into: &result)
    return result.matches
  }

  @Test func thereAreManyDisguises() {
    #expect(DisguiseCase.all.count >= 40)
    #expect(Set(DisguiseCase.all.map(\.disguise)).count == DisguiseCase.all.count)
  }

  @Test(arguments: DisguiseCase.all)
  func wordsAndPhrasesAreFound(_ item: DisguiseCase) throws {
    for marked in item.texts {
      let parts = marked.split(separator: /[⟦⟧]/, omittingEmptySubsequences: false)
      try #require(parts.count == 3)
      let start = parts[0].utf8.count
      let range = ByteRange(start, start + parts[1].utf8.count)
      let matches = found(SourceText(parts.joined()))
      #expect(matches.map(\.range) == [range], "\(item): \(marked)")
      let names = Set(matches.flatMap(\.disguises.names))
      #expect(names.contains(item.named), "\(item): \(marked): \(names)")
    }
  }

  @Test(arguments: [
    "全裸。体重", "美丽 女孩", "裸, 体", "new denim", "un de", "edun", "uдe",
    "snu de", "100% denuded", "a.n.d. u.s.e.", "heads severed", "rock & roll; nu, de",
  ])
  func innocentTextStaysClean(_ text: String) {
    #expect(found(SourceText(text)).isEmpty)
  }
}

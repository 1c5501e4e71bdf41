// Which links are handed on: urls.tsv, line by line.

import Foundation
import PromptSubmit
import Testing

@Suite struct WebAddressTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let verdict: String
    let bytes: [UInt8]
    var testDescription: String { "\(verdict) \(String(decoding: bytes, as: UTF8.self))" }
  }

  static let cases: [Case] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "urls.tsv")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let cells = line.split(separator: "\t", maxSplits: 1)
      return Case(verdict: String(cells[0]), bytes: unescaped(cells[1]))
    }
  }()

  /// A text with `\xNN` as bytes.
  private static func unescaped(_ text: Substring) -> [UInt8] {
    let parts = text.split(separator: #"\x"#, omittingEmptySubsequences: false)
    return parts.enumerated().flatMap { index, part -> [UInt8] in
      guard index > 0, let byte = UInt8(part.prefix(2), radix: 16) else { return Array(part.utf8) }
      return [byte] + Array(part.dropFirst(2).utf8)
    }
  }

  @Test func theTableIsLarge() { #expect(Self.cases.count >= 200) }

  @Test(arguments: cases)
  func linksAreJudged(_ test: Case) {
    do throws(WebAddress.Refusal) {
      let address = try WebAddress(bytes: test.bytes[...])
      #expect(test.verdict == "public")
      #expect(Array(address.text.utf8) == test.bytes)
    } catch {
      #expect("\(error)" == test.verdict)
    }
  }

  @Test func longLinksAreRefused() {
    let start = "https://example.com/"
    let longest = start + String(repeating: "a", count: WebAddress.maximumCount - start.utf8.count)
    #expect(throws: Never.self) { try WebAddress(longest) }
    #expect(throws: WebAddress.Refusal.tooLong) { try WebAddress(longest + "a") }
  }

  /// Cut anywhere or with a byte changed, a link is judged and never ends the program; what passes holds
  /// nothing that a second reader could see otherwise.
  @Test func oddLinksAreJudged() {
    for test in Self.cases where !test.bytes.isEmpty {
      for index in test.bytes.indices {
        var changed = test.bytes
        changed[index] = UInt8.random(in: 0...255)
        for bytes in [test.bytes[..<index], changed[...]] {
          guard let address = try? WebAddress(bytes: bytes) else { continue }
          #expect(address.text.utf8.allSatisfy { 0x21...0x7E ~= $0 })
          #expect(address.text.hasPrefix("https://") && !address.text.contains("\\"))
        }
      }
    }
  }
}

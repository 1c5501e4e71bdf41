// The scanner held against the reference, with both kernels.

package import PromptCore
package import PromptRules
package import PromptScan

/// A scanner without disguises and its reference, over one list.
package struct ScanComparison: ~Copyable {
  private let list: TermList
  private let scanner: TermScanner
  private let reference: ReferenceScanner
  private var portable = ScanScratch(kernel: .portable)
  private var best = ScanScratch(kernel: .best)
  /// How many matches were compared.
  package private(set) var matchCount = 0

  /// A comparison over a list.
  package init(_ list: TermList) throws {
    self.list = list
    scanner = TermScanner(list, depth: .folded)
    reference = try ReferenceScanner(list)
  }

  /// How the scanner's answer differs from the reference's; nil when it does not.
  package mutating func difference(_ text: [UInt8]) -> String? {
    let source = SourceText(text)
    let first = Self.scan(scanner, source, &portable)
    let second = Self.scan(scanner, source, &best)
    if first != second { return "kernels differ: \(shown(text))" }
    let found = first.matches.map { ReferenceMatch(term: $0.term, range: $0.range) }.sorted()
    let (expected, undecided) = reference.scan(text)
    matchCount += expected.count
    if found == expected, Set(first.undecided) == undecided { return nil }
    let known = Set(found).intersection(expected)
    return """
      \(shown(text))
      scanner alone: \(described(found.filter { !known.contains($0) }, source))
      reference alone: \(described(expected.filter { !known.contains($0) }, source))
      undecided: \(first.undecided.sorted()), reference \(undecided.sorted())
      """
  }

  /// What a scanner finds in the whole of a text.
  package static func scan(
    _ scanner: TermScanner, _ source: SourceText, _ scratch: inout ScanScratch
  ) -> ScanResult {
    var result = ScanResult()
    scanner.scan(source, in: source.range, scope: .text, scratch: &scratch, into: &result)
    return result
  }

  private func shown(_ text: [UInt8]) -> String {
    let bytes = text.count > 200 ? "\(text.count) bytes" : "\(text)"
    return "\(String(decoding: text, as: UTF8.self).debugDescription) = \(bytes)"
  }

  private func described(_ matches: [ReferenceMatch], _ source: SourceText) -> String {
    matches.map { match in
      let range = "\(match.range.start)..<\(match.range.end)"
      return "\(list[match.term].name) \(range) \(source.string(in: match.range).debugDescription)"
    }
    .joined(separator: ", ")
  }
}

// What must hold of every scan: tests and fuzzing ask the same questions.

internal import PromptCore
package import PromptRules
internal import PromptScan

/// The properties of scans. Each is nil where it holds, else says how it is broken.
package struct ScanProperties: Sendable {
  private let full: TermScanner
  /// Without innocent text, which can be disguised too and then covers what stands there plainly.
  private let plainTerms: TermScanner
  private let allTerms: TermScanner

  /// The properties by the rules of the repository.
  package init() throws {
    self.init(try RepositoryRules.load().terms)
  }

  /// The properties by a list.
  package init(_ list: TermList) {
    let terms = TermList(terms: list.terms)
    full = TermScanner(list)
    allTerms = TermScanner(terms)
    plainTerms = TermScanner(terms, depth: .folded)
  }

  /// All of them in turn.
  package func fault(in bytes: [UInt8]) -> String? {
    let source = SourceText(bytes)
    var portable = ScanScratch(kernel: .portable)
    var best = ScanScratch(kernel: .best)
    for scope in [TermScopes.text, .no] {
      let found = scan(full, source, scope, &best)
      if found != scan(full, source, scope, &best) { return "another answer now: \(bytes)" }
      if found != scan(full, source, scope, &portable) { return "kernels differ: \(bytes)" }
      if let fault = rangeFault(found, source) { return "\(fault): \(bytes)" }
      let plain = scan(plainTerms, source, scope, &portable)
      if let lost = lost(of: plain, in: scan(allTerms, source, scope, &best)) {
        return "\(lost) is lost behind disguises: \(bytes)"
      }
    }
    return nil
  }

  private func scan(
    _ scanner: TermScanner, _ source: SourceText, _ scope: TermScopes,
    _ scratch: inout ScanScratch
  ) -> ScanResult {
    var result = ScanResult()
    scanner.scan(source, in: source.range, scope: scope, scratch: &scratch, into: &result)
    return result
  }

  /// Ranges lie inside the text and hold something; in valid text they begin and end scalars.
  private func rangeFault(_ found: ScanResult, _ source: SourceText) -> String? {
    for match in found.matches {
      if match.range.isEmpty { return "nothing was found" }
      guard source.range.contains(match.range) else { return "\(match.range) lies outside" }
      if source.isValidUTF8, !isBoundary(match.range.start, source) {
        return "\(match.range) begins inside a scalar"
      }
      if source.isValidUTF8, !isBoundary(match.range.end, source) {
        return "\(match.range) ends inside a scalar"
      }
    }
    return nil
  }

  private func isBoundary(_ offset: UInt32, _ source: SourceText) -> Bool {
    Int(offset) == source.bytes.count || source.bytes[Int(offset)] & 0xC0 != 0x80
  }

  /// What is found in the text as it stands is found, or covered by something as heavy, when disguises
  /// are seen through.
  private func lost(of plain: ScanResult, in full: ScanResult) -> ScanMatch? {
    let list = allTerms.list
    return plain.matches.first { match in
      !full.matches.contains { other in
        other.range.contains(match.range)
          && list[other.term].weight.rawValue >= list[match.term].weight.rawValue
      }
    }
  }
}

// Many threads that scan with one scanner, each with its own memory: no answer may be wrong.

internal import Foundation
internal import PromptCore
package import PromptRules
internal import PromptScan
internal import Synchronization

/// Texts with their answers, scanned again and again by several threads.
package final class ScanRace: Sendable {
  private let scanner: TermScanner
  private let texts: [SourceText]
  private let answers: [ScanResult]
  private let wrong = Atomic(0)

  /// A race over `count` texts; the answers are those of a scanner and a scratch of their own for each.
  package init(_ list: TermList, count: Int, seed: UInt64 = 8) {
    var maker = ScanTextMaker(list, words: ["harbor", "lantern", "of", "the", "with"], seed: seed)
    let texts = (0..<count).map { _ in SourceText(Array(maker.next().prefix(300))) }
    let alone = TermScanner(list)
    answers = texts.map { text in
      var scratch = ScanScratch(kernel: .portable)
      return ScanComparison.scan(alone, text, &scratch)
    }
    (self.texts, scanner) = (texts, TermScanner(list))
  }

  /// How many findings the answers have.
  package var matchCount: Int { answers.reduce(0) { $0 + $1.matches.count } }

  /// The number of wrong answers in `threads` times `scans` scans.
  package func run(threads: Int, scans: Int) -> Int {
    let done = DispatchSemaphore(value: 0)
    for number in 0..<threads {
      Thread.detachNewThread {
        self.scan(from: number * 7, scans)
        done.signal()
      }
    }
    for _ in 0..<threads { done.wait() }
    return wrong.load(ordering: .sequentiallyConsistent)
  }

  private func scan(from first: Int, _ count: Int) {
    var scratch = ScanScratch()
    var result = ScanResult()
    for number in first..<first + count {
      let text = texts[number % texts.count]
      result.removeAll()
      scanner.scan(text, in: text.range, scope: .text, scratch: &scratch, into: &result)
      if result != answers[number % texts.count] { wrong.add(1, ordering: .relaxed) }
    }
  }
}

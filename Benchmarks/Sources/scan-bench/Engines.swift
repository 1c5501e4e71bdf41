// What is measured: the scanner alone, or the whole linter.

import PromptCore
import PromptLint
import PromptRules
import PromptScan

/// What an engine says of a prompt.
struct Verdict {
  var isHit: Bool
  var isUndecided = false
}

/// Something that judges one prompt after another.
protocol Engine: ~Copyable {
  mutating func judge(_ source: SourceText, _ range: ByteRange) -> Verdict
}

/// Which views of the text the scanner looks at.
enum Folding: String {
  /// Case alone.
  case plain
  /// All disguises.
  case full

  /// The one place that chooses.
  func scanner(_ list: TermList) -> TermScanner {
    TermScanner(list, depth: self == .plain ? .letterCase : .disguises)
  }
}

/// The scanner alone, with memory that is used again for each prompt.
struct ScanEngine: Engine, ~Copyable {
  private let scanner: TermScanner
  private var scratch: ScanScratch
  private var result = ScanResult()

  init(_ scanner: TermScanner, _ kernel: ScanKernel) {
    self.scanner = scanner
    scratch = ScanScratch(kernel: kernel)
  }

  mutating func judge(_ source: SourceText, _ range: ByteRange) -> Verdict {
    result.matches.removeAll(keepingCapacity: true)
    result.undecided.removeAll(keepingCapacity: true)
    scanner.scan(source, in: range, scope: .text, scratch: &scratch, into: &result)
    return Verdict(isHit: !result.matches.isEmpty, isUndecided: !result.undecided.isEmpty)
  }
}

/// The whole linter; a hit is a prompt with a finding.
struct LintEngine: Engine, ~Copyable {
  private let linter: Linter
  private var scratch = ScanScratch(kernel: .portable)

  init(_ linter: Linter) { self.linter = linter }

  mutating func judge(_ source: SourceText, _ range: ByteRange) -> Verdict {
    Verdict(isHit: !linter.lint(source, in: range, scratch: &scratch).isEmpty)
  }
}

/// An engine that makes the source of each prompt inside the measured loop.
struct SourceMakingEngine<Inner: Engine & ~Copyable>: Engine, ~Copyable {
  private var inner: Inner

  init(_ inner: consuming Inner) { self.inner = inner }

  mutating func judge(_ source: SourceText, _ range: ByteRange) -> Verdict {
    var bytes: [UInt8] = []
    bytes.append(contentsOf: source.bytes)
    return inner.judge(SourceText(bytes), range)
  }
}

// The memory of scans.

internal import PromptCore

/// The memory of one scan after another. One for each worker; never share one between two.
///
/// It grows with the longest text and the most findings, and is then used again: a scan without
/// findings allocates nothing.
public struct ScanScratch: ~Copyable {
  var kernel: WordKernel
  var base = BaseView()
  var disguise = DisguiseView()
  var reversed = ReversedView()
  var replacements = Replacements()
  var escapes = EscapedText()
  var odd = OddTokens()
  var spelled = SpelledWords()
  var findings = Findings()

  /// Fresh memory.
  public init(kernel: ScanKernel = .best) { self.kernel = WordKernel(kernel) }

  /// Forgets the text before.
  mutating func begin() {
    base.forget()
    findings.begin()
  }

  /// Leaves of the findings only those that count.
  mutating func settle() { findings.settle(in: base.view) }

  /// Gives what was found in the disguise view its places in the base view; what has nothing disguised is
  /// known from there.
  mutating func moveDisguised(since mark: Findings.Mark) {
    findings.move(since: mark) { disguise.base(of: $0.indices) }
  }

  /// Gives what was found in the reversed view its places in the base view.
  mutating func moveReversed(since mark: Findings.Mark) {
    findings.move(since: mark) { (reversed.base(of: $0.indices), .reversed) }
  }

  /// Makes the reversed view of a text as it reads upside down.
  mutating func makeTurned(_ input: Span<UInt8>) {
    let (text, origins) = (base.view.text, base.origins(of: input))
    reversed.make(base.view) { offset in
      TurnedLetters.letter(text[offset], input, at: Int(origins[offset]))
    }
  }
}

// The memory of scans.

internal import PCRE2
internal import PromptCore
internal import PromptRules

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

  /// Makes the reversed view of a text as it reads upside down.
  mutating func makeTurned(_ input: Span<UInt8>) {
    let (text, origins) = (base.view.text, base.origins(of: input))
    reversed.make(base.view) { offset in
      TurnedLetters.letter(text[offset], input, at: Int(origins[offset]))
    }
  }
}

/// What was found in the views of a text so far, and the means to run patterns.
struct Findings: ~Copyable {
  var found: [Found] = []
  var allowed: [ByteRange] = []
  var runs = PatternRuns()
  var shelf = PatternShelf()
  var match = MatchScratch()

  mutating func begin() {
    found.removeAll(keepingCapacity: true)
    allowed.removeAll(keepingCapacity: true)
    match.beginScan()
  }

  /// Drops what innocent text covers, and what lies within a longer match that is as heavy.
  mutating func settle() {
    let cover = AllowedCover(allowed.sorted { $0.start < $1.start })
    found.removeAll { cover.contains($0.range) }
    found.sort {
      ($0.range.start, $1.range.end, $1.weight, $0.term)
        < ($1.range.start, $0.range.end, $0.weight, $1.term)
    }
    var reach = Reach()
    found.removeAll { !reach.extend(to: $0) }
  }

  /// Gives the findings of the disguise view their places in the base view; those that have nothing
  /// disguised are known from there.
  mutating func move(
    from disguise: borrowing DisguiseView, _ first: Int, _ firstAllowed: Int
  ) {
    var kept = first
    for index in first..<found.count {
      guard let base = disguise.base(of: found[index].range.indices) else { continue }
      found[kept] = found[index]
      (found[kept].range, found[kept].disguises) = (base.range, base.disguises)
      kept += 1
    }
    found.removeSubrange(kept...)
    kept = firstAllowed
    for index in firstAllowed..<allowed.count {
      guard let base = disguise.base(of: allowed[index].indices) else { continue }
      allowed[kept] = base.range
      kept += 1
    }
    allowed.removeSubrange(kept...)
  }
}

/// A match in a view.
struct Found {
  /// The number of the term in the list.
  let term: Int
  /// How heavy the term is.
  let weight: UInt8
  /// The range of the folded text.
  var range: ByteRange
  var disguises: Disguises
}

/// How far the findings reach that begin no later than the next one.
private struct Reach {
  /// The farthest end of those that are at least as heavy as each weight.
  private var ends = [UInt32](repeating: 0, count: TermWeight.allCases.count)

  /// Takes another finding in; false when it lies within one that is as heavy.
  mutating func extend(to next: Found) -> Bool {
    let weight = min(Int(next.weight), ends.count - 1)
    if ends[weight] >= next.range.end { return false }
    for index in 0...weight { ends[index] = max(ends[index], next.range.end) }
    return true
  }
}

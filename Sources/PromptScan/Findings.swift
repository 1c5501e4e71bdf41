// What the views of a text hold, and what of it counts.

internal import PCRE2
internal import PromptCore
internal import PromptRules

/// What was found in the views of a text so far, and the means to run patterns.
struct Findings: ~Copyable {
  var found: [Found] = []
  var allowed: [ByteRange] = []
  private(set) var contexts: [ContextWord] = []
  /// Whether each set of context words has one there, as far as is known.
  private var hasContext: [Bool] = []
  var runs = PatternRuns()
  /// Patterns that are only to be tried where the context stands that they need.
  var waiting = PatternRuns()
  var shelf = PatternShelf()
  var match = MatchScratch()
  private var near = NearWords()

  /// How much was found when a view was begun.
  struct Mark {
    let (found, allowed, contexts): (Int, Int, Int)
  }

  var mark: Mark { Mark(found: found.count, allowed: allowed.count, contexts: contexts.count) }

  mutating func begin() {
    found.clear()
    allowed.clear()
    contexts.clear()
    hasContext.clear()
    match.beginScan()
  }

  /// Puts off the patterns that are to wait.
  mutating func letWait(_ isToWait: (Int) -> Bool) { runs.move(to: &waiting, where: isToWait) }

  /// Takes up those patterns again whose set of context words has one in the text.
  mutating func takeWaiting(_ set: (Int) -> Int?) {
    runs.removeAll()
    let hasContext = hasContext
    waiting.move(to: &runs) { pattern in
      set(pattern).map { $0 < hasContext.count && hasContext[$0] } ?? false
    }
  }

  /// Notes a context word.
  mutating func note(_ word: ContextWord) {
    contexts.append(word)
    while hasContext.count <= word.set { hasContext.append(false) }
    hasContext[word.set] = true
  }

  /// Drops what innocent text covers, what stands without the words that it needs, and what lies within a
  /// longer match that is as heavy.
  mutating func settle(in text: borrowing ScanView) {
    let cover = AllowedCover(allowed.sorted { $0.start < $1.start })
    found.removeAll { cover.contains($0.range) }
    contexts.removeAll { cover.contains($0.range) }
    join(in: text)
    found.sort {
      ($0.range.start, $1.range.end, $1.weight, $0.term)
        < ($1.range.start, $0.range.end, $0.weight, $1.term)
    }
    var reach = Reach()
    found.removeAll { !reach.extend(to: $0) }
  }

  private mutating func join(in text: borrowing ScanView) {
    guard found.contains(where: { $0.need != nil }) else { return }
    near.read(contexts, in: text)
    let near = near
    found.keep { near.join(&$0) }
  }

  /// Gives what was found since a mark the places that it has in the base view; what has none there is
  /// dropped.
  mutating func move(since mark: Mark, _ base: (ByteRange) -> (ByteRange, Disguises)?) {
    found.keep(from: mark.found) { found in
      guard let place = base(found.range) else { return false }
      (found.range, found.disguises) = place
      return true
    }
    contexts.keep(from: mark.contexts) { word in
      guard let place = base(word.range) else { return false }
      (word.range, word.disguises) = place
      return true
    }
    allowed.keep(from: mark.allowed) { range in
      guard let place = base(range) else { return false }
      range = place.0
      return true
    }
  }
}

extension Array {
  /// Changes the elements from a place on and drops those for which `body` is false.
  fileprivate mutating func keep(from first: Int = 0, _ body: (inout Element) -> Bool) {
    var kept = first
    for index in first..<count where body(&self[index]) {
      if kept < index { self[kept] = self[index] }
      kept += 1
    }
    removeSubrange(kept...)
  }
}

// The context words of a text, and what the terms that need them become beside them.

internal import PromptCore

/// What a term needs beside it, so that it counts.
struct ContextNeed {
  /// The number of the set that one of the words must belong to.
  let set: Int
  /// How many words at most may stand between.
  let within: Int
}

/// A context word that was found.
struct ContextWord {
  /// The number of the set it belongs to.
  let set: Int
  /// The range of the folded text.
  var range: ByteRange
  var disguises: Disguises
}

/// The context words of a text in order, to ask for the nearest one.
struct NearWords {
  private var byStart: [ContextWord] = []
  private var byEnd: [ContextWord] = []
  private var places = WordPlaces()

  /// Takes the context words of a text; the memory is used again.
  mutating func read(_ words: [ContextWord], in view: borrowing ScanView) {
    byStart.clear()
    byEnd.clear()
    if words.isEmpty { return }
    byStart += words
    byStart.sort {
      ($0.set, $0.range.start, $0.range.end, $0.disguises.rawValue)
        < ($1.set, $1.range.start, $1.range.end, $1.disguises.rawValue)
    }
    byEnd += words
    byEnd.sort {
      ($0.set, $0.range.end, $0.range.start, $1.disguises.rawValue)
        < ($1.set, $1.range.end, $1.range.start, $0.disguises.rawValue)
    }
    let (text, words) = (view.text, view.wordText)
    places.read(text.span.extracting(first: view.count), words.span.extracting(first: view.count))
  }

  /// Joins a finding with the nearest word that it needs, of two the one before it; false without any.
  func join(_ found: inout Found) -> Bool {
    guard let need = found.need else { return true }
    let before = before(found.range, need.set)
      .map { ($0, places.words(from: $0.range.end, to: found.range.start)) }
    let behind = behind(found.range, need.set)
      .map { ($0, places.words(from: found.range.end, to: $0.range.start)) }
    let reach = min(before?.1 ?? .max, behind?.1 ?? .max)
    if reach > need.within { return false }
    if let word = before?.1 == reach ? before?.0 : behind?.0 { found.join(word) }
    return true
  }

  /// The last word of a set that ends before a range; of equals the shortest.
  private func before(_ range: ByteRange, _ set: Int) -> ContextWord? {
    let next = byEnd.partitionPoint { ($0.set, $0.range.end) > (set, range.start) }
    return next > 0 && byEnd[next - 1].set == set ? byEnd[next - 1] : nil
  }

  /// The first word of a set that begins behind a range; of equals the shortest.
  private func behind(_ range: ByteRange, _ set: Int) -> ContextWord? {
    let next = byStart.partitionPoint { ($0.set, $0.range.start) >= (set, range.end) }
    return next < byStart.count && byStart[next].set == set ? byStart[next] : nil
  }
}

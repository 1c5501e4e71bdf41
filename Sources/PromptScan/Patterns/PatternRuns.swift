// Which patterns are to be tried on a view, and where.

/// The places at which patterns are tried, each once.
struct PatternRuns {
  /// Patterns that begin with the word that they were found by, and where it stands.
  private(set) var starts: [(pattern: Int, offset: Int)] = []
  /// Patterns that are searched in the whole text.
  private(set) var searches: [Int] = []

  var isEmpty: Bool { starts.isEmpty && searches.isEmpty }

  mutating func removeAll() {
    starts.clear()
    searches.clear()
  }

  mutating func start(_ pattern: Int, at offset: Int) { starts.append((pattern, offset)) }

  /// Hands the patterns for which `isMoved` is true over to others.
  mutating func move(to others: inout PatternRuns, where isMoved: (Int) -> Bool) {
    for start in starts where isMoved(start.pattern) { others.starts.append(start) }
    starts.removeAll { isMoved($0.pattern) }
    for pattern in searches where isMoved(pattern) { others.search(pattern) }
    searches.removeAll(where: isMoved)
  }

  mutating func search(_ pattern: Int) {
    if !searches.contains(pattern) { searches.append(pattern) }
  }
}

// "Did you mean": the nearest known word.

/// Finds the known word that a mistyped one was meant to be.
public enum Suggestion {
  /// The candidate that `word` was meant to be: one that begins with it, if it has three letters at
  /// least; else the nearest that is one slip away, two from five letters, three from nine; else the
  /// longest that it begins with, from four letters on. Case does not count; the first of equals wins.
  ///
  /// - Complexity: O(candidates × length²).
  public static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().utf8)
    guard letters.count <= 64 else { return nil }
    let limit = letters.count < 5 ? 1 : letters.count < 9 ? 2 : 3
    var best: (word: String, distance: Int)?
    var stem = ""
    for candidate in candidates {
      let other = Array(candidate.lowercased().utf8)
      if letters.count >= 3 && other.starts(with: letters) { return candidate }
      if other.count >= 4, other.count > stem.utf8.count, letters.starts(with: other) {
        stem = candidate
      }
      let distance = distance(letters, other)
      if distance <= limit, distance < other.count, distance < best?.distance ?? .max {
        best = (candidate, distance)
      }
    }
    return best?.word ?? (stem.isEmpty ? nil : stem)
  }

  /// `; did you mean \`x\`?` when a candidate is near, else nothing; to end a message with.
  package static func hint(for word: String, in candidates: some Sequence<String>) -> String {
    nearest(to: word, in: candidates).map { "; did you mean `\($0)`?" } ?? ""
  }

  /// How many letters must be put in, taken out, changed or swapped with their neighbour.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var older: [Int] = []
    var previous = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let isSame = left[row] == right[column]
        var cost = min(previous[column] + (isSame ? 0 : 1), previous[column + 1] + 1)
        cost = min(cost, current[column] + 1)
        let isSwap =
          row > 0 && column > 0 && left[row] == right[column - 1] && left[row - 1] == right[column]
        if isSwap { cost = min(cost, older[column - 1] + 1) }
        current.append(cost)
      }
      (older, previous) = (previous, current)
    }
    return previous[right.count]
  }
}

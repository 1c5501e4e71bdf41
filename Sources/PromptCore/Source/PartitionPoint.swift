// The one binary search: where in a sorted list something begins to hold.

extension RandomAccessCollection {
  /// The index of the first element of which `holds` is true, or `endIndex`; it must be false for
  /// every element before and true for every one behind.
  ///
  /// - Complexity: O(log n).
  package func partitionPoint(where holds: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let middle = index(low, offsetBy: count / 2)
      if holds(self[middle]) {
        count /= 2
      } else {
        low = index(after: middle)
        count -= count / 2 + 1
      }
    }
    return low
  }
}

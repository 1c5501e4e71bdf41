// Emptying arrays that are used again.

extension Array {
  /// Removes all elements and keeps the room; does nothing at all when there are none, which the standard
  /// library's own way doesn't see.
  mutating func clear() {
    if !isEmpty { removeAll(keepingCapacity: true) }
  }
}

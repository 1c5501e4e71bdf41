// The items of a pattern as libpcre2 reads them.

internal import CPCRE2

/// One item of a pattern: a character, class, escape or verb with its repeat, or one end of a group.
public struct PatternItem: Hashable, Sendable {
  /// Its bytes in the pattern's source; the repeat and comments behind it belong to it.
  public let range: Range<Int>
  /// Whether a callout stands before it in the source, such as `(?C1)`.
  public let followsCallout: Bool
}

extension Pattern {
  /// The items, in the order of the source; never empty ones.
  ///
  /// They are what libpcre2 made of the source, so text in classes, in `\Q…\E` and in comments is
  /// never taken for something else. Settings before the pattern, such as `(*UTF)`, are no items.
  ///
  /// - Complexity: O(size of the pattern).
  public var items: [PatternItem] {
    withExtendedLifetime(self) { unsafe Self.items(of: code) }
  }

  // SAFETY: libpcre2 calls the function during the call only, with a block that lives as long, and
  // hands back the address of `items`, which is ours alone until then.
  static func items(of code: OpaquePointer) -> [PatternItem] {
    var items: [PatternItem] = []
    let result = unsafe withUnsafeMutablePointer(to: &items) { items in
      unsafe pcre2_callout_enumerate_8(
        code,
        { block, items in
          guard let block = unsafe block?.pointee, let items = unsafe items else { return 0 }
          guard let item = unsafe PatternItem(block) else { return 0 }
          unsafe items.assumingMemoryBound(to: [PatternItem].self).pointee.append(item)
          return 0
        }, items)
    }
    precondition(result == 0, "libpcre2 knows the items of its patterns")
    return items
  }
}

extension PatternItem {
  /// The number that libpcre2 gives its own callouts.
  private static let ownNumber: UInt32 = 255

  fileprivate init?(_ block: pcre2_callout_enumerate_block_8) {
    let (start, length) = unsafe (block.pattern_position, block.next_item_length)
    guard length > 0 else { return nil }
    range = start..<start + length
    followsCallout = unsafe block.callout_number != Self.ownNumber || block.callout_string != nil
  }
}

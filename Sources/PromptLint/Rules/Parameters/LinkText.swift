// How links and weighted items look inside a parameter's value.

internal import PromptCore

/// Small questions about one item of a value.
enum LinkText {
  /// Whether an item is a link, whatever stands around it, which is for `malformed-link` to say.
  static func isLink(_ text: Substring) -> Bool {
    let source = SourceText(String(text.drop { "\"'`“‘([".contains($0) }))
    guard let link = Link(source.range, in: source) else { return false }
    return !link.isWeb || !link.host.isEmpty
  }

  /// What stands between commas and white space.
  static func items(_ text: String) -> [Substring] {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text.split { $0.isWhitespace || $0 == "," }
    }
    return text.utf8.split { $0 == 0x20 || 0x09...0x0D ~= $0 || $0 == 0x2C }.map { Substring($0) }
  }

  /// The item without the `::2` behind it.
  static func withoutWeight(_ text: Substring) -> Substring {
    guard let colons = lastColons(text.utf8) else { return text }
    let weight = text[colons.upperBound...]
    return weight.isEmpty || Double(weight) != nil ? text[..<colons.lowerBound] : text
  }

  /// The last `::`, counted from the front.
  private static func lastColons(_ text: Substring.UTF8View) -> Range<String.Index>? {
    var (last, index) = (Range<String.Index>?.none, text.startIndex)
    while let first = text[index...].firstIndex(of: 0x3A) {
      let second = text.index(after: first)
      let isDouble = second < text.endIndex && text[second] == 0x3A
      index = isDouble ? text.index(after: second) : second
      if isDouble { last = first..<index }
    }
    return last
  }
}

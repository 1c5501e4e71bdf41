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

  /// The item without the `::2` behind it.
  static func withoutWeight(_ text: Substring) -> Substring {
    guard let colons = text.ranges(of: "::").last else { return text }
    let weight = text[colons.upperBound...]
    return weight.isEmpty || Double(weight) != nil ? text[..<colons.lowerBound] : text
  }
}

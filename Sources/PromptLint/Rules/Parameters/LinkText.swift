// How links and weighted items look inside a parameter's value.

/// Small questions about one item of a value.
enum LinkText {
  /// Whether an item is a link, with or without `<…>` around it.
  static func isLink(_ text: Substring) -> Bool {
    let bare = text.hasPrefix("<") ? text.dropFirst() : text
    return ["https://", "http://"].contains {
      bare.lowercased().hasPrefix($0) && bare.count > $0.count
    }
  }

  /// The item without the `::2` behind it.
  static func withoutWeight(_ text: Substring) -> Substring {
    guard let colons = text.ranges(of: "::").last else { return text }
    let weight = text[colons.upperBound...]
    return weight.isEmpty || Double(weight) != nil ? text[..<colons.lowerBound] : text
  }
}

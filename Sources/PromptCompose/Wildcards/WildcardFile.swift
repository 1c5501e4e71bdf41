// Word files: text, YAML, JSON.

internal import PromptCore

/// A word or phrase that may be drawn.
struct WildcardEntry: Sendable {
  let text: TemplateText
  let weight: Double
  let tags: [String]
}

/// Reads words with weights and tags.
struct WildcardFile {
  private let source: SourceText
  private let lines: LineIndex

  init(_ source: SourceText, _ lines: LineIndex) {
    (self.source, self.lines) = (source, lines)
  }

  /// The words of a file below some keys; nil when the file has no such key.
  static func read(
    _ bytes: [UInt8], path: String, keys: some Collection<String>
  ) throws(TemplateError) -> [WildcardEntry]? {
    if path.lowercased().hasSuffix(".txt") {
      return keys.isEmpty ? try entries(ofLines: bytes, path: path) : nil
    }
    guard var value = try ValueTree.read(bytes, path: path) else { return keys.isEmpty ? [] : nil }
    for key in keys {
      guard let entry = value.map?.first(where: { $0.key == key }) else { return nil }
      value = entry.value
    }
    let source = SourceText(bytes)
    return try WildcardFile(source, LineIndex(source)).entries(value)
  }

  /// A word a line; blank lines and those that begin with `#` are skipped. `3:: red #warm` weighs three
  /// times as much and has a tag.
  private static func entries(
    ofLines bytes: [UInt8], path: String
  ) throws(TemplateError) -> [WildcardEntry] {
    var entries: [WildcardEntry] = []
    for (index, line) in lines(bytes).enumerated() {
      let place = TemplatePlace(path: path, line: index + 1, column: 1)
      guard let written = String(validating: line, as: UTF8.self) else {
        throw TemplateError(place, "this line is not UTF-8")
      }
      let text = TextParser.Tag.trimmed(written.replacing("\t", with: " "))
      if text.isEmpty || text.hasPrefix("#") { continue }
      let (words, tags) = tagged(text)
      let weighted = WeightedText.split(words)
      entries.append(
        WildcardEntry(
          text: TemplateText(weighted.text, at: place), weight: weighted.weight, tags: tags))
    }
    return entries
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
  }

  /// A text without the words with `#` at its end, and these.
  private static func tagged(_ text: String) -> (String, [String]) {
    var words = text.split(separator: " ", omittingEmptySubsequences: false)
    var tags: [String] = []
    while let last = words.last, last.hasPrefix("#") && last.count > 1 || last.isEmpty {
      if !last.isEmpty { tags.insert(String(last.dropFirst()), at: 0) }
      words.removeLast()
    }
    return (words.joined(separator: " "), tags)
  }
}

// MARK: YAML and JSON

extension WildcardFile {
  /// The words of a list, or of all lists in a map.
  func entries(_ value: ValueTree) throws(TemplateError) -> [WildcardEntry] {
    switch value.content {
    case .text: throw value.error("words must be a list, or lists by name")
    case .list(let items):
      var entries: [WildcardEntry] = []
      for item in items { entries.append(try entry(item)) }
      return entries
    case .map(let map):
      var entries: [WildcardEntry] = []
      for entry in map { entries += try self.entries(entry.value) }
      return entries
    }
  }

  /// A text, or fields.
  private func entry(_ item: ValueTree) throws(TemplateError) -> WildcardEntry {
    if let text = item.text {
      let weighted = WeightedText.split(text)
      return WildcardEntry(
        text: TemplateText(weighted.text, of: item, in: source, lines), weight: weighted.weight,
        tags: [])
    }
    let fields = try item.entries(["text", "weight", "tags"], of: "a word")
    guard let text = fields["text"] else { throw item.error("the field `text` is missing") }
    var weight = 1.0
    if let given = fields["weight"] {
      guard let number = given.text.flatMap(Double.init), number >= 0, number.isFinite else {
        throw given.error("`weight` must be a number from 0 on")
      }
      weight = number
    }
    let tags = try fields["tags"]?.texts("`tags`").compactMap(\.text) ?? []
    return WildcardEntry(
      text: TemplateText(try text.text("`text`"), of: text, in: source, lines), weight: weight,
      tags: tags)
  }
}

// The bytes of template text with the places of its tags in the file.

internal import PromptCore

/// A text of a template, and where its tags stand in the file.
struct TemplateText: Sendable {
  /// The bytes, each run of white space that holds a line end as one space.
  let bytes: [UInt8]
  /// The place of the text.
  let place: TemplatePlace
  /// The places of its `{{`, in order; fewer when they can't be found.
  let tags: [TemplatePlace]

  /// The text of a value in a file with these bytes.
  init(_ text: String, of value: ValueTree, in source: SourceText, _ lines: LineIndex) {
    let unfolded = Self.unfolded(Array(text.utf8))
    (place, bytes) = (value.place, unfolded)
    let count = Self.openings(unfolded[...]).count
    let path = value.place.path
    tags = Self.openings(source.bytes[min(value.offset, source.bytes.count)...], most: count)
      .map { TemplatePlace(path: path, lines.location(of: UInt32($0))) }
  }

  /// A text of one line that stands at a place.
  init(_ text: String, at place: TemplatePlace) {
    let unfolded = Self.unfolded(Array(text.utf8))
    (self.place, bytes) = (place, unfolded)
    tags = Self.openings(unfolded[...]).map { offset in
      let column = String(decoding: unfolded[..<offset], as: UTF8.self).unicodeScalars.count
      return TemplatePlace(
        path: place.path, line: place.line, column: (place.column ?? 1) + column)
    }
  }

  /// The offsets of `{{`, the first few of them.
  private static func openings(_ bytes: ArraySlice<UInt8>, most: Int = .max) -> [Int] {
    let brace = UInt8(ascii: "{")
    var found: [Int] = []
    var offset = bytes.startIndex
    while offset + 1 < bytes.endIndex, found.count < most {
      let isTag = bytes[offset] == brace && bytes[offset + 1] == brace
      if isTag { found.append(offset) }
      offset += isTag ? 2 : 1
    }
    return found
  }

  private static func unfolded(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in text {
      let isBlank = byte == 0x20 || 0x09...0x0D ~= byte
      if isBlank, result.last == 0x20 { continue }
      result.append(isBlank ? 0x20 : byte)
    }
    return result
  }
}

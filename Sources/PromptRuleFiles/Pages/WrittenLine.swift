// A prompt as a page or prompt file writes it: which bytes it stands for, and in which columns they stand.

public import PromptCore

/// A written line, character by character.
public struct WrittenLine: Hashable, Sendable {
  /// One written character or escape.
  struct Cell {
    /// What it stands for.
    let bytes: [UInt8]
    /// How many columns it takes as written.
    let width: Int
    /// How many bytes of the line it takes as written.
    let count: Int
  }

  /// The prompt's bytes.
  public let bytes: [UInt8]
  /// For each offset the column where its character begins, nil within a character; one entry more
  /// than bytes, for the end.
  private let columns: [Int?]

  /// The line that `written` says: as it stands, or with its escapes (`Escape`) decoded.
  public init(_ written: [UInt8], decodesEscapes: Bool) {
    var bytes: [UInt8] = []
    var columns: [Int?] = []
    var rest = written[...]
    var column = 0
    while !rest.isEmpty {
      let cell = (decodesEscapes ? Escape.read(rest) : nil) ?? Self.plainCell(rest)
      columns += cell.bytes.indices.map { $0 == 0 ? column : nil }
      bytes += cell.bytes
      column += cell.width
      rest = rest.dropFirst(cell.count)
    }
    self.bytes = bytes
    self.columns = columns + [column]
  }

  /// The source of the prompt.
  public var source: SourceText { SourceText(bytes) }

  /// The bytes in these columns; nil when a column lies within a character or behind the end.
  ///
  /// What takes no column belongs to the character before it.
  public func range(of columns: Range<Int>) -> ByteRange? {
    guard let start = self.columns.lastIndex(of: columns.lowerBound),
      let end = self.columns.lastIndex(of: columns.upperBound)
    else { return nil }
    return ByteRange(start, end)
  }

  private static func plainCell(_ rest: ArraySlice<UInt8>) -> Cell {
    for count in 1...min(4, rest.count) {
      let scalars = String(validating: rest.prefix(count), as: UTF8.self)?.unicodeScalars
      if let scalar = scalars?.first {
        return Cell(bytes: Array(scalar.utf8), width: DisplayWidth.of(scalar), count: count)
      }
    }
    return Cell(bytes: Array(rest.prefix(1)), width: 1, count: 1)
  }
}

extension Unicode.Scalar {
  fileprivate var utf8: String.UTF8View { String(self).utf8 }
}

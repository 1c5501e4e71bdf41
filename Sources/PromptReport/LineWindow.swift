// The part of a line around a place, as wide as a terminal has room for.

import PromptCore

/// One visible character of a line.
struct LineCell {
  /// The bytes it stands for.
  let range: ByteRange
  /// What is printed.
  let text: String
  /// How many terminal columns that takes.
  let width: Int
}

/// A line, or the part of it around a range that fits into a number of columns.
///
/// Only what can be shown is read, so a line of many megabytes costs no more than a short one.
struct LineWindow {
  private let cells: [LineCell]
  private let isCutBefore: Bool
  private let isCutAfter: Bool
  /// The offset behind the last cell.
  private let lastOffset: UInt32

  /// A window on the line that holds the start of `focus`.
  ///
  /// - Parameter prompt: The bytes to stay in; indices are offsets into the prompt's text.
  /// - Parameter columns: The room there is.
  /// - Complexity: O(columns).
  init(around focus: ByteRange, in prompt: ArraySlice<UInt8>, columns: Int) {
    let columns = max(columns, 20)
    let offset = min(max(Int(focus.start), prompt.startIndex), prompt.endIndex)
    let start = offset < prompt.endIndex ? ScalarDecoder.start(around: offset, in: prompt) : offset
    let before = Self.cells(before: start, in: prompt, columns: columns)
    let after = Self.cells(after: start, in: prompt, columns: columns)
    if before.isWhole && after.isWhole && before.width + after.width <= columns {
      (cells, isCutBefore, isCutAfter) = (before.cells.reversed() + after.cells, false, false)
      lastOffset = cells.last?.range.end ?? UInt32(start)
      return
    }
    // A third of the room for what stands before, more when less stands behind.
    let room = max(columns / 3, columns - after.width)
    let left = before.fitting(room)
    let right = after.fitting(columns - left.width - (left.isWhole ? 0 : 1))
    cells = left.cells.reversed() + right.cells
    isCutBefore = !left.isWhole
    isCutAfter = !right.isWhole
    lastOffset = cells.last?.range.end ?? UInt32(start)
  }

  /// The visible text, with `…` where something was left out.
  var text: String {
    (isCutBefore ? "…" : "") + cells.map(\.text).joined() + (isCutAfter ? "…" : "")
  }

  /// The columns that a range covers, from 0; at least one column wide.
  ///
  /// - Returns: nil when the range begins outside the window.
  func columns(of range: ByteRange) -> Range<Int>? {
    var column = isCutBefore ? 1 : 0
    var start: Int?
    var end = column
    for cell in cells {
      if start == nil, range.start < cell.range.end {
        if range.start < cell.range.start { return nil }
        start = column
      }
      column += cell.width
      if start != nil, cell.range.start < range.end { end = column }
    }
    if start == nil && !isCutAfter && range.start == lastOffset { start = column }
    return start.map { $0..<max(end, $0 + 1) }
  }
}

// MARK: - Reading cells

extension LineWindow {
  /// Cells from the focus outwards.
  private struct Run {
    var cells: [LineCell] = []
    var width = 0
    /// Whether the run reaches the end of the line.
    var isWhole = true

    /// The run cut to fit into `columns`, one of which is kept for the ellipsis if it is cut.
    func fitting(_ columns: Int) -> Run {
      if isWhole && width <= columns { return self }
      var run = Run(isWhole: false)
      for cell in cells {
        if run.width + cell.width >= columns { break }
        run.cells.append(cell)
        run.width += cell.width
      }
      return run
    }
  }

  private static func cells(
    after start: Int, in prompt: ArraySlice<UInt8>, columns: Int
  ) -> Run {
    var run = Run()
    var offset = start
    while offset < prompt.endIndex, prompt[offset] != UInt8(ascii: "\n") {
      guard run.width <= columns, run.cells.count <= columns * 4 else {
        run.isWhole = false
        break
      }
      let cell = cell(at: offset, in: prompt)
      run.cells.append(cell)
      run.width += cell.width
      offset = Int(cell.range.end)
    }
    return run
  }

  private static func cells(
    before end: Int, in prompt: ArraySlice<UInt8>, columns: Int
  ) -> Run {
    var run = Run()
    var offset = end
    while offset > prompt.startIndex, prompt[offset - 1] != UInt8(ascii: "\n") {
      guard run.width <= columns, run.cells.count <= columns * 4 else {
        run.isWhole = false
        break
      }
      offset = ScalarDecoder.start(around: offset - 1, in: prompt)
      let cell = cell(at: offset, in: prompt)
      run.cells.append(cell)
      run.width += cell.width
    }
    return run
  }

  private static func cell(at offset: Int, in prompt: ArraySlice<UInt8>) -> LineCell {
    let (scalar, count) = ScalarDecoder.scalar(at: offset, in: prompt)
    let range = ByteRange(offset, offset + count)
    guard let scalar else {
      let (text, width) = VisibleText.cell(invalid: prompt[offset])
      return LineCell(range: range, text: text, width: width)
    }
    let before = offset > prompt.startIndex ? lastScalar(before: offset, in: prompt) : nil
    let after = offset + count
    let next = after < prompt.endIndex ? ScalarDecoder.scalar(at: after, in: prompt).scalar : nil
    let (text, width) = VisibleText.cell(scalar, between: before, and: next)
    return LineCell(range: range, text: text, width: width)
  }

  private static func lastScalar(
    before offset: Int, in prompt: ArraySlice<UInt8>
  ) -> Unicode.Scalar? {
    let start = ScalarDecoder.start(around: offset - 1, in: prompt)
    return ScalarDecoder.scalar(at: start, in: prompt).scalar
  }
}

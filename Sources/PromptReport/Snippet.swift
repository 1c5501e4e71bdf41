// A line of a prompt with marks under it.

import PromptCore
import PromptFiles

/// The line of a finding, between bars.
struct Snippet {
  /// The lines to print, from the empty bar to the last mark.
  private(set) var lines: [String] = []
  /// The notes that found no place under the line.
  private(set) var remainingNotes: [DiagnosticNote] = []

  init(
    _ diagnostic: Diagnostic, in record: PromptRecord, line: Int, width: Int, colors: ColorScheme
  ) {
    let number = String(line)
    let columns = width - number.utf8.count - 4
    let window = LineWindow(around: diagnostic.range, in: record.bytes, columns: columns)
    let blank = String(repeating: " ", count: number.utf8.count + 2) + "|"
    lines = [
      colors.paint(blank, .gutter),
      Self.trimmed(colors.paint(" \(number) |", .gutter) + " " + window.text),
    ]
    let carets = window.columns(of: diagnostic.range) ?? 0..<1
    var marks = [(columns: carets, mark: "^", role: ColorScheme.Role.severity(diagnostic.severity))]
    var remarks: [(column: Int, text: String)] = []
    for note in diagnostic.notes {
      guard let place = Self.place(of: note, in: window, clear: marks.map(\.columns)) else {
        remainingNotes.append(note)
        continue
      }
      marks.append((place, "-", .note))
      let text = VisibleText.escape(note.message)
      if place.lowerBound + text.unicodeScalars.count <= columns {
        remarks.append((place.lowerBound, text))
      } else {
        remainingNotes.append(note)
      }
    }
    let bar = colors.paint(blank, .gutter) + " "
    lines.append(bar + Self.row(marks, colors))
    for (column, text) in remarks {
      lines.append(bar + String(repeating: " ", count: column) + colors.paint(text, .note))
    }
  }

  /// Where a note's marks go, or nil when they would stand outside the line or on other marks.
  private static func place(
    of note: DiagnosticNote, in window: LineWindow, clear marks: [Range<Int>]
  ) -> Range<Int>? {
    guard let range = note.range, let place = window.columns(of: range) else { return nil }
    return marks.contains { $0.overlaps(place) } ? nil : place
  }

  private static func row(
    _ marks: [(columns: Range<Int>, mark: String, role: ColorScheme.Role)], _ colors: ColorScheme
  ) -> String {
    var row = ""
    var column = 0
    for (columns, mark, role) in marks.sorted(by: { $0.columns.lowerBound < $1.columns.lowerBound })
    {
      row += String(repeating: " ", count: columns.lowerBound - column)
      row += colors.paint(String(repeating: mark, count: columns.count), role)
      column = columns.upperBound
    }
    return row
  }

  /// Without blanks at the end, which editors and reviews complain of.
  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}

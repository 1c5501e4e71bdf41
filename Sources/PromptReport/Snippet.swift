// A line of a prompt with marks under it.

import PromptCore
import PromptFiles

/// The line of a finding, between bars.
struct Snippet {
  /// The lines to print, from the empty bar to the last mark.
  private(set) var lines: [String] = []
  /// The notes that found no place under the line.
  private(set) var remainingNotes: [DiagnosticNote] = []

  private let window: LineWindow
  private let room: Int
  private var marks: [Mark]
  private var remarks: [(column: Int, text: String)] = []

  private struct Mark {
    let columns: Range<Int>
    let sign: String
    let role: ColorScheme.Role
  }

  init(
    _ diagnostic: Diagnostic, in record: PromptRecord, line: Int, width: Int, colors: ColorScheme
  ) {
    let number = String(line)
    room = width - number.utf8.count - 4
    window = LineWindow(around: diagnostic.range, in: record.bytes, columns: room)
    let carets = window.columns(of: diagnostic.range) ?? 0..<1
    marks = [Mark(columns: carets, sign: "^", role: .severity(diagnostic.severity))]
    for note in diagnostic.notes { place(note) }
    write(number, colors)
  }

  /// Marks a note's place and keeps its text for the lines below, unless there is no room.
  private mutating func place(_ note: DiagnosticNote) {
    guard let range = note.range, let columns = window.columns(of: range),
      !marks.contains(where: { $0.columns.overlaps(columns) })
    else { return remainingNotes.append(note) }
    marks.append(Mark(columns: columns, sign: "-", role: .note))
    let text = VisibleText.escape(note.message)
    if columns.lowerBound + text.unicodeScalars.count <= room {
      remarks.append((columns.lowerBound, text))
    } else {
      remainingNotes.append(note)
    }
  }

  private mutating func write(_ number: String, _ colors: ColorScheme) {
    let bar = colors.paint(Self.blanks(number.utf8.count + 2) + "|", .gutter)
    lines = [
      bar,
      Self.trimmed(colors.paint(" \(number) |", .gutter) + " " + window.text),
      bar + " " + row(colors),
    ]
    for (column, text) in remarks {
      lines.append(bar + " " + Self.blanks(column) + colors.paint(text, .note))
    }
  }

  private func row(_ colors: ColorScheme) -> String {
    var row = ""
    var column = 0
    for mark in marks.sorted(by: { $0.columns.lowerBound < $1.columns.lowerBound }) {
      row += Self.blanks(mark.columns.lowerBound - column)
      row += colors.paint(String(repeating: mark.sign, count: mark.columns.count), mark.role)
      column = mark.columns.upperBound
    }
    return row
  }

  /// Without blanks at the end, which editors and reviews complain of.
  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}

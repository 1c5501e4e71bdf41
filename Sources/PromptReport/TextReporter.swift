// Findings for people: the prompt with carets under what is wrong.

import PromptCore
import PromptFiles

/// Writes a snippet for each finding, then what to do.
public struct TextReporter: Reporter {
  private let width: Int
  private let colors: ColorScheme

  /// A reporter for output of `width` terminal columns.
  public init(width: Int = 100, colors: ColorScheme = .plain) {
    self.width = width
    self.colors = colors
  }

  /// Writes the findings of one file, each followed by a blank line.
  ///
  /// - Complexity: O(length of the lines with findings + findings).
  public func report(_ file: ReportedFile, to output: inout [UInt8]) {
    let path = VisibleText.escape(file.file.path)
    for (record, diagnostics) in file.findings {
      var places = file.file.locations(in: record)
      for diagnostic in diagnostics {
        let place = places.location(of: diagnostic.range.start)
        let lines = lines(diagnostic, in: record, at: place, path: path, &places)
        output += Array(lines.joined(separator: "\n").utf8) + Array("\n\n".utf8)
      }
    }
  }

  private func lines(
    _ diagnostic: Diagnostic, in record: PromptRecord, at place: SourceLocation, path: String,
    _ places: inout LocationCursor
  ) -> [String] {
    let indent = String(repeating: " ", count: String(place.line).utf8.count + 1)
    let arrow = colors.paint("-->", .gutter)
    let snippet = Snippet(
      diagnostic, in: record, line: place.line, width: width, colors: colors)
    var lines = [headline(diagnostic)]
    lines.append("\(indent)\(arrow) \(path):\(place.line):\(place.column)")
    lines += snippet.lines
    for note in snippet.remainingNotes {
      var text = VisibleText.escape(note.message)
      if let range = note.range {
        let place = places.location(of: range.start)
        text += " (\(place.line):\(place.column))"
      }
      lines.append(remark("note", text, indent))
    }
    return lines + advice(diagnostic, indent)
  }

  private func headline(_ diagnostic: Diagnostic) -> String {
    let rule = diagnostic.rule
    let label = "\(diagnostic.severity.name)[\(rule.code)]"
    let message = VisibleText.escape(diagnostic.message)
    return colors.paint(label, .severity(diagnostic.severity))
      + colors.paint(" \(rule.name): \(message)", .message)
  }

  private func advice(_ diagnostic: Diagnostic, _ indent: String) -> [String] {
    let help = diagnostic.help.map { [remark("help", VisibleText.escape($0), indent)] } ?? []
    let fixes = diagnostic.fixes.map { fix in
      let label = fix.applicability == .safe ? "fix" : "fix (\(fix.applicability.name))"
      return remark(label, VisibleText.escape(fix.message), indent)
    }
    return help + fixes
  }

  private func remark(_ label: String, _ text: String, _ indent: String) -> String {
    "\(indent) \(colors.paint("=", .gutter)) \(colors.paint(label + ":", .label)) \(text)"
  }
}

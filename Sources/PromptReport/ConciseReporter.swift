// One finding a line, for editors, grep and logs.

import PromptCore
import PromptFiles

/// Writes `path:line:column: severity code name: message`.
public struct ConciseReporter: Reporter {
  private let colors: ColorScheme

  /// A reporter.
  public init(colors: ColorScheme = .plain) {
    self.colors = colors
  }

  /// Writes the findings of one file; a mark at the end says which can be fixed.
  ///
  /// - Complexity: O(length of the lines with findings + findings).
  public func report(_ file: ReportedFile, to output: inout [UInt8]) {
    let path = VisibleText.escape(file.file.path)
    for (record, diagnostics) in file.findings {
      var places = file.file.locations(in: record)
      for diagnostic in diagnostics {
        let place = places.location(of: diagnostic.range.start)
        let severity = colors.paint(diagnostic.severity.name, .severity(diagnostic.severity))
        let rule = "\(diagnostic.rule.code) \(diagnostic.rule.name)"
        let message = VisibleText.escape(diagnostic.message)
        let mark = diagnostic.bestFix.map { " \($0.mark)" } ?? ""
        let line = "\(path):\(place.line):\(place.column): \(severity) \(rule): \(message)\(mark)\n"
        output += Array(line.utf8)
      }
    }
  }
}

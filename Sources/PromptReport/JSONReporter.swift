// Findings for programs.

import PromptCore
import PromptFiles

/// Writes one indented JSON array of findings.
public struct JSONReporter: Reporter {
  private var writer = JSONWriter(indented: true)

  /// A reporter.
  public init() {}

  /// Opens the array.
  public mutating func begin(_ output: inout [UInt8]) {
    writer.beginArray()
    output += writer.takeBytes()
  }

  /// Writes the findings of one file as elements.
  ///
  /// - Complexity: O(length of the lines with findings + findings).
  public mutating func report(_ file: ReportedFile, to output: inout [UInt8]) {
    file.forEachFinding { finding in finding.write(to: &writer) }
    output += writer.takeBytes()
  }

  /// Closes the array.
  public mutating func end(_ output: inout [UInt8]) {
    writer.endArray()
    writer.newline()
    output += writer.takeBytes()
  }
}

/// Writes one JSON object a line for each finding.
public struct JSONLinesReporter: Reporter {
  /// A reporter.
  public init() {}

  /// Writes the findings of one file.
  ///
  /// - Complexity: O(length of the lines with findings + findings).
  public func report(_ file: ReportedFile, to output: inout [UInt8]) {
    var writer = JSONWriter()
    file.forEachFinding { finding in
      finding.write(to: &writer)
      writer.newline()
    }
    output += writer.takeBytes()
  }
}

extension ReportedFile {
  /// Calls `body` with each finding in order.
  fileprivate func forEachFinding(_ body: (JSONFinding) -> Void) {
    for (record, diagnostics) in findings {
      var places = file.locations(in: record)
      var counter = ScalarCounter(record.text.bytes, from: record.range.start)
      for diagnostic in diagnostics {
        body(JSONFinding(diagnostic, in: record, path: file.path, &places, &counter))
      }
    }
  }
}

// What a page or a corpus file says that a prompt's diagnostics are, and how it says so.

public import PromptCore

/// One expected diagnostic.
public struct ExpectedDiagnostic: Hashable, Sendable {
  /// Where, in bytes of the prompt.
  public let range: ByteRange
  /// The code, such as `MJ203`.
  public let code: String
  /// How bad, or nil when the line doesn't say.
  public let severity: Severity?

  /// An expectation from its parts.
  public init(_ code: String, at range: ByteRange, severity: Severity? = nil) {
    self.range = range
    self.code = code
    self.severity = severity
  }

  /// The same, `distance` bytes further right.
  public func shifted(by distance: Int) -> ExpectedDiagnostic {
    ExpectedDiagnostic(code, at: range.shifted(by: UInt32(distance)), severity: severity)
  }

  /// Whether a diagnostic is what is expected.
  public func isMet(by diagnostic: Diagnostic) -> Bool {
    code == diagnostic.rule.code && range == diagnostic.range
      && (severity.map { $0 == diagnostic.severity } ?? true)
  }
}

extension Sequence<ExpectedDiagnostic> {
  /// Whether these are exactly the diagnostics, in whatever order.
  public func areMet(by diagnostics: [Diagnostic]) -> Bool {
    var open = diagnostics
    for expectation in self {
      guard let index = open.firstIndex(where: expectation.isMet) else { return false }
      open.remove(at: index)
    }
    return open.isEmpty
  }
}

// MARK: For failure messages

extension ExpectedDiagnostic: CustomStringConvertible {
  /// `MJ203 at 10..14`, with the severity if there is one.
  public var description: String {
    "\(code) at \(range.start)..\(range.end)" + (severity.map { " \($0.name)" } ?? "")
  }

  /// The expectation that a diagnostic would meet, as a page or prompt file would write it.
  public init(_ diagnostic: Diagnostic) {
    self.init(diagnostic.rule.code, at: diagnostic.range, severity: diagnostic.severity)
  }
}

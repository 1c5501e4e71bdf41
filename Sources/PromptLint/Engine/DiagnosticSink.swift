// Where the rules report to.

public import PromptCore

/// Collects what the rules report about one prompt.
public struct DiagnosticSink {
  /// A prompt with more findings than this is judged by its first ones.
  public static let capacity = 500

  private(set) var diagnostics: [Diagnostic] = []
  /// Whether only what is wrong is wanted, and not what to do about it.
  private let isBrief: Bool

  init(isBrief: Bool = false) { self.isBrief = isBrief }

  /// Whether nothing more is taken; long loops may end then.
  public var isFull: Bool { diagnostics.count >= Self.capacity }

  /// Adds a finding, unless there are too many already.
  public mutating func report(_ diagnostic: Diagnostic) {
    if !isFull { diagnostics.append(diagnostic) }
  }

  /// Adds a finding from its parts; advice is worked out only where it is wanted.
  public mutating func report(
    _ rule: RuleMetadata, at range: ByteRange, _ message: @autoclosure () -> String,
    severity: Severity? = nil, help: @autoclosure () -> String? = nil,
    notes: @autoclosure () -> [DiagnosticNote] = [], fixes: @autoclosure () -> [FixIt] = [],
    category: String? = nil
  ) {
    if isFull { return }
    diagnostics.append(
      isBrief
        ? Diagnostic(rule, at: range, message(), severity: severity, category: category)
        : Diagnostic(
          rule, at: range, message(), severity: severity, help: help(), notes: notes(),
          fixes: fixes(), category: category))
  }
}

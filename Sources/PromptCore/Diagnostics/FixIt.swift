// Proposed changes, as edits of bytes.

/// One replacement of a range of bytes.
public struct TextEdit: Hashable, Sendable {
  /// What is replaced; empty for an insertion.
  public let range: ByteRange
  /// What stands there afterwards; empty for a deletion.
  public let replacement: String

  /// An edit that puts `replacement` in the place of `range`.
  public init(_ range: ByteRange, _ replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

/// A change that would mend a problem: edits that belong together.
public struct FixIt: Hashable, Sendable {
  /// What it does, as an order: "write `--ar`".
  public let message: String
  /// The edits in the order of their ranges, which don't overlap.
  public let edits: [TextEdit]
  /// Whether it may run unattended.
  public let applicability: Applicability

  /// A fix of these edits, which are sorted here.
  public init(_ message: String, _ applicability: Applicability, _ edits: [TextEdit]) {
    self.message = message
    self.applicability = applicability
    self.edits = edits.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
  }
}

// How a batch is read, judged and written, as values.

public import PromptFiles

/// How a batch is read, judged and written.
public struct BatchSettings: Sendable {
  /// How records stand in the input.
  public var input: PromptFile.Format
  /// How they stand in the output: `jsonl` and `lines` fit any input, a table only a table.
  public var output: PromptFile.Format
  /// The field or the column that holds the prompt.
  public var field = "prompt"
  /// How many blocks are judged at once.
  public var workers = 1
  /// Whether every record is written before the next one is waited for.
  public var isLineBuffered = false
  /// Whether a record says nothing of those before it, neither lines nor equal ones, so that parts of an
  /// input that are judged apart come to the same as the whole.
  public var isStateless = false
  /// The most jobs of the run; nil for no end.
  public var budget: UInt64?

  /// The settings for an input whose output has the same form.
  public init(_ format: PromptFile.Format) { (input, output) = (format, format) }

  /// The most bytes of a record; longer ones become error records and are never held.
  public static let maximumRecord = 16 << 20
  /// How many bytes of a record that can't be read an error record shows.
  static let shownBytes = 4096
}

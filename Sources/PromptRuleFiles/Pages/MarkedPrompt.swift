// Prompts with the expectations that stand below them, from pages and from prompt files.

public import PromptCore

/// A prompt and what it must produce.
public struct MarkedPrompt: Hashable, Sendable {
  /// The line of the prompt, from 1.
  public let line: Int
  /// The line as it is written.
  public let written: String
  /// The prompt itself.
  public let prompt: WrittenLine
  /// The diagnostics it must produce, and no others.
  public private(set) var expectations: [ExpectedDiagnostic] = []

  /// The source of the prompt.
  public var source: SourceText { prompt.source }

  /// The prompts of `lines`. Blank lines are skipped, and in prompt files comments too.
  public static func read(
    _ lines: [NumberedLine], _ notation: ExpectationNotation
  ) throws(NotationError) -> [MarkedPrompt] {
    var prompts: [MarkedPrompt] = []
    for line in lines where !line.isBlank {
      if let mark = try ExpectationLine(line, notation) {
        guard let index = prompts.indices.last else {
          throw NotationError(line: line.number, message: "no prompt stands above this line")
        }
        try prompts[index].add(mark, line)
      } else if notation == .page || line.bytes.first != UInt8(ascii: "#") {
        prompts.append(MarkedPrompt(line, notation))
      }
    }
    return prompts
  }

  private init(_ line: NumberedLine, _ notation: ExpectationNotation) {
    self.line = line.number
    written = line.text
    prompt = WrittenLine(line.bytes, decodesEscapes: notation == .page)
  }

  private mutating func add(
    _ mark: ExpectationLine, _ line: NumberedLine
  ) throws(NotationError) {
    guard let expectation = mark.expectation(about: prompt) else {
      throw NotationError(
        line: line.number, message: "this place lies beside the prompt or within a character")
    }
    expectations.append(expectation)
  }
}

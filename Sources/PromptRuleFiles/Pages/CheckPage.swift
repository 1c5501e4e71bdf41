// The pages of rules/lint: their prompts and what these must produce.

public import PromptCore
internal import PromptFiles

/// A page: what it says of its check, and the prompts that must prove it.
public struct CheckPage: Sendable {
  /// A line before a fix, and what the fix makes of it.
  public struct Pair: Sendable {
    /// The line of the first one, from 1.
    public let line: Int
    /// The prompt as it was.
    public let before: WrittenLine
    /// The prompt as it must become.
    public let after: WrittenLine
    /// Which fixes are applied.
    public let accepting: Applicability
  }

  /// The path of the file.
  public let path: String
  /// The front matter.
  public let header: PageHeader
  /// The prompts that must produce exactly what stands below them.
  public private(set) var bad: [MarkedPrompt] = []
  /// The prompts that must produce nothing.
  public private(set) var good: [MarkedPrompt] = []
  /// What the fixes do.
  public private(set) var pairs: [Pair] = []

  /// What it says of its check.
  public var metadata: RuleMetadata { header.metadata }

  /// The folder that the page stands in.
  public var group: String {
    path.split(separator: "/").dropLast().last.map(String.init) ?? ""
  }

  /// Reads the page at `path`.
  ///
  /// - Throws: `RuleFileError`, `FileError`, or `NotationError` for a block that can't be read.
  public init(at path: String) throws {
    self.path = path
    header = try PageFile.header(path)
    let lines = NumberedLine.lines(of: try FileSystem.read(path))
    do {
      for fence in try MarkdownFence.read(lines) { try add(fence) }
    } catch {
      throw NotationError(line: error.line, message: error.message, file: path)
    }
  }

  private mutating func add(_ fence: MarkdownFence) throws(NotationError) {
    switch fence.info {
    case "prompt bad": bad += try MarkedPrompt.read(fence.lines, .page)
    case "prompt good": good += try MarkedPrompt.read(fence.lines, .page)
    case "prompt fix": pairs += try Self.pairs(fence, .safe)
    case "prompt unsafe-fix": pairs += try Self.pairs(fence, .unsafe)
    default: throw NotationError(line: fence.line, message: "no kind of block: `\(fence.info)`")
    }
  }

  private static func pairs(
    _ fence: MarkdownFence, _ accepting: Applicability
  ) throws(NotationError) -> [Pair] {
    let lines = fence.lines.filter { !$0.isBlank }
    guard lines.count.isMultiple(of: 2) else {
      throw NotationError(line: fence.line, message: "a line before a fix has no line after it")
    }
    return stride(from: 0, to: lines.count, by: 2).map { index in
      Pair(
        line: lines[index].number,
        before: WrittenLine(lines[index].bytes, decodesEscapes: true),
        after: WrittenLine(lines[index + 1].bytes, decodesEscapes: true), accepting: accepting)
    }
  }
}

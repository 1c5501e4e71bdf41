// The fenced blocks of a Markdown file, with the numbers of their lines.

/// A fenced block.
public struct MarkdownFence: Hashable, Sendable {
  /// What stands behind the opening fence, such as `prompt bad`.
  public let info: String
  /// The line of the opening fence, from 1.
  public let line: Int
  /// The lines within.
  public let lines: [NumberedLine]

  /// The blocks of a file, in order.
  public static func read(_ lines: [NumberedLine]) throws(NotationError) -> [MarkdownFence] {
    var fences: [MarkdownFence] = []
    var open: NumberedLine?
    var content: [NumberedLine] = []
    for line in lines {
      let isFence = line.text.hasPrefix("```")
      if let start = open, isFence {
        let info = String(start.text.dropFirst(3))
        fences.append(MarkdownFence(info: info, line: start.number, lines: content))
        (open, content) = (nil, [])
      } else if isFence {
        open = line
      } else if open != nil {
        content.append(line)
      }
    }
    if let open { throw NotationError(line: open.number, message: "this fence is never closed") }
    return fences
  }
}

// Reads files of one prompt a line.

import PromptCore

enum LineRecords {
  /// The prompts of a file of lines; their text is the file itself.
  static func read(_ source: SourceText) -> ([PromptRecord], [FileProblem]) {
    var records: [PromptRecord] = []
    var problems: [FileProblem] = []
    var suppressions: [Suppression] = []
    for line in FileLines(source.bytes) {
      let content = source.bytes[line.range.indices]
      if content.first == UInt8(ascii: "#") {
        switch Suppression.read(content, line: line.number) {
        case .plain: continue
        case .suppression(let suppression): suppressions.append(suppression)
        case .malformed(let message):
          let location = source.location(of: content.startIndex, in: line)
          problems.append(FileProblem(at: location, message))
        }
      } else if !content.isBlank {
        records.append(record(line, source, suppressions))
        suppressions = []
      }
    }
    return (records, problems)
  }

  private static func record(
    _ line: FileLine, _ source: SourceText, _ suppressions: [Suppression]
  ) -> PromptRecord {
    PromptRecord(
      text: source, range: line.range, line: line.number, suppressions: suppressions,
      fileRange: line.range, form: .line, lineStart: line.range.start, escapes: [])
  }
}

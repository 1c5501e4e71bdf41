import PromptCore
import Testing

@Suite struct LineIndexTests {
  @Test func columnsCountScalarsAndBytes() {
    let index = LineIndex(SourceText("ab\nçé x\r\nlast"))
    #expect(index.lineCount == 3)
    #expect(index.location(of: 0) == SourceLocation(line: 1, utf8Column: 1, column: 1))
    #expect(index.location(of: 7) == SourceLocation(line: 2, utf8Column: 5, column: 3))
    #expect(index.location(of: 11) == SourceLocation(line: 3, utf8Column: 1, column: 1))
    #expect(index.location(of: 999).line == 3)
  }
}

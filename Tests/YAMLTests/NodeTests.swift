// What files mean as trees.

import Testing
import YAML

@Suite struct NodeTests {
  private func parse(_ text: String) throws -> Node? {
    try Node.parse(Array(text.utf8))
  }

  @Test(arguments: ["", "\n", "# nothing\n", "---\n", "--- # nothing\n...\n", "\u{FEFF}"])
  func emptyDocumentsAreNil(text: String) throws {
    #expect(try parse(text) == nil)
  }

  @Test(arguments: [("''", false), ("x", true), ("\"1\"", false), ("|\n x\n", false)])
  func scalarsSayWhetherTheyArePlain(text: String, expected: Bool) throws {
    guard case .scalar(_, let isPlain) = try #require(try parse(text)).content else {
      Issue.record("no scalar")
      return
    }
    #expect(isPlain == expected)
  }

  @Test func treesKeepOrderTextAndPlaces() throws {
    let node = try #require(try parse("b: 1\na:\n  - x\n  - {y: 'é'}\nc:\n"))
    #expect(node.mapping?.map(\.key) == ["b", "a", "c"])
    #expect(node.mapping?.map(\.keyMark.line) == [1, 2, 5])
    #expect(node["b"]?.scalar == "1")
    #expect(node["c"]?.scalar == "")
    let items = try #require(node["a"]?.sequence)
    #expect(items.map(\.mark.line) == [3, 4])
    #expect(items.map(\.mark.column) == [5, 5])
    #expect(items.last?["y"]?.scalar == "é")
    #expect(items.last?["y"]?.mark.column == 9)
  }

  @Test func accessorsAreNilForOtherContent() throws {
    let node = try #require(try parse("[a]"))
    #expect(node.scalar == nil)
    #expect(node.mapping == nil)
    #expect(node["a"] == nil)
    #expect(node.sequence?.first?.sequence == nil)
  }

  @Test func oneDocumentMayHaveItsMarkers() throws {
    #expect(try parse("%YAML 1.1\n---\na\n...\n")?.scalar == "a")
  }

  @Test func nestingUpToTheLimitIsRead() throws {
    let depth = Node.maximumDepth
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    var node = try parse(text)
    var levels = 0
    while let next = node {
      levels += 1
      node = next.sequence?.first
    }
    #expect(levels == depth)
  }

  @Test func manyEntriesAreQuick() throws {
    let text = (0..<20_000).map { "key\($0): [a, b]\n" }.joined()
    #expect(try parse(text)?.mapping?.count == 20_000)
  }
}

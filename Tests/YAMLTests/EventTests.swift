// What libyaml's events become, and where they say they are.

import Testing
import YAML

@Suite struct EventTests {
  private func kinds(_ text: String) throws -> [Event.Kind] {
    try Event.all(in: Array(text.utf8)).map(\.kind)
  }

  private func scalars(_ text: String) throws -> [Event.Scalar] {
    try kinds(text).compactMap { if case .scalar(let scalar) = $0 { scalar } else { nil } }
  }

  /// The places of the scalars, as `line:column@offset`.
  private func places(_ text: String) throws -> [String] {
    try Event.all(in: Array(text.utf8)).compactMap { event in
      guard case .scalar = event.kind else { return nil }
      return "\(event.mark.line):\(event.mark.column)@\(event.mark.offset)"
    }
  }

  @Test(arguments: ["", "# a comment\n", "\u{FEFF}", "\n\n"])
  func emptyInputIsAStreamWithoutDocument(text: String) throws {
    #expect(try kinds(text) == [.streamStart, .streamEnd])
  }

  @Test func collectionsOpenAndClose() throws {
    let bare = try #require(try scalars("a").first?.properties)
    let expected: [Event.Kind] = [
      .streamStart, .documentStart, .sequenceStart(bare), .mappingStart(bare), .mappingEnd,
      .sequenceStart(bare), .sequenceEnd, .sequenceEnd, .documentEnd, .streamEnd,
    ]
    #expect(try kinds("[{}, []]") == expected)
  }

  @Test(arguments: [
    ("plain text", "plain text", Event.ScalarStyle.plain), ("'it''s'", "it's", .singleQuoted),
    (#""\u00e9\n\0x""#, "é\n\0x", .doubleQuoted), ("|\n a\n b\n", "a\nb\n", .literal),
    (">-\n a\n b\n", "a b", .folded), ("~", "~", .plain), ("no", "no", .plain),
  ])
  func scalarsKeepTextAndStyle(text: String, value: String, style: Event.ScalarStyle) throws {
    let scalar = try #require(try scalars(text).first)
    #expect(scalar.value == value)
    #expect(scalar.style == style)
  }

  @Test func propertiesAndAliasesAreReported() throws {
    let found = try scalars("- &here !!str a\n- *here\n- b")
    #expect(found.map(\.properties.anchor) == ["here", nil])
    #expect(found.map(\.properties.tag) == ["tag:yaml.org,2002:str", nil])
    #expect(try kinds("- &here a\n- *here").contains(.alias("here")))
  }

  @Test(arguments: [
    ("a: b\nc: d", ["1:1@0", "1:4@3", "2:1@5", "2:4@8"]),
    ("é: ü\n日: 😀", ["1:1@0", "1:4@4", "2:1@7", "2:4@12"]),
    ("a: b\r\nc: d", ["1:1@0", "1:4@3", "2:1@6", "2:4@9"]),
    ("a: 'x\u{2028}y'\nb: c", ["1:1@0", "1:4@3", "2:1@11", "2:4@14"]),
    ("\u{FEFF}a: b", ["1:2@3", "1:5@6"]),
    ("- |\n  long\n\n- x", ["1:3@2", "4:3@14"]),
    ("# c\n\n  k:\n    - v", ["3:3@7", "4:7@16"]),
  ])
  func marksCountLinesScalarsAndBytes(text: String, expected: [String]) throws {
    #expect(try places(text) == expected)
  }

  @Test func eventsComeBeforeTheError() {
    var seen = 0
    #expect(throws: YAMLError.self) {
      try Event.forEach(in: Array("- a\n- b\n- 'open".utf8)) { _ in seen += 1 }
    }
    #expect(seen >= 4)
  }

  @Test func theBodyCanStopTheReading() throws {
    let place = try #require(try Event.all(in: [0x61]).last?.mark)
    #expect(place.offset == 1)
    var seen = 0
    let stop = try #require(throws: YAMLError.self) { try Event.all(in: [0]) }
    let error = #expect(throws: YAMLError.self) {
      try Event.forEach(in: Array("[a, b, c]".utf8)) { _ throws(YAMLError) in
        seen += 1
        if seen == 3 { throw stop }
      }
    }
    #expect(error == stop)
    #expect(seen == 3)
  }
}

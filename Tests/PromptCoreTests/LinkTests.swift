// Links taken apart: as they stand, cut short, and with what people put around them.

import PromptCore
import Testing

@Suite struct LinkTests {
  /// Scheme, host, port, path and query.
  static let cases: [(String, String)] = [
    ("https://example.com/a.png", "https example.com - /a.png -"),
    ("HTTP://Example.com:8080/a?b=c#d", "http Example.com 8080 /a b=c"),
    ("<https://s.mj.run/abc>", "https s.mj.run - /abc -"),
    ("<https://s.mj.run/abc", "https s.mj.run - /abc -"),
    ("http://user:pass@[::1]:80/a.png", "http [::1] 80 /a.png -"),
    ("https://example.com?a&b=", "https example.com - - a&b="),
    ("https://example.com#x", "https example.com - - -"),
    ("https://", "https - - - -"),
    ("http://[::1", "http [ :1 - -"),
    ("blob:https://example.com/1-2", "blob - - https://example.com/1-2 -"),
    ("data:image/png;base64,AA==", "data - - image/png;base64,AA== -"),
    ("file:///home/a.png", "file - - /home/a.png -"),
    ("attachment://a.png", "attachment a.png - - -"),
  ]

  @Test(arguments: cases)
  func parts(_ text: String, _ expected: String) throws {
    let source = SourceText("é " + text)
    let link = try #require(Link(ByteRange(3, source.bytes.count), in: source))
    let parts = [link.host, link.port ?? ByteRange(at: 0), link.path, link.query]
    let written = parts.map { $0.isEmpty ? "-" : source.string(in: $0) }
    #expect(([link.scheme.rawValue] + written).joined(separator: " ") == expected)
    #expect(link.isBracketed == text.hasPrefix("<"))
  }

  @Test(arguments: ["", "<", "a cat", "ftp://a.b", "https:a", "data:text/plain,a", "blob:x", ":"])
  func noLink(_ text: String) {
    let source = SourceText(text)
    #expect(Link(source.range, in: source) == nil)
  }

  @Test func queryItemsKeepTheirPlaces() throws {
    let source = SourceText("https://a.b/c.png?ex=1&&flag&x=a=b")
    let link = try #require(Link(source.range, in: source))
    let items = link.queryItems(in: source)
    #expect(items.map { source.string(in: $0.range) } == ["ex=1", "flag", "x=a=b"])
    #expect(items.map { source.string(in: $0.key) } == ["ex", "flag", "x"])
    #expect(items.map { source.string(in: $0.value) } == ["1", "", "a=b"])
  }
}

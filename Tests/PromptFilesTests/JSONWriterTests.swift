// JSON out.

import PromptFiles
import Testing

@Suite struct JSONWriterTests {
  private func sample(indented: Bool) -> String {
    var writer = JSONWriter(indented: indented)
    writer.beginObject()
    writer.key("a")
    writer.value(-3)
    writer.key("b")
    writer.beginArray()
    writer.value("x")
    writer.null()
    writer.beginObject()
    writer.endObject()
    writer.endArray()
    writer.key("c")
    writer.beginArray()
    writer.endArray()
    writer.key("d")
    writer.value(true)
    writer.endObject()
    return String(decoding: writer.takeBytes(), as: UTF8.self)
  }

  @Test func writesCompactly() {
    #expect(sample(indented: false) == #"{"a":-3,"b":["x",null,{}],"c":[],"d":true}"#)
  }

  @Test func indents() {
    let expected = """
      {
        "a": -3,
        "b": [
          "x",
          null,
          {}
        ],
        "c": [],
        "d": true
      }
      """
    #expect(sample(indented: true) == expected)
  }

  @Test func escapes() {
    var writer = JSONWriter()
    writer.value("\"\\/\n\r\t\0\u{1B}\u{7F}\u{9B}\u{2028}\u{2029}é🐈")
    let expected = #""\"\\/\n\r\t\u0000\u001b\u007f\u009b\u2028\u2029é🐈""#
    #expect(String(decoding: writer.takeBytes(), as: UTF8.self) == expected)
  }

  @Test func givesItsBytesAwayInPieces() {
    var writer = JSONWriter()
    writer.beginArray()
    writer.value(1)
    var bytes = writer.takeBytes()
    writer.value(2)
    writer.endArray()
    bytes += writer.takeBytes()
    #expect(String(decoding: bytes, as: UTF8.self) == "[1,2]")
  }
}

// The members of one JSON object by name, for those who read back what was written.

package import PromptCore

/// The members of an object, as places of their values.
package struct JSONMembers {
  private let bytes: [UInt8]
  private var members: [(name: ByteRange, value: ByteRange)] = []

  /// The members of the object in a range of some bytes; nil when none stands there.
  package init?(_ bytes: [UInt8], in range: ByteRange) {
    self.bytes = bytes
    var scanner = JSONScanner(bytes, in: range)
    do throws(JSONScanner.Failure) {
      try scanner.expect("{", "expected a JSON object")
      while !scanner.take("}") {
        let name = try scanner.key()
        members.append((name, try scanner.value()))
        if scanner.next() != UInt8(ascii: "}") { try scanner.expect(",", "expected `,` or `}`") }
      }
      try scanner.expectEnd()
    } catch { return nil }
  }

  /// Where the value of a member stands, the last of that name.
  package subscript(name: String) -> ByteRange? {
    members.last { bytes[$0.name.indices].elementsEqual(name.utf8) }?.value
  }

  /// The text of a member that is a string, its escapes decoded; nil for anything else.
  package func text(_ name: String) -> String? {
    guard let value = self[name], bytes[Int(value.start)] == UInt8(ascii: "\"") else { return nil }
    let inside = ByteRange(value.start + 1, value.end - 1)
    guard let string = try? JSONString(decoding: inside, of: bytes) else { return nil }
    return String(decoding: string.bytes, as: UTF8.self)
  }

  /// The number of a member that is a whole one; nil for anything else.
  package func number(_ name: String) -> UInt64? {
    self[name].flatMap { UInt64(String(decoding: bytes[$0.indices], as: UTF8.self)) }
  }
}

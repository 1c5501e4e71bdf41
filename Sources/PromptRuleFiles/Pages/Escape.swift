// How pages write bytes that nobody could see or type.

/// The escapes of prompts in pages; a backslash before anything else stands for itself.
///
/// - `\u{200B}`: a scalar, `\x{FF}`: a byte, `\n`, `\r`: line ends.
/// - `\*{1200}{very }`: the text in the second pair of braces, 1200 times.
enum Escape {
  /// The escape at the start of `rest`, or nil when none stands there; it takes the columns it is
  /// written in.
  static func read(_ rest: ArraySlice<UInt8>) -> WrittenLine.Cell? {
    guard rest.first == UInt8(ascii: "\\") else { return nil }
    let body = rest.dropFirst(2)
    switch rest.dropFirst().first {
    case UInt8(ascii: "n"): return cell([0x0A], rest, until: body.startIndex)
    case UInt8(ascii: "r"): return cell([0x0D], rest, until: body.startIndex)
    case UInt8(ascii: "u"):
      guard let group = group(body), let value = UInt32(group.text, radix: 16),
        let scalar = Unicode.Scalar(value)
      else { return nil }
      return cell(Array(String(scalar).utf8), rest, until: group.end)
    case UInt8(ascii: "x"):
      guard let group = group(body), let byte = UInt8(group.text, radix: 16) else { return nil }
      return cell([byte], rest, until: group.end)
    case UInt8(ascii: "*"): return repetition(rest, body)
    default: return nil
    }
  }

  private static func repetition(
    _ rest: ArraySlice<UInt8>, _ body: ArraySlice<UInt8>
  ) -> WrittenLine.Cell? {
    guard let times = group(body), let count = Int(times.text),
      let text = group(rest[times.end...])
    else { return nil }
    return cell(Array(String(repeating: text.text, count: count).utf8), rest, until: text.end)
  }

  private static func cell(
    _ bytes: [UInt8], _ rest: ArraySlice<UInt8>, until end: Int
  ) -> WrittenLine.Cell {
    let count = end - rest.startIndex
    return WrittenLine.Cell(bytes: bytes, width: count, count: count)
  }

  /// The text of `{…}` at the start of `body`, and where it ends.
  private static func group(_ body: ArraySlice<UInt8>) -> (text: String, end: Int)? {
    guard body.first == UInt8(ascii: "{"), let close = body.firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    return (String(decoding: body[(body.startIndex + 1)..<close], as: UTF8.self), close + 1)
  }
}

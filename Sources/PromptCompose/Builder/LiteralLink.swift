// Links as they may stand in prompts: whatever ends a link there is percent-encoded.

/// Writes links so that they are read whole.
enum LiteralLink {
  /// The link with every byte that RFC 3986 leaves out of links, and what could end it or be read as a
  /// weight, percent-encoded. Text that is no link comes out in one piece too.
  ///
  /// - Complexity: O(n).
  static func bytes(_ link: [UInt8]) -> [UInt8] {
    if link.allSatisfy({ isUnreserved($0) }) { return link }
    var result: [UInt8] = []
    let weight = weightStart(link)
    let tail = tailStart(link)
    for (index, byte) in link.enumerated() {
      let isOdd = index >= tail || weight.map { $0 <= index && byte == 0x3A } ?? false
      if isOdd && !isUnreserved(byte) || !isAllowed(byte) {
        result += encoded(byte)
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private static func encoded(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    isUnreserved(byte) || allowed.contains(byte)
  }

  private static let allowed = Set("-._~:/?#[]@!$&'()*+,;=%".utf8)
  private static let closing = Set(",.;:!?')]".utf8)

  /// Where the punctuation at the end begins, which would not belong to the link.
  private static func tailStart(_ link: [UInt8]) -> Int {
    link.count - link.reversed().prefix { closing.contains($0) }.count
  }

  /// Where `::` with nothing but a number behind it begins; nil without one.
  private static func weightStart(_ link: [UInt8]) -> Int? {
    let number = link.reversed().prefix { $0 &- 0x30 < 10 || $0 == 0x2E || $0 == 0x2D }.count
    let colons = link.dropLast(number).reversed().prefix { $0 == 0x3A }.count
    return colons > 1 ? link.count - number - colons : nil
  }
}

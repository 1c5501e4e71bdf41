// Aspect ratios.

/// An aspect ratio in whole numbers.
public struct Ratio: Hashable, Sendable {
  /// The width.
  public let width: Int
  /// The height.
  public let height: Int

  /// A ratio from its parts.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// The ratio of `16:9`; nil for anything else and for numbers of more than nine digits.
  public init?(_ text: some StringProtocol) {
    var sides = (width: 0, height: 0)
    var (digits, isHeight) = (0, false)
    for byte in text.utf8 {
      if byte == UInt8(ascii: ":"), !isHeight, digits > 0 {
        (digits, isHeight) = (0, true)
        continue
      }
      guard byte &- 0x30 < 10, digits < 9 else { return nil }
      digits += 1
      let digit = Int(byte - 0x30)
      if isHeight {
        sides.height = sides.height * 10 + digit
      } else {
        sides.width = sides.width * 10 + digit
      }
    }
    guard isHeight, digits > 0 else { return nil }
    self.init(width: sides.width, height: sides.height)
  }

  /// As it is written.
  public var text: String { "\(width):\(height)" }

  /// The same ratio in the smallest whole numbers; itself when a side is 0.
  public var reduced: Ratio {
    var (divisor, rest) = (width, height)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    return divisor > 1 ? Ratio(width: width / divisor, height: height / divisor) : self
  }

  /// Whether the long side of this one is at most as long as `limit`'s, relative to the short side.
  public func isWithin(_ limit: Ratio) -> Bool {
    max(width, height) * min(limit.width, limit.height)
      <= min(width, height) * max(limit.width, limit.height)
  }
}

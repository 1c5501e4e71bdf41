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
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ 1...9 ~= $0.utf8.count }),
      parts.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }),
      let width = Int(parts[0]), let height = Int(parts[1])
    else { return nil }
    self.init(width: width, height: height)
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

// Prompts made of awkward pieces.

/// Makes prompts of pieces that parsers stumble over; a seed makes the same ones anywhere.
public struct PieceGenerator: Sendable {
  private var state: UInt64

  /// A generator that begins with a seed.
  public init(seed: UInt64) { state = seed }

  /// The pieces that are text.
  public static let texts =
    [
      "--ar", " --ar ", "16:9", " : ", "—v ", "–s", " - -c ", "-- no ", "--no", "--sref ", "--p ",
      "--niji ", "--v 7", " --v 8.2", "--style ", "raw", "--tile", " --oref ", "--iw-1", "--bogus ",
      "--q .5", "--s=", "5000", "a cat", " dog ", "nude", "cutting-edge", "::", ":: ", "::-2 ", "{",
      "}", "{a, b}", ",", "\\,", "\\{", "https://a.b/c.png", "<https://s.mj.run/a>", "<your image>",
      "\n", "\r", "\u{200B}", "\u{A0}", "\u{3000}", "：", "＝", "é", "日本", "\"", ". ", " ", "  ", "-",
      "---", "/imagine prompt:", "123", "random", "::2", "--AR ", "--test", "--hd ", "--fast",
      " http://a.b/c ", "blob:https://a.b/c", "\"https://a.b/c.png\"", "](https://a.b/d.jpg)", "[",
      ",https://a.b/d.png", "https://a.b/c.png?ex=6925a000", "，", "`", "”",
    ]
  private static let pieces = texts.map { Array($0.utf8) } + [[0], [0xFF], [0xF0, 0x9F]]

  private mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  /// The next prompt.
  public mutating func prompt() -> [UInt8] {
    (0..<next(below: 14) + 1).flatMap { _ in Self.pieces[next(below: Self.pieces.count)] }
  }
}

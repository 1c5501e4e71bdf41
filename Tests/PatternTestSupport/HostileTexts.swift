// Twenty texts that make patterns work hard.

/// Texts of a size that patterns try in vain.
public enum HostileTexts {
  /// The pieces that are repeated, with what stands behind the last.
  private static let pieces = [
    ("a", ""), ("a", "!"), ("ab", " x"), ("a ", "!"), (" ", "x"), ("aaaa bbbb ", "c"), ("0", "a"),
    ("1,", "P"), ("é", "!"), ("猫", "!"), ("aé猫0 ", ""), ("e\u{301}", "!"), ("\n", "x"),
    ("ab\n", "!"), ("()[]{}", "a"), ("\u{1F1E6}", "!"), ("abcdefghijklmnopqrstuvwxyz ", "0"),
  ]

  /// Texts of at most `size` bytes, valid UTF-8; a random one among them comes from `seed`.
  public static func all(size: Int, seed: UInt64) -> [[UInt8]] {
    let runs = Array(repeatElement(0x61, count: size / 4)) + Array("b ".utf8)
    return pieces.map { repeated($0, upTo: size, before: $1) } + [
      Array((runs + runs + runs + runs).prefix(size)),
      Array(repeatElement(0x61, count: size / 2 - 1)) + [0x20]
        + Array(repeatElement(0x61, count: size / 2)),
      random(size, seed: seed),
    ]
  }

  private static func repeated(_ piece: String, upTo size: Int, before end: String) -> [UInt8] {
    let (piece, end) = (Array(piece.utf8), Array(end.utf8))
    let count = (size - end.count) / piece.count
    return Array(repeatElement(piece, count: count).joined()) + end
  }

  private static func random(_ size: Int, seed: UInt64) -> [UInt8] {
    var numbers = SeededNumbers(seed: seed)
    let letters = Array("aaaabbbb  ,0xy!".utf8)
    return (0..<size).map { _ in letters[numbers.next(below: letters.count)] }
  }
}

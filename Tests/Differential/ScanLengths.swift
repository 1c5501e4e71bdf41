// Time against length: texts of one odd kind each, scanned whole with all disguises.

import PromptCore
import PromptRules
import PromptScan
import PromptTestSupport

/// A table of the time that a scan takes for each byte, by kind of text and length.
struct ScanLengths {
  private static let sizes = [1_000, 10_000, 100_000, 1_000_000, 10_000_000]
  private static let pieces: [(name: String, text: String)] = [
    ("prose", "a lighthouse keeper reading by lamplight, rain on the window "),
    ("combining marks", "\u{301}"), ("marks on letters", "n\u{301}\u{302}"), ("spaces", " "),
    ("hyphens", "-"), ("no spaces", "lanternharborwillowmarble"), ("single letters", "n u d e "),
    ("single letters, none listed", "q z "), ("doubled letters", "nnuuddee"),
    ("one letter", "a"), ("doubled words", "nnuuddee "), ("leet", "s3x.n4ked,"), ("masks", "n*de "),
    ("escapes", "&#110;ude "), ("escapes without end", "&#00000"), ("listed words", "nude "),
    ("a listed word with digits", "nude0123456789"), ("Chinese", "裸体画像"), ("Thai", "ภาพเปลือย"),
    ("Cyrillic", "маяк "), ("right to left", "\u{202E}edun "), ("turned letters", "ǝpnu "),
    ("tags", "\u{E006E}\u{E0075}\u{E0064}\u{E0065}"), ("jamo", "ㅅㅔㄱㅅㅡ"), ("ligatures", "ﷺ"),
  ]

  private let scanner: TermScanner

  init(_ list: TermList) { scanner = TermScanner(list) }

  func report() {
    let heads = Self.sizes.map { Self.aligned("\($0 / 1_000) KB") }
    print("ns for each byte".padded(to: 28) + heads.joined())
    for piece in Self.pieces {
      let bytes = Array(piece.text.utf8)
      row(piece.name) { size in (0..<size / bytes.count).flatMap { _ in bytes } }
    }
    row("random bytes") { size in
      var random = SeededRandom(seed: 1)
      return (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
    row("random ASCII") { size in
      var random = SeededRandom(seed: 2)
      return (0..<size).map { _ in UInt8.random(in: 0x20...0x7E, using: &random) }
    }
  }

  private func row(_ name: String, _ text: (Int) -> [UInt8]) {
    let cells = Self.sizes.map { size in
      let time = time(SourceText(text(size)), runs: max(2, min(200, 1_000_000 / size)))
      return Self.aligned(Self.decimal(time / Double(size)))
    }
    print(name.padded(to: 28) + cells.joined())
  }

  /// The least time of several scans, in nanoseconds.
  private func time(_ text: SourceText, runs: Int) -> Double {
    var scratch = ScanScratch()
    var result = ScanResult()
    let times = (0..<runs).map { _ in
      ContinuousClock().measure {
        result.removeAll()
        scanner.scan(text, in: text.range, scope: .text, scratch: &scratch, into: &result)
      }
    }
    return (times.min() ?? .zero) / .nanoseconds(1)
  }

  private static func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func aligned(_ text: String) -> String {
    String(repeating: " ", count: max(1, 10 - text.count)) + text
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

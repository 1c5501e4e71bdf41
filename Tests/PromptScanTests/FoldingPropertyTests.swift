// What holds of the folding of every scalar and of any bytes.

import CScanKernel
import Testing

@testable import PromptScan

@Suite struct FoldingPropertyTests {
  static let planes = Array(UInt32(0)..<17)

  /// The scalars of a plane, each between spaces.
  static func plane(_ number: UInt32) -> [UInt8] {
    (number << 16..<(number + 1) << 16).compactMap(Unicode.Scalar.init).flatMap {
      Array("\($0) ".utf8)
    }
  }

  @Test(arguments: planes)
  func foldsEveryScalarOnce(_ number: UInt32) {
    let folded = FoldedText(Self.plane(number))
    #expect(FoldedText(folded.bytes).bytes == folded.bytes)
    #expect(isCanonical(folded.bytes))
    if number != 14 { #expect(folded.bytes == oneByOne(number)) }
  }

  /// The scalars of a plane folded each alone, which leaves the fast lane no room.
  private func oneByOne(_ number: UInt32) -> [UInt8] {
    var folded = FoldedText()
    return (number << 16..<(number + 1) << 16).compactMap(Unicode.Scalar.init).flatMap { scalar in
      Folding.fold(Array("\(scalar)".utf8).span, into: &folded)
      return folded.bytes + [0x20]
    }
  }

  /// Whether bytes are UTF-8, and their ASCII in lower case without controls and `_`.
  private func isCanonical(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
      && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x5F && $0 != 0x7F && !(0x41...0x5A ~= $0) }
  }

  /// The generator's own reading of the table, scalar by scalar.
  @Test func agreesWithTheGenerator() {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var folded = FoldedText()
    for value in UInt32(0)..<0x110000 where !(0xE0020..<0xE007F ~= value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      Folding.fold(Array(UTF8.encode(scalar) ?? .init()).span, into: &folded)
      let change = folded.changes.isEmpty ? 0 : UInt8(folded.changes.rawValue.trailingZeroBitCount)
      for byte in folded.bytes + [0xFF, change] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    #expect(hash == mjprompt_fold_digest)
  }

  @Test(arguments: 0..<16)
  func holdsForAnyBytes(_ seed: Int) {
    var random = Bytes(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
    for _ in 0..<200 {
      let text = random.text()
      let folded = FoldedText(text)
      #expect(FoldedText(folded.bytes).bytes == folded.bytes)
      #expect(isCanonical(folded.bytes))
      checkOrigins(text, folded)
      checkSegments(folded)
    }
  }

  private func checkOrigins(_ text: [UInt8], _ folded: FoldedText) {
    var origins: [UInt32] = []
    Folding.origins(of: text.span, into: &origins)
    #expect(origins.count == folded.bytes.count + 1)
    #expect(origins.last == UInt32(text.count))
    if !folded.changes.contains(.tags) { #expect(zip(origins, origins.dropFirst()).allSatisfy(<=)) }
    #expect(origins.dropLast().allSatisfy { $0 < text.count })
    for index in folded.bytes.indices {
      let range = Folding.original(index..<index + 1, origins: origins, in: text.span)
      #expect(!range.isEmpty && range.upperBound <= text.count)
    }
  }

  private func checkSegments(_ folded: FoldedText) {
    var segmented: [UInt8] = []
    Folding.segmented(folded.bytes.span, into: &segmented)
    #expect(segmented.count == folded.bytes.count)
    #expect((segmented != folded.bytes) == folded.hasUnsegmented)
    #expect(String(validating: segmented, as: UTF8.self) != nil)
  }

  /// Texts of what is hard to fold.
  struct Bytes {
    var state: UInt64

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }

    mutating func text() -> [UInt8] {
      (0..<Int(next() % 40)).flatMap { _ -> [UInt8] in
        let value = next() >> 8
        switch value % 8 {
        case 0: return [UInt8(truncatingIfNeeded: value >> 8)]
        case 1: return scalar(0x1100, 0x100, value)
        case 2: return scalar(0x3130, 0x60, value)
        case 3: return scalar(0xAC00, 0x2BA4, value)
        case 4: return scalar(0xE0000, 0x80, value)
        case 5: return scalar(0, 0x800, value)
        case 6: return scalar(0xE00, 0x100, value)
        default: return scalar(0, 0x30000, value)
        }
      }
    }

    private func scalar(_ first: UInt32, _ count: UInt64, _ value: UInt64) -> [UInt8] {
      Unicode.Scalar(first + UInt32((value >> 8) % count)).map { Array("\($0)".utf8) } ?? []
    }
  }
}

@Suite struct FoldLengthTests {
  @Test(arguments: ["e\u{301}", "\u{E38}", "\u{FDFA}", "\u{200B}", "ㅅㅔㄱ", "\u{E0061}", "ﷺ"])
  func longTextsFold(_ part: String) {
    let folded = FoldedText(String(repeating: part, count: 20_000))
    #expect(FoldedText(folded.bytes).bytes == folded.bytes)
  }

  @Test func bytesThatAreNoTextFoldToSpaces() {
    let bytes: [UInt8] = [
      0x61, 0xFF, 0x62, 0xC1, 0xA1, 0xED, 0xA0, 0x80, 0xF4, 0x90, 0x80, 0x80, 0xE2, 0x80,
    ]
    #expect(FoldedText(bytes).text == "a b" + String(repeating: " ", count: 11))
  }

  @Test func keepsItsMemory() {
    var folded = FoldedText(String(repeating: "ﷺ", count: 100))
    let capacity = folded.bytes.capacity
    Folding.fold(Array(String(repeating: "ﷺ", count: 100).utf8).span, into: &folded)
    Folding.fold(Array("é".utf8).span, into: &folded)
    #expect(folded.bytes.capacity == capacity)
    #expect(folded.text == "e")
  }
}

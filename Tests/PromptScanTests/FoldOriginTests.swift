// The way back from folded text, and text without the scripts that have no words.

import Testing

@testable import PromptScan

@Suite struct FoldOriginTests {
  /// The part of `text` that `word` comes from, where it stands in the folded text.
  private func original(_ word: String, in text: String) throws -> String {
    let bytes = Array(text.utf8)
    let folded = FoldedText(bytes)
    var origins: [UInt32] = []
    Folding.origins(of: bytes.span, into: &origins)
    let needle = Array(word.utf8)
    let starts = folded.bytes.indices.filter { folded.bytes[$0...].starts(with: needle) }
    let start = try #require(starts.first)
    let range = Folding.original(start..<start + needle.count, origins: origins, in: bytes.span)
    return String(decoding: bytes[range], as: UTF8.self)
  }

  @Test(arguments: [
    ("a NUDE b", "nude", "NUDE"), ("x ｎｕｄｅ　y", "nude", "ｎｕｄｅ"),
    ("a\u{200B}n\u{200B}u\u{301}d\u{E0061}e\u{200B} b", "nude", "n\u{200B}u\u{301}d\u{E0061}e"),
    ("see 🅽🆄🅳🅴️!", "nude", "🅽🆄🅳🅴"), ("ﬁst", "fist", "ﬁst"),
    ("nu\u{336}de\u{336}\u{301} b", "nude", "nu\u{336}de\u{336}\u{301}"), ("aﬁb", "i", "ﬁ"),
    ("5½", "1/2", "½"),
    ("x ㅅㅔㄱㅅㅡ y", "섹스", "ㅅㅔㄱㅅㅡ"), ("ㅅㅔㄱㅅㅡ", "섹", "ㅅㅔㄱ"), ("ㅅㅔㄱㅅㅡ", "스", "ㅅㅡ"),
    ("ㅎㅏㄴㅏ", "하", "ㅎㅏ"), ("ㅎㅏㄴㅏ", "나", "ㄴㅏ"), ("가\u{11A8}", "각", "가\u{11A8}"),
    (
      "cat \u{E006E}\u{E0075}\u{E0064}\u{E0065} dog", "nude", "\u{E006E}\u{E0075}\u{E0064}\u{E0065}"
    ),
    ("a性感b", "性感", "性感"), ("ｶﾞｰﾙ", "か\u{3099}ーる", "ｶﾞｰﾙ"),
  ])
  func leadBack(_ text: String, _ word: String, _ expected: String) throws {
    #expect(Array(try original(word, in: text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func emptyRangeStaysEmpty() {
    let text = Array("aé".utf8)
    var origins: [UInt32] = []
    Folding.origins(of: text.span, into: &origins)
    #expect(origins == [0, 1, 3])
    #expect(Folding.original(2..<2, origins: origins, in: text.span) == 3..<3)
  }

  @Test(arguments: [
    ("red 性感 girl", "red girl"), ("ガール a ไทย b ខ្មែរ", "a b"), ("한국 жук", "한국 жyk"), ("性", ""),
  ])
  func segmentsLeaveOut(_ text: String, _ words: String) {
    let folded = FoldedText(text)
    var segmented: [UInt8] = []
    Folding.segmented(folded.bytes.span, into: &segmented)
    let kept = String(decoding: segmented, as: UTF8.self).split(separator: " ")
    #expect(kept.joined(separator: " ") == words)
    #expect(segmented.count == folded.bytes.count)
    #expect(folded.hasUnsegmented == (segmented != folded.bytes))
  }
}

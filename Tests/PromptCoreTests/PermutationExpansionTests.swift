// The prompts that `{…}` groups stand for, and the way back to the original.

import PromptCore
import Testing

@Suite struct PermutationExpansionTests {
  private func expansion(_ text: String) -> (PermutationExpansion, SourceText) {
    let source = SourceText(text)
    return (PermutationExpansion(Parser.parse(source, vocabulary: .empty), of: source), source)
  }

  private func expanded(_ text: String) -> [String] {
    let (expansion, _) = expansion(text)
    return (0..<min(expansion.count, 100)).map {
      String(decoding: expansion[$0].bytes, as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("a {red, green} kite", ["a red kite", "a green kite"]),
    ("a {red,green} kite", ["a red kite", "a green kite"]),
    ("{red, blue} {kite, boat}", ["red kite", "red boat", "blue kite", "blue boat"]),
    ("a kite --ar {3:2, 1:1}", ["a kite --ar 3:2", "a kite --ar 1:1"]),
    ("a kite --{v 5, niji, test}", ["a kite --v 5", "a kite --niji", "a kite --test"]),
    (
      "a {gull {on a pier, at sea}, dog {asleep, awake}}.",
      ["a gull on a pier.", "a gull at sea.", "a dog asleep.", "a dog awake."]
    ),
    (#"{red, pastel \, yellow} kite"#, ["red kite", "pastel, yellow kite"]),
    (#"a \{red\} {one, two}"#, ["a {red} one", "a {red} two"]),
    (#"a \\ {b, c}"#, [#"a \\ b"#, #"a \\ c"#]),
    ("a {kite}", ["a kite"]), ("a kite", ["a kite"]), ("", [""]),
    ("a {red, blue kite", ["a {red, blue kite"]), ("a red} kite", ["a red} kite"]),
    ("{a,}b", ["ab", "b"]), ("{{a, b}, c}", ["a", "b", "c"]),
    ("hot{::, ::2} dog", ["hot:: dog", "hot::2 dog"]),
  ])
  func prompts(_ text: String, _ expected: [String]) {
    #expect(expanded(text) == expected)
  }

  @Test func hugeNumbersAreCountedAtOnce() {
    let group = "{" + (0..<10).map(String.init).joined(separator: ",") + "}"
    let (billion, _) = expansion(String(repeating: group, count: 9))
    #expect(billion.count == 1_000_000_000)
    #expect(String(decoding: billion[123_456_789].bytes, as: UTF8.self) == "123456789")
    let (more, _) = expansion(String(repeating: group, count: 40))
    #expect(more.count == .max)
    #expect(String(decoding: more[57].bytes, as: UTF8.self).hasSuffix("000057"))
  }

  @Test func deepNestingIsNoRecursion() {
    let depth = 50_000
    let text = String(repeating: "{a,", count: depth) + "b" + String(repeating: "}", count: depth)
    let (expansion, _) = expansion(text)
    #expect(expansion.count == UInt64(depth + 1))
    #expect(expansion[UInt64(depth)].bytes == Array("b".utf8))
  }

  @Test func theLastPromptIsRepeated() {
    let (expansion, _) = expansion("{a, b, c} {d, e}")
    #expect(expansion[6].bytes == Array("c e".utf8))
    #expect(expansion[.max].bytes == Array("c e".utf8))
  }

  @Test func rangesLeadBack() {
    let (expansion, source) = expansion(#"a {red, pastel \, deep {sea, sky}} kite"#)
    for index in 0..<expansion.count {
      let prompt = expansion[index]
      for segment in prompt.segments {
        let start = Int(segment.expanded)
        let copy = prompt.bytes[start..<start + segment.original.count]
        #expect(Array(copy) == Array(source.bytes[segment.original.indices]))
        let range = ByteRange(start, start + segment.original.count)
        #expect(prompt.original(of: range) == segment.original)
      }
    }
    #expect(
      source.string(in: expansion[1].original(of: ByteRange(2, 18))) == #"pastel \, deep {sea"#)
  }
}

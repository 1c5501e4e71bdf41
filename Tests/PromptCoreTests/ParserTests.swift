import PromptCore
import Testing

@Suite struct ParserTests {
  static let cases: [(String, String)] = [
    ("a cat --ar 16:9 --s 250 --v 7", "a cat | --ar=16:9 | --s=250 | --v=7"),
    ("  a cat\n--ar 16:9 ", "a cat | --ar=16:9"),
    ("a cat —ar 16:9", "a cat | emDash ar=16:9"),
    ("a cat –ar 16:9", "a cat | enDash ar=16:9"),
    ("a cat −−ar 16:9", "a cat | other ar=16:9"),
    ("a cat －－ar 16：9", "a cat | other ar=16：9"),
    ("a cat — a study in grey", "a cat — a study in grey"),
    ("a cat —a study", "a cat —a study"),
    ("a room—no frills, all white", "a room—no frills, all white"),
    ("light—style of monet", "light—style of monet"),
    ("a cat--ar 16:9", "a cat | --+ar=16:9"),
    ("a well--known cat", "a well--known cat | !strayDashes --"),
    ("a cat -- ar 16:9", "a cat | --_ar=16:9"),
    ("a cat - -ar 9 :16", "a cat | --_ar=9 :16"),
    ("a cat - - ar 9:16", "a cat | --_ar=9:16"),
    ("a cat -ar 16:9 -v 7", "a cat | singleHyphen ar=16:9 | singleHyphen v=7"),
    (
      "make it -15% wider, well-known t-shirt -c vitamin",
      "make it -15% wider, well-known t-shirt -c vitamin"
    ),
    ("a cat --ar16:9 --v7", "a cat | --ar=16:9 | --v=7"),
    ("a cat --ar=16:9 --v: 7", "a cat | --ar=16:9 | --v=7"),
    ("a cat --AR 16:9", "a cat | --AR=16:9"),
    (
      "a cat --ar 16:9, --v 7.",
      "a cat | --ar=16:9 | --v=7 | !unexpectedPunctuation , | !unexpectedPunctuation ."
    ),
    ("a cat --ar 16 : 9 --v 7", "a cat | --ar=16 : 9 | --v=7"),
    (
      "a cat --ar 16:9 sitting on a mat --v 7",
      "a cat | --ar=16:9 | --v=7 | !unexpectedText sitting on a mat"
    ),
    ("a cat --tile on a mat", "a cat | --tile | !unexpectedText on a mat"),
    ("a cat --v 7 --ar", "a cat | --v=7 | --ar"),
    ("a cat --ar --v 7", "a cat | --ar | --v=7"),
    ("a cat --bogus 3 dogs --v 7", "a cat | ?--bogus=3 dogs | --v=7"),
    ("a cat -- on a mat --- yes", "a cat -- on a mat --- yes | !strayDashes -- | !strayDashes ---"),
    ("a cat --no dogs, t-shirt --ar 1:1", "a cat | --no=dogs, t-shirt | --ar=1:1"),
    ("a cat --no dogs,", "a cat | --no=dogs | !unexpectedPunctuation ,"),
    (
      "a cat --sref https://a-b.com/x-y.png 123::2 random --s 5",
      "a cat | --sref=https://a-b.com/x-y.png 123::2 random | --s=5"
    ),
    (
      "a cat --sref 1, 2 in rain",
      "a cat | --sref=1, 2 | !unexpectedPunctuation , | !unexpectedText in rain"
    ),
    ("a cat --sref <your image> --v 7", "a cat | --sref=<your image> | --v=7"),
    ("a cat --sref <https://s.mj.run/a>::2 7", "a cat | --sref=<https://s.mj.run/a>::2 7"),
    ("a cat--no dogs --v 7", "a cat | --+no=dogs | --v=7"),
    ("a cat --ar\u{3000}16:9 --v 7", "a cat | --ar=16:9 | --v=7"),
    ("a cat --aspect-ratio 16:9", "a cat | ?--aspect-ratio=16:9"),
    ("a cat --iw-1", "a cat | --iw=-1"),
    ("a cat --p abc --v 7", "a cat | --p=abc | --v=7"),
    ("a cat --p in a hat", "a cat | --p | !unexpectedText in a hat"),
    ("a cat --p --v 7", "a cat | --p | --v=7"),
    ("a cat --p ab12 m34::2", "a cat | --p=ab12 m34::2"),
    ("a cat --niji", "a cat | --niji"),
    ("a cat --niji 6 --s 5", "a cat | --niji=6 | --s=5"),
    ("https://x.com/a.png a cat --iw 3", "@https://x.com/a.png | a cat | --iw=3"),
    (
      "<https://s.mj.run/a> https://x.com/b.png?ex=1&is=2, a cat",
      "@<https://s.mj.run/a> | @https://x.com/b.png?ex=1&is=2 | , a cat"
    ),
    ("https://x.com/a.png，猫", "@https://x.com/a.png | ，猫"),
    (
      "[https://x.com/a](https://x.com/b)",
      "@https://x.com/a~ | @https://x.com/b~ | [https://x.com/a](https://x.com/b)"
    ),
    ("“https://x.com/a.png”", "@https://x.com/a.png~ | “https://x.com/a.png”"),
    ("a cat file:///a.png", "@file:///a.png~ | a cat file:///a.png"),
    ("https://x.com/a.png::2 cat::1", "@https://x.com/a.png::2 | cat::1"),
    ("a cat https://x.com/a.png", "@https://x.com/a.png~ | a cat https://x.com/a.png"),
    ("hot::2 dog::-0.5", "hot::2 | dog::-0.5"),
    ("hot:: dog --v 6", "hot:: | dog | --v=6"),
    ("at 10:30 on http://[::1]/a.png", "@http://[::1]/a.png~ | at 10:30 on http://[::1]/a.png"),
    ("a {red,blue} cat --ar {1:1, 16:9}", "a {red,blue} cat | --ar={1:1, 16:9}"),
    ("a cat --{v 5, niji}", "a cat | --{v 5, niji}"),
    ("a {cat --tile, dog} x", "a {cat --tile, dog} x"),
    ("a {red,blue cat", "a {red,blue cat | !missingCloseBrace {"),
    ("a red} cat --v 7", "a red} cat | --v=7 | !missingOpenBrace }"),
    ("/imagine prompt: a cat", "a cat | !unexpectedCommand /imagine prompt:"),
    ("/Imagine a cat", "a cat | !unexpectedCommand /Imagine"),
    ("--ar 16:9 --v 7", "--ar=16:9 | --v=7"),
    ("", ""),
    ("--", "-- | !strayDashes --"),
  ]

  @Test(arguments: cases)
  func structure(_ text: String, _ expected: String) {
    let source = SourceText(text)
    let prompt = Parser.parse(source, vocabulary: testVocabulary)
    #expect(prompt.description(in: source) == expected)
  }

  @Test func namesPermutationsWithTheirItems() {
    let source = SourceText(#"{red, blue\, navy, {light, dark} green} x {one}"#)
    let prompt = Parser.parse(source, vocabulary: .empty)
    #expect(prompt.permutations.map(\.itemCount) == [3, 2, 1])
    #expect(prompt.permutations.map(\.depth) == [0, 1, 0])
  }
}

@Suite struct HostileInputTests {
  static let fragments: [[UInt8]] =
    [
      "--", "—", "–", "-", " ", "ar", "16:9", "::", "2", "{", "}", ",", "\\,", "https://a.b/c",
      "no", "\n", "\r", "\u{200B}", "\u{A0}", "：", "sref", "/imagine", "é", "日", "<", ">", "=", ".",
    ].map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0xF0, 0x9F], [0xED, 0xA0, 0x80]]

  @Test(arguments: 0..<400)
  func tokensJoinToTheInput(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    var bytes: [UInt8] = []
    for _ in 0..<40 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes += Self.fragments[Int(state >> 33) % Self.fragments.count]
    }
    expectWhole(bytes)
  }

  @Test(arguments: [
    "{", "}", "--", "-- ", "--a ", "--sref 1 ", "::", "a:: ", "—a ", "http://", "\u{0}", "1 ",
  ])
  func longInputStaysLinear(_ piece: String) {
    let bytes = Array("--sref ".utf8) + Array(String(repeating: piece, count: 30_000).utf8)
    expectWhole(bytes)
    expectWhole(Array(bytes.dropFirst(7)))
  }

  private func expectWhole(_ bytes: [UInt8]) {
    let source = SourceText(bytes)
    let prompt = Parser.parse(source, vocabulary: testVocabulary)
    var next: UInt32 = 0
    var isJoined = true
    for token in prompt.tokens {
      isJoined = isJoined && token.range.start == next && !token.range.isEmpty
      next = token.range.end
    }
    #expect(isJoined && next == UInt32(bytes.count))
    let ends: [ByteRange] = prompt.parameters.map(\.range)
    let parts: [ByteRange] = ends + prompt.faults.map(\.range) + prompt.images.map(\.range)
    #expect(parts.allSatisfy { prompt.range.contains($0) })
    #expect(zip(ends, ends.dropFirst()).allSatisfy { $0.end <= $1.start })
  }
}

// Text stays text, whatever it is.

import PromptCompose
import PromptCore
import PromptLint
import PromptRules
import PromptTestSupport
import Testing

@Suite struct LiteralTextTests {
  @Test(arguments: [
    ("a cat -- on a mat", "a cat, on a mat"), ("well--known", "well-known"), ("--v 5", "v 5"),
    ("1990–2000", "1990-2000"), ("a cat — asleep", "a cat, asleep"), ("a::2 b", "a:2 b"),
    ("{red, blue}", "(red, blue)"), ("a\nb", "a b"), ("https://a.example/b", "https a.example/b"),
    ("a\u{200B}b", "ab"), ("a \u{00A0} b", "a b"), ("-15%", "-15%"), ("t-shirt", "t-shirt"),
    ("/imagine prompt: x", "imagine prompt: x"), ("50% off: today", "50% off: today"),
    ("“quoted” 👩‍👩‍👧 雪", "“quoted” 👩‍👩‍👧 雪"), ("a  b ", "a b"), ("", ""),
  ])
  func becomesWhatPeopleWrite(_ text: String, _ plain: String) {
    #expect(LiteralText(text).description == plain)
  }

  @Test(arguments: HostileText.all)
  func hasOnlyTextInIt(_ text: String) {
    let plain = LiteralText(text)
    let source = SourceText(plain.bytes)
    let kinds = Lexer.tokenize(source, in: source.range).kinds
    #expect(kinds.subtracting(TokenKindSet(.text, .word, .space, .comma)).isEmpty)
    #expect(LiteralText(plain.description) == plain)
  }

  /// Pieces of hostile texts in any order, behind and before words.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func staysTextInAPrompt(_ seed: UInt64) throws {
    let composer = try Composing.composer("v6.1")
    var random = SeededRandom(seed: seed)
    for _ in 0..<25 {
      let text = (0..<3).map { _ in
        random.pick(HostileText.all) + random.pick(["", " ", "x"])
      }.joined()
      let draft = PromptDraft(
        images: [PromptImage("https://example.com/a.png")],
        parts: [
          PromptPart("a kite \(text) above", weight: 2), PromptPart(PromptText(text), weight: 1),
        ], parameters: [.aspectRatio(3, 2), .no("people"), .stylize(200)])
      let prompt: ComposedPrompt
      do { prompt = try composer.compose(draft) } catch {
        // A check may object to the words, but nothing may be read as something else.
        #expect(error.misreading == nil, "\(text.debugDescription): \(error.text)")
        continue
      }
      let source = SourceText(prompt.text)
      let read = PromptDraft(
        composer.linter.parse(source), of: source, rules: composer.linter.rules)
      #expect(read.parameters == draft.parameters + [.version("6.1")], "\(text.debugDescription)")
      #expect(read.images == draft.images && read.parts.count <= 2)
    }
  }
}

// Drafts: what they are written as, and what is thrown.

import PromptCompose
import PromptCore
import PromptLint
import PromptRules
import PromptTestSupport
import Testing

@Suite struct ComposerTests {
  @Test func writesWhatIsSaid() throws {
    let isRainy = true
    let draft = PromptDraft {
      PromptImage("https://example.com/boat one.png", weight: 2)
      "a paper boat"
      PromptText("on a \(anyOf: "calm", "stormy, dark") pond")
      if isRainy {
        "light rain"
        PromptParameters(.chaos(10))
      }
      for place in ["Lisbon", "Bergen"] { PromptText("\(place) in the distance") }
    }
    .parameters(
      .aspectRatio(16, 9),
      .styleReference([.code(123), .url("https://a.example/s.png", weight: 2)]))
    let prompt = try Composing.composer("v7").compose(draft)
    #expect(
      prompt.text == #"""
        https://example.com/boat%20one.png::2 a paper boat, on a {calm, stormy\, dark} pond, light rain, Lisbon in the distance, Bergen in the distance --chaos 10 --ar 16:9 --sref 123 https://a.example/s.png::2 --v 7
        """#)
  }

  @Test func weightsSeparateParts() throws {
    let draft = PromptDraft {
      "a hot"
      PromptPart("dog", weight: -0.5)
      "a bun"
      "mustard"
    }
    let prompt = try Composing.composer("v6.1").compose(draft)
    #expect(prompt.text == "a hot:: dog::-0.5 a bun, mustard --v 6.1")
  }

  @Test func whatTheModelLacksIsThrown() throws {
    let draft = PromptDraft(
      parts: [PromptPart("a kite")], parameters: [.omniReference("https://example.com/a.png")])
    #expect(try Composing.composer("v7").compose(draft).text.hasSuffix(".png --v 7"))
    let composer = try Composing.composer("v8.2")
    let error = try #require(throws: CompositionError.self) { try composer.compose(draft) }
    let finding = try #require(error.diagnostics.first)
    #expect(finding.rule.code == "MJ301" && finding.rule.name == "unsupported-parameter")
    #expect(finding.message == "`--oref` does not exist in v8.2")
    #expect(SourceText(error.text).string(in: finding.range) == "--oref")
    #expect(error.description.contains("MJ301"))
  }

  @Test func whatIsOutOfRangeIsThrown() throws {
    let composer = try Composing.composer("v7")
    for (value, code) in [
      (ParameterValue.stylize(5000), "MJ203"), (.aspectRatio(0, 1), "MJ204"),
      (ParameterValue("stylise", .integer(1)), "MJ201"), (.imageWeight(.nan), "MJ204"),
      (.edit(["no link"]), "MJ301"), (.styleReference([.url("no link")]), "MJ204"),
    ] {
      let draft = PromptDraft(parts: [PromptPart("a kite")], parameters: [value])
      let error = try #require(throws: CompositionError.self) { try composer.compose(draft) }
      #expect(error.diagnostics.map(\.rule.code).contains(code), "\(error)")
    }
  }

  @Test func valuesThatAreNoneAreThrown() throws {
    let composer = try Composing.composer("v6.1")
    for value in [ParameterValue.style("raw --v 5"), .version("6 1"), .style("a b")] {
      let draft = PromptDraft(parts: [PromptPart("a kite")], parameters: [value])
      let error = try #require(throws: CompositionError.self) { try composer.compose(draft) }
      #expect(error.misreading?.kind == .brokenValue || !error.diagnostics.isEmpty)
    }
  }

  @Test func aModelThatIsNamedStays() throws {
    let draft = PromptDraft(parts: [PromptPart("a kite")], parameters: [.niji("6")])
    #expect(try Composing.composer("v7").compose(draft).text == "a kite --niji 6")
    let plain = PromptDraft(parts: [PromptPart("a kite")])
    #expect(try Composing.composer("niji7").compose(plain).text == "a kite --niji 7")
    #expect(try Composing.composer("testp").compose(plain).text == "a kite --testp")
  }

  @Test func groupsOfValuesAreWritten() throws {
    let ratios = ParameterValue.anyOf(.aspectRatio(1, 1), .aspectRatio(3, 2))
    let draft = PromptDraft(parts: [PromptPart("a kite")], parameters: [ratios])
    let prompt = try Composing.composer("v7").compose(draft)
    #expect(prompt.text == "a kite --ar {1:1, 3:2} --v 7")
    let source = SourceText(prompt.text)
    let parsed = try Composing.composer("v7").linter.parse(source)
    let expansion = PermutationExpansion(parsed, of: source)
    #expect(expansion.count == 2)
    #expect(String(decoding: expansion[1].bytes, as: UTF8.self) == "a kite --ar 3:2 --v 7")
  }

  @Test func groupsComeBackByExpansion() throws {
    let draft = PromptDraft {
      PromptText("a \(anyOf: "red, bright", "blue {x}") kite")
    }
    let prompt = try Composing.composer("v7").compose(draft)
    let source = SourceText(prompt.text)
    let expansion = PermutationExpansion(
      try Composing.composer("v7").linter.parse(source), of: source)
    let texts = (0..<expansion.count).map { String(decoding: expansion[$0].bytes, as: UTF8.self) }
    #expect(texts == ["a red, bright kite --v 7", "a blue (x) kite --v 7"])
  }
}

// Every parameter of rules/ has a typed value, and comes back as it was written.

import PromptCompose
import PromptCore
import PromptLint
import PromptRules
import PromptTestSupport
import Testing

@Suite struct ParameterValueTests {
  /// A value of each parameter, and a model that has it; a new parameter needs a line here and the
  /// member that it calls.
  static let samples: [(value: ParameterValue, model: String)] = [
    (.aspectRatio(16, 9), "v7"), (.quality(2), "v7"), (.seed(4_294_967_295), "v7"),
    (.sameSeed(7), "v3"), (.stop(50), "v6.1"), (.tile, "v7"), (.hd, "v8.2"), (.sd, "v8.2"),
    (.width(512), "v2"), (.height(512), "v2"), (.wallpaper, "v2"), (.smallLandscape, "v2"),
    (.mediumLandscape, "v2"), (.largeLandscape, "v2"), (.smallPortrait, "v2"),
    (.mediumPortrait, "v2"), (.largePortrait, "v2"), (.imageWeight(1.5), "v7"),
    (.styleReference([.code(123), .url("https://example.com/a.png", weight: 2), .random]), "v7"),
    (.styleWeight(300), "v7"), (.styleVersion(6), "v7"),
    (.characterReference(["https://example.com/a.png"]), "v6.1"), (.characterWeight(50), "v6.1"),
    (.omniReference("https://example.com/a.png"), "v7"), (.omniWeight(200), "v7"),
    (.edit(["https://example.com/a.png", "https://example.com/b.png"]), "v8.2"),
    (.depthReference("https://example.com/a.png"), "v7"), (.profile(["abc123", "m456"]), "v7"),
    (.stylize(250), "v7"), (.chaos(20), "v7"), (.weird(500), "v7"), (.experimental(25), "v7"),
    (.raw, "v7"), (.style("cute"), "niji5"), (.draft, "v7"), (.video, "v7"),
    (.motion("high"), "v7"),
    (.loop, "v7"), (.end("https://example.com/b.png"), "v7"), (.batchSize(2), "v7"),
    (.zoom(1.5), "v6.1"), (.lightUpscaler, "v4"), (.betaUpscaler, "v4"), (.animeUpscaler, "niji4"),
    (.no("text", "people"), "v7"), (.repeating(3), "v7"), (.fast, "v7"), (.relax, "v7"),
    (.turbo, "v7"), (.stealth, "v7"), (.publicGallery, "v7"), (.version("7"), "v7"),
    (.niji("6"), "niji6"), (.preview, "v8.2"), (.test, "test"), (.testPhoto, "testp"),
    (.creative, "test"), (.highQuality, "v1"), (.newClip, "v1"), (.noStretch, "v1"), (.old, "v1"),
    (.vibe, "v1"), (.beta, "v1"),
  ]

  @Test func everyParameterHasAMember() throws {
    let catalog = try Composing.rules().parameters
    let names = Self.samples.map(\.value.name)
    #expect(Set(names) == Set(catalog.parameters.map(\.name)))
    #expect(names.count == Set(names).count)
  }

  @Test(arguments: samples.indices)
  func comesBackAsItWasWritten(_ index: Int) throws {
    let (value, model) = Self.samples[index]
    let composer = try Composing.composer(model)
    let draft = PromptDraft(parts: [PromptPart("a kite")], parameters: [value])
    let text: String
    do { text = try composer.compose(draft).text } catch {
      // Some mean nothing any more or need a partner; they are written nevertheless.
      #expect(error.misreading == nil)
      #expect(!error.diagnostics.contains { $0.rule.name == "unsupported-parameter" }, "\(error)")
      text = error.text
    }
    let source = SourceText(text)
    let read = PromptDraft(composer.linter.parse(source), of: source, rules: composer.linter.rules)
    #expect(read.parameters.first == value, "\(text)")
    #expect(read.parts == draft.parts)
  }

  @Test(arguments: [
    (0.5, "0.5"), (2, "2"), (-0.25, "-0.25"), (1e-7, "0.0000001"), (1.25e-5, "0.0000125"),
    (1e20, "100000000000000000000"),
  ])
  func numbersHaveNoExponent(_ number: Double, _ text: String) throws {
    let composer = try Composing.composer("v7")
    let draft = PromptDraft(
      parts: ["a kite"].map { PromptPart($0) }, parameters: [.imageWeight(number)])
    let written = (try? composer.compose(draft).text) ?? composerText(composer, draft)
    #expect(written.contains("--iw \(text) "))
  }

  private func composerText(_ composer: Composer, _ draft: PromptDraft) -> String {
    do throws(CompositionError) { return try composer.compose(draft).text } catch {
      return error.text
    }
  }
}

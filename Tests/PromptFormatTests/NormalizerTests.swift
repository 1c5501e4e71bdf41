// The canonical form, prompt by prompt.

import PromptCore
import PromptFormat
import PromptRules
import Testing

@Suite struct NormalizerTests {
  let rules: RuleSet
  let normalizer: Normalizer

  init() throws {
    rules = try RuleSet(.embedded)
    normalizer = Normalizer(rules: rules)
  }

  private func normalized(_ text: String) -> String? {
    let source = SourceText(text)
    let prompt = Parser.parse(source, vocabulary: rules.parameters.vocabulary)
    return normalizer.normalize(prompt, of: source)?.text
  }

  @Test(arguments: [
    ("  a   cat \n in  rain ", "a cat in rain"),
    ("a cat --aspect 1920:1080", "a cat --ar 16:9"),
    ("a cat --v 7.0 --stylize 50 --ar 1:1", "a cat --ar 1:1 --s 50 --v 7"),
    (#"a sign that says "two  spaces"  in  blue"#, #"a sign that says "two  spaces" in blue"#),
    (#"a 24"  screen"#, #"a 24" screen"#),
    ("hot :: 2 dog ::-0.5 big", "hot:: 2 dog::-0.5 big"),
    ("https://a.b/c.png   a cat", "https://a.b/c.png a cat"),
    (
      "https://a.b/c.png::2 cat::1 https://a.b/d.png::3 x",
      "https://a.b/c.png::2 cat::1 https://a.b/d.png::3 x"
    ),
    ("a cat --no  dogs,  birds --ar 1:1", "a cat --ar 1:1 --no dogs, birds"),
    ("a cat --mine --v 7", "a cat --v 7 --mine"),
    ("a: ::2 b", "a: ::2 b"),
  ])
  func canonicalForm(_ text: String, _ expected: String) {
    #expect(normalized(text) == expected)
    #expect(normalized(expected) == expected)
  }

  @Test(arguments: ["a cat --ar", "a cat --tile on a mat", "a {b cat", "a -- b", "a cat --ar 1:1,"])
  func brokenPromptsHaveNone(_ text: String) { #expect(normalized(text) == nil) }
}

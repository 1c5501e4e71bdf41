// The same prompt elsewhere, and how a comparison is reported.

import PromptCore
import PromptLint
import PromptRuleFiles
import PromptTestSupport
import Testing

/// Text to put around a prompt.
enum Surroundings {
  /// Emoji, umlauts precomposed and combining, wide characters.
  static let text = Array("🌸 Blüte u\u{308}ber 桜 👩🏽‍🎨, ".utf8)

  /// A source with a prompt in its midst, and the prompt's range.
  static func around(_ prompt: [UInt8]) -> (SourceText, ByteRange) {
    let before = text + Array("--ar 99 --nope\n".utf8)
    let source = SourceText(before + prompt + Array("\n--v 99 {".utf8))
    return (source, ByteRange(before.count, before.count + prompt.count))
  }

  /// Whether text can stand before the prompt without changing what is wrong with it: the prompt
  /// begins with text, and no finding is about the text as a whole.
  static func takesText(_ bad: MarkedPrompt, _ judge: PromptJudge) -> Bool {
    let parsed = judge.linter.parse(bad.source)
    let aboutAll = ["MJ109", "MJ404", "MJ603", "MJ607"]
    let isAboutAll = { (expected: ExpectedDiagnostic) in
      aboutAll.contains(expected.code) || expected.range == bad.source.range
    }
    return !parsed.text.isEmpty && parsed.text.start == 0
      && parsed.images.allSatisfy { !$0.isLeading }
      && !bad.expectations.contains(where: isAboutAll)
  }
}

/// Records an issue unless these are exactly the diagnostics.
func expect(
  _ diagnostics: [Diagnostic], _ expectations: [ExpectedDiagnostic], at place: String,
  location: Testing.SourceLocation = #_sourceLocation
) {
  guard !expectations.areMet(by: diagnostics) else { return }
  let expected = expectations.map(\.description).joined(separator: ", ")
  let actual = diagnostics.map { "\(ExpectedDiagnostic($0)) (\($0.message))" }.joined(
    separator: ", ")
  Issue.record(
    "\(place)\n  expected [\(expected)]\n  actual   [\(actual)]", sourceLocation: location)
}

/// A prompt for failure messages, invisible characters escaped.
func shown(_ source: SourceText) -> String { source.string(in: source.range).debugDescription }

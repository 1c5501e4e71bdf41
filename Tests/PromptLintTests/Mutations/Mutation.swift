// One way to break a prompt, as a line of Tests/Fixtures/mutations.tsv describes it.

import Foundation
import PromptCore
import PromptRules
import PromptTestSupport

/// A slip that people make.
///
/// The template is the broken prompt: `<name>` and the like are blanks that `MutationBlanks` fills in,
/// `\u{A0}` is a scalar, and `[…]` stands around what the linter must point at.
struct Mutation: Sendable {
  let kind: String
  /// What must be true of the parameter that is broken; `-` when none is.
  let need: String
  let template: String
  /// The code that must be reported.
  let code: String
  /// Whether a safe fix must bring the original back.
  let isRestored: Bool

  /// All lines of the file.
  static let all: [Mutation] = {
    let path = Repository.file("Tests/Fixtures/mutations.tsv")
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Mutation(
        kind: cells[0], need: cells[1], template: cells[2], code: cells[3],
        isRestored: cells[4] == "safe")
    }
  }()
}

/// A prompt that was broken, and where.
struct BrokenPrompt {
  let source: SourceText
  let range: ByteRange
}

extension Mutation {
  /// A clean prompt and the same broken; nil when this one can't be broken so.
  func broken(
    _ prompt: CleanPrompt, _ rules: RuleSet, _ chance: inout SeededGenerator
  ) -> BrokenPrompt? {
    let places = prompt.parameters.indices.filter { prompt.parameters[$0].meets(need) }
    guard need == "-" || !places.isEmpty else { return nil }
    let place = places.randomElement(using: &chance) ?? 0
    var blanks = MutationBlanks(prompt: prompt, place: place, rules: rules, chance: chance)
    defer { chance = blanks.chance }
    return filled(&blanks)
  }

  private func filled(_ blanks: inout MutationBlanks) -> BrokenPrompt? {
    var text = ""
    var marks: [Int] = []
    var rest = template[...]
    while let character = rest.popFirst() {
      switch character {
      case "[", "]": marks.append(text.utf8.count)
      case "<":
        let blank = rest.prefix { $0 != ">" }
        rest = rest.dropFirst(blank.count + 1)
        guard let value = blanks.filled(String(blank)) else { return nil }
        text += value
      case "\\":
        let digits = rest.dropFirst(2).prefix { $0 != "}" }
        rest = rest.dropFirst(digits.count + 3)
        text.unicodeScalars.append(UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "?")
      default: text.append(character)
      }
    }
    return BrokenPrompt(source: SourceText(text), range: ByteRange(marks[0], marks[1]))
  }
}

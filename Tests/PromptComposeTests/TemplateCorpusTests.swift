// The templates of the corpus: all that they make is clean, and comes back as it was written.

import Foundation
import PromptCompose
import PromptCore
import PromptFiles
import PromptLint
import PromptRules
import PromptScan
import PromptTestSupport
import Testing

@Suite struct TemplateCorpusTests {
  /// The templates that make prompts, below corpus/templates.
  static let names: [String] = {
    let root = Repository.file("corpus/templates")
    let paths = FileManager.default.subpaths(atPath: root) ?? []
    return paths.filter { $0.hasSuffix(".prompt.yaml") && !$0.hasPrefix("parts/") }.sorted()
  }()

  @Test func thereAreFortyAndMore() { #expect(Self.names.count >= 40) }

  /// The rows of the file in `data/` that is named like the template; one without values if there is none.
  static func rows(_ name: String) throws -> [[String: SlotValue]] {
    let stem = name.split(separator: "/").last?.split(separator: ".").first ?? ""
    for ending in ["csv", "json"] {
      let path = Repository.file("corpus/templates/data/\(stem).\(ending)")
      guard try FileSystem.kind(of: path) == .file else { continue }
      var rows = try DataRows(path: path, bytes: try FileSystem.read(path))
      var found: [[String: SlotValue]] = []
      while let row = rows.next() { found.append(try row.get().values) }
      return found
    }
    return [[:]]
  }

  @Test(arguments: names)
  func makesCleanPrompts(_ name: String) throws {
    let judge = try Composing.judge()
    let rules = judge.linter.rules
    let template = try TemplateReader(rules: rules).read(
      Repository.file("corpus/templates/\(name)"))
    #expect(template.summary != nil)
    var library = WildcardLibrary(template)
    var writer = PlanWriter()
    var scratch = ScanScratch()
    var count = 0
    for row in try Self.rows(name) {
      for variant in template.variants {
        let plan = try template.plan(row, variant: variant, wildcards: &library)
        #expect(plan.count <= 3_000, "too many to try them all: \(plan.count)")
        for index in 0..<min(plan.count, 3_000) {
          writer.write(plan, .index(index))
          let source = SourceText(writer.bytes)
          let prompt = judge.linter.parse(source)
          #expect(writer.misreading(in: prompt) == nil)
          let found = judge.linter.lint(source, scratch: &scratch)
          let isGroup = { (finding: Diagnostic) in finding.rule.name == "several-jobs" }
          #expect(
            found.allSatisfy(isGroup),
            "\(source.string(in: source.range)): \(found.map(\.message))")
          try composesAgain(prompt, source, judge.linter)
          count += 1
        }
      }
    }
    #expect(count > 0)
  }

  /// Read as typed values and composed again, a prompt has the same values.
  private func composesAgain(_ prompt: Prompt, _ source: SourceText, _ linter: Linter) throws {
    guard prompt.permutations.isEmpty else { return }
    let draft = PromptDraft(prompt, of: source, rules: linter.rules)
    let again = SourceText(try Composing.composer("v8.2").compose(draft).text)
    #expect(PromptDraft(linter.parse(again), of: again, rules: linter.rules) == draft)
  }
}

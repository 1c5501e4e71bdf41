// Every clean prompt of the corpus can be rewritten for every model, and is clean there.

import PromptCore
import PromptFiles
import PromptFormat
import PromptLint
import PromptRuleFiles
import PromptRules
import PromptScan
import PromptTestSupport
import Testing

struct MigrationTests {
  let judge: PromptJudge
  static let models = (try? RepositoryRules.load().models.models) ?? []
  static let indices = models.indices.filter { models[$0].state != .removed }

  init() throws { judge = try PromptJudge() }

  private func migrated(_ text: String, to id: String) throws -> MigratedPrompt {
    let model = try #require(judge.linter.rules.models.index(id: id))
    var scratch = ScanScratch()
    return Migrator(judge.linter, to: model).migrate(SourceText(text), scratch: &scratch)
  }

  @Test(arguments: indices)
  func validPromptsAreCleanForEveryModel(_ model: Int) throws {
    let migrator = Migrator(judge.linter, to: model)
    let normalizer = Normalizer(rules: judge.linter.rules)
    var scratch = ScanScratch()
    for file in CorpusFile.all(in: "valid") {
      for record in file.file.records {
        let result = migrator.migrate(record.text, in: record.range, scratch: &scratch)
        let text = result.source.string(in: result.source.range)
        let place = "\(file):\(record.line) for \(Self.models[model].id): \(text)"
        // The name of the model may be what makes a prompt too long, and images without text can't
        // be said to models that need text or take no images; the linter goes on naming both.
        let isWordless = judge.linter.parse(record.text, in: record.range).parts.isEmpty
        let serious = result.remaining.filter {
          $0.severity >= .warning && $0.rule.name != "too-long"
            && !(isWordless && ["MJ507", "MJ508"].contains($0.rule.code))
        }
        #expect(serious.isEmpty, "\(place) \(serious.map(ExpectedDiagnostic.init))")
        let prompt = judge.linter.parse(result.source)
        #expect(normalizer.normalize(prompt, of: result.source) != nil, "\(place)")
        let again = migrator.migrate(result.source, scratch: &scratch)
        #expect(again.source == result.source && again.changes.isEmpty, "\(place)")
      }
    }
  }

  @Test(arguments: [
    ("a hut --style raw --v 6.1", "v8.2", "a hut --raw --v 8.2"),
    (
      "a hut --cref https://a.example/c.png --v 6", "v7",
      "a hut --oref https://a.example/c.png --v 7"
    ),
    (
      "a hut --cref https://a.example/c.png --cw 50 --v 6", "v8.2",
      "a hut --edit https://a.example/c.png --v 8.2"
    ),
    ("hut::2 mist::1 --v 5", "v7", "hut, mist --v 7"),
    ("hut::2 people::-.5 --v 5", "v8.1", "hut --no people --v 8.1"),
    ("hut::1.5 mist --v 5", "v3", "hut::15 mist::10 --v 3"),
    ("a hut --w 512 --h 768 --v 2", "v8.2", "a hut --ar 2:3 --v 8.2"),
    ("a hut --hd --v 3", "v8.2", "a hut --v 8.2"), ("a hut", "niji7", "a hut --niji 7"),
    ("a hut --v 6 --niji 5", "v7", "a hut --v 7"), ("a hut --stop 50 --v 5", "v7", "a hut --v 7"),
    ("a hut --s 5000 --v 3", "v7", "a hut --s 1000 --v 7"), ("a hut --testp", "v4", "a hut --v 4"),
    ("a hut —ar 20:1 --v 6", "test", "a hut --ar 3:2 --test"),
    ("a hut --q 4 --v 7", "v7", "a hut --q 4 --v 7"),
  ])
  func promptBecomes(_ text: String, _ model: String, _ expected: String) throws {
    let result = try migrated(text, to: model)
    #expect(result.source.string(in: result.source.range) == expected)
    #expect(result.changes.isEmpty == (text == expected))
  }

  @Test func eachChangeSaysWhetherItIsSafe() throws {
    let changes = try migrated("a hut —style raw --stop 50 --v 5.2", to: "v8.2").changes
    #expect(changes.map(\.applicability) == [.safe, .unsafe, .safe, .unsafe])
    #expect(changes.allSatisfy { !$0.message.isEmpty })
  }
}

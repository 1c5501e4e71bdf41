// The library through its one import.

import Foundation
import MJPrompt
import PromptTestSupport
import Testing

@Suite struct LibraryTests {
  @Test func exampleDoesWhatItSays() throws {
    let day = try #require(Day("2026-11-24"))
    let result = try repaired("a  cat—ar 1920:1080 --s 5000 --v 7.0", on: day)
    #expect(result.text == "a cat --ar 16:9 --s 5000 --v 7")
    #expect(result.findings.map(\.rule.name) == ["value-out-of-range"])
  }

  @Test func exampleStandsInTheReadme() throws {
    let readme = try String(contentsOfFile: Repository.file("README.md"), encoding: .utf8)
    let source = try String(
      contentsOfFile: Repository.file("Tests/MJPromptTests/LibraryExample.swift"), encoding: .utf8)
    let parts = source.components(separatedBy: "// README ")
    let example = try #require(parts.first { $0.hasPrefix("begins") }?.dropFirst(7))
    #expect(readme.contains("```swift\n\(example)```"))
  }

  @Test func gateExampleDoesWhatItSays() throws {
    let door = try PromptDoor(on: try #require(Day("2026-11-24")))
    #expect(try door.prompt(for: "a pond –ar 3:2 --v 7").text == "a pond --ar 3:2 --v 7")
    let person = try #require(throws: PromptDoor.Refusal.self) {
      try door.prompt(for: "a gory field --v 7")
    }
    #expect(person.needsPerson && person.reasons.count == 1)
    let none = try #require(throws: PromptDoor.Refusal.self) {
      try door.prompt(for: "a kite --repeat {2, 40} --v 7")
    }
    #expect(!none.needsPerson)
    #expect(none.reasons == ["it makes 42 jobs, and 4 are allowed; split it"])
  }

  @Test func gateExampleStandsInTheArticle() throws {
    let article = try String(
      contentsOfFile: Repository.file("Sources/MJPrompt/MJPrompt.docc/EmbeddingTheGate.md"),
      encoding: .utf8)
    let source = try String(
      contentsOfFile: Repository.file("Tests/MJPromptTests/GateExample.swift"), encoding: .utf8)
    let parts = source.components(separatedBy: "// ARTICLE ")
    let example = try #require(parts.first { $0.hasPrefix("begins") }?.dropFirst(7))
    #expect(article.contains("```swift\n\(example)```"))
  }

  @Test func sheetExampleDoesWhatItSays() throws {
    let day = try #require(Day("2026-11-24"))
    let poses = ["walking", "sitting -- with {a book}", "running --v 5"]
    let plain = try CharacterSheet(model: "v8.2", on: day).lines("a ferryman", poses: poses)
    #expect(plain.problems.isEmpty)
    let tail = ", plain background --ar 3:2 --s 80 --no text, labels --v 8.2"
    #expect(
      plain.prompts
        == ["walking", "sitting, with (a book)", "running, v 5"].map {
          "character sheet of a ferryman, \($0)\(tail)"
        })
    let link = "https://example.com/ferryman.png"
    let seven = try CharacterSheet(model: "v7", on: day)
    #expect(seven.lines("a ferryman", poses: poses, reference: link).prompts.count == 3)
    let none = try CharacterSheet(model: "v8.2", on: day)
      .lines("a ferryman", poses: ["walking"], reference: link)
    #expect(none.prompts.isEmpty)
    #expect(none.problems.first == "walking: MJ301: `--oref` does not exist in v8.2")
    let template = Repository.file("corpus/templates/character/sheet.prompt.yaml")
    let lines = try seven.lines(template: template, character: "a girl --niji 5", limit: 2)
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("character sheet of a girl, niji 5 in a cobalt blue coat"))
    #expect(throws: CharacterSheet.UnknownModel.self) { try CharacterSheet(model: "v9", on: day) }
  }

  /// The steps of the tutorial are the example up to their marks.
  @Test func sheetExampleStandsInTheTutorial() throws {
    let source = try String(
      contentsOfFile: Repository.file("Tests/MJPromptTests/SheetExample.swift"), encoding: .utf8)
    let example = try #require(
      source.components(separatedBy: "// TUTORIAL ").first { $0.hasPrefix("begins") }?.dropFirst(7))
    let parts = example.split(separator: /\/\/ STEP \w+\n/)
    let folder = "Sources/MJPrompt/MJPrompt.docc"
    let tutorial = try String(
      contentsOfFile: Repository.file("\(folder)/PromptSheet.tutorial"), encoding: .utf8)
    for step in 1...parts.count {
      let name = "sheet-\(step).swift"
      let shown = try String(
        contentsOfFile: Repository.file("\(folder)/Resources/\(name)"), encoding: .utf8)
      #expect(shown == parts[..<step].joined() && tutorial.contains("file: \"\(name)\""))
    }
    #expect(parts.count == 4 && !tutorial.contains("sheet-5"))
  }

  @Test func manyThreadsShareALinter() async throws {
    let day = try #require(Day("2026-11-24"))
    let linter = try Linter(rules: RuleSet(.embedded), options: LintOptions(asOf: day))
    let counts = await withTaskGroup(of: Int.self) { group in
      for index in 0..<8 {
        group.addTask {
          var scratch = ScanScratch()
          let source = SourceText("a nude 14 year old oak \(index) --s 5000 --v 7")
          return (0..<500).reduce(0) { sum, _ in
            sum + linter.lint(source, scratch: &scratch).count
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(counts).count == 1)
  }
}

// What the repository must not hold.

import Foundation
import PromptTestSupport
import Testing

@Suite struct RepositoryTests {
  @Test(arguments: [
    "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "NOTICE", "LICENSE",
  ])
  func documentsExist(_ name: String) {
    #expect(FileManager.default.fileExists(atPath: Repository.file(name)))
  }

  @Test func everyTargetHasItsTests() throws {
    let tests = try ["Tests", "Service/Tests"].flatMap {
      try FileManager.default.contentsOfDirectory(atPath: Repository.file($0))
    }
    let tested = Set(tests.filter { $0.hasSuffix("Tests") }.map { $0.dropLast(5) })
    let targets = Set(SourceFile.all.map { Substring($0.target) })
    #expect(
      targets.subtracting(tested).sorted() == ["generate-mjprompt"])
  }
}

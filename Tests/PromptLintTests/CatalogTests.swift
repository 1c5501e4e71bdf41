// The list of checks: codes and names once each, and each code in its group's hundred.

import PromptCore
import PromptLint
import PromptRuleFiles
import PromptTestSupport
import Testing

struct CatalogTests {
  static let hundreds = [
    "syntax": 1, "parameters": 2, "models": 3, "combinations": 4, "images": 5, "text": 6,
    "sensitive": 7, "cost": 8,
  ]

  @Test func codesAreUnique() {
    let codes = RuleCatalog.all.map(\.metadata.code)
    #expect(Set(codes).count == codes.count, "\(codes)")
  }

  @Test func namesAreUnique() {
    let names = RuleCatalog.all.map(\.metadata.name)
    #expect(Set(names).count == names.count, "\(names)")
  }

  @Test func codesAreInOrder() {
    let codes = RuleCatalog.all.map(\.metadata.code)
    #expect(codes == codes.sorted())
  }

  @Test func namesAreWordsWithHyphens() {
    for name in RuleCatalog.all.map(\.metadata.name) {
      let isPlain = name.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D }
      #expect(isPlain, "\(name)")
    }
  }

  @Test func codesAreInTheHundredOfTheirGroup() throws {
    for path in try CheckPage.paths() {
      let page = try CheckPage(path)
      let hundred = try #require(Self.hundreds[page.group], "\(path): no such group")
      #expect(page.metadata.code.hasPrefix("MJ\(hundred)"), "\(path): \(page.metadata.code)")
    }
  }

  /// The group of a check is the folder of its source file, and its page lies in the same.
  @Test func pagesStandInTheGroupOfTheirCheck() throws {
    let groups = try SourceFolders.groups()
    for path in try CheckPage.paths() {
      let name = path.split(separator: "/").last?.dropLast(".md".count).description ?? ""
      #expect(
        groups[SourceFolders.typeName(name)] == path.split(separator: "/")[0].description, "\(path)"
      )
    }
  }

  @Test func selectorsMeanCodesNamesAndGroups() {
    for metadata in RuleCatalog.all.map(\.metadata) {
      for selector in ["all", metadata.code, metadata.code.lowercased(), metadata.name] {
        #expect(metadata.matches(selector), "\(metadata.code) by \(selector)")
      }
      #expect(metadata.matches(metadata.code.prefix(3)))
      #expect(!metadata.matches("MJ9"))
    }
  }
}

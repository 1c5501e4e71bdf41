// Words near which a term counts, in images.

import PromptRules
import Testing

@Suite struct TermContextTests {
  private static func list(_ near: Term.Context?) -> TermList {
    TermList(terms: [
      Term(
        name: "lantern", kind: .word, forms: ["lantern"], near: near, category: "test",
        weight: .light, scopes: .text, reason: nil, replacement: nil, match: [], clean: [])
    ])
  }

  @Test(arguments: [nil, Term.Context(words: ["zorbo", "blue whistle"], within: 40)])
  func imagesKeepTheContext(_ near: Term.Context?) throws {
    let image = Self.list(near).image(admittedBy: "10.42 2022-12-11")
    let again = try TermList(image)
    #expect(again.terms == Self.list(near).terms)
    #expect(again.image(admittedBy: "10.42 2022-12-11").bytes == image.bytes)
  }

  @Test func distancesAreBounded() {
    #expect(Term.Context(words: ["a"]).within == 8)
    #expect(Term.Context(words: ["a"], within: 0).within == 1)
    #expect(Term.Context(words: ["a"], within: 41).within == 40)
  }
}

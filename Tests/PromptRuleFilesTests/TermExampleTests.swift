// The examples of the sensitive lists: what each entry must flag, and what it must leave alone.

import PromptCore
import PromptRuleFiles
import PromptRules
import PromptScan
import PromptTestSupport
import Testing

@Suite struct TermExampleTests {
  let rules: RuleSet
  let scanner: TermScanner

  init() throws {
    rules = try RuleSet(.embedded, withPages: true)
    scanner = TermScanner(rules.terms)
  }

  private func found(in text: String, scopes: TermScopes = .text) -> [Term] {
    var scratch = ScanScratch()
    var result = ScanResult()
    for (_, scope) in TermScopes.names where scopes.contains(scope) {
      let source = SourceText(text)
      scanner.scan(source, in: source.range, scope: scope, scratch: &scratch, into: &result)
    }
    return result.matches.map { rules.terms[$0.term] }
  }

  /// The text, where the term counts there, else the scope in which it does.
  private func first(_ scopes: TermScopes) -> TermScopes {
    scopes.contains(.text) ? .text : scopes
  }

  @Test func everyFormIsFound() {
    for term in rules.terms.terms where term.kind != .pattern {
      for form in term.forms {
        let context = term.near?.words.first ?? "b"
        #expect(
          !found(in: "a \(form), \(context)", scopes: term.scopes).isEmpty,
          "\(form) of \(term.category)")
      }
    }
  }

  @Test func everyMatchExampleIsFlagged() {
    for term in rules.terms.terms {
      for example in term.match {
        #expect(
          found(in: example, scopes: first(term.scopes)).contains(term), "\(term.name): \(example)")
      }
    }
  }

  @Test func everyCleanExampleIsClean() {
    for term in rules.terms.terms {
      for example in term.clean {
        #expect(
          !found(in: example, scopes: first(term.scopes)).contains(term), "\(term.name): \(example)"
        )
      }
    }
  }

  @Test func allowedTextIsClean() {
    for rule in rules.terms.allow {
      #expect(found(in: "a \(rule.text) thing").isEmpty, "\(rule.text)")
    }
  }

  @Test(arguments: [
    "cutting-edge technology", "a high-backed chair", "a transparent balloon", "dew on the grass",
    "Scunthorpe station", "a burgundy dress", "Prometheus", "timelessness", "something in the way",
    "an apple", "a disk of light", "breathing exercises", "leaf veins",
  ])
  func falsePositivesOfOtherToolsAreClean(_ text: String) {
    #expect(found(in: text).isEmpty)
  }

  @Test func everyCategoryHasTerms() {
    let categories = Set(rules.terms.terms.map(\.category))
    #expect(
      categories == [
        "sexual", "gore", "violence", "hate", "self-harm", "drugs", "real-person-harm", "minors",
        "profanity",
      ])
  }

  @Test func everyWordOfAContextCounts() {
    for term in rules.terms.terms where term.kind != .pattern {
      for word in term.near?.words ?? [] {
        #expect(found(in: "a \(term.name), \(word)", scopes: term.scopes).contains(term), "\(word)")
      }
    }
  }

  @Test func noSpellingIsListedTwice() {
    var owners: [[String]: String] = [:]
    for term in rules.terms.terms {
      for form in term.forms {
        let owner = owners.updateValue(
          term.category, forKey: [form] + (term.near?.words.sorted() ?? []))
        #expect(owner == nil, "\(form) stands in \(owner ?? "") and \(term.category)")
      }
    }
  }
}

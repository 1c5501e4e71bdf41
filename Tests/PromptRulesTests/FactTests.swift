// Days, ratios, models and the questions that checks ask of the catalogues.

import PromptCore
import PromptRules
import Testing

@Suite struct FactTests {
  @Test(arguments: [
    (0, "1970-01-01"), (951_782_399, "2000-02-28"), (951_782_400, "2000-02-29"),
    (951_868_800, "2000-03-01"), (1_795_478_400, "2026-11-24"), (4_102_444_799, "2099-12-31"),
  ])
  func dayOfAMoment(_ seconds: Int, _ text: String) {
    let day = Day(secondsSinceEpoch: seconds)
    #expect(day.text == text)
    #expect(day.daysSinceEpoch == seconds / 86_400)
  }

  @Test(arguments: ["2026-7-24", "2026-13-01", "2026-07-32", "26-07-24", "", "2026-07-24x", "--"])
  func noDay(_ text: String) { #expect(Day(text) == nil) }

  @Test(arguments: [
    ("16:9", "16:9"), ("1920:1080", "16:9"), ("100:100", "1:1"), ("73:88", "73:88"),
    ("0:5", "0:1"),
  ])
  func ratioReduced(_ text: String, _ reduced: String) {
    #expect(Ratio(text)?.reduced.text == reduced)
  }

  @Test(arguments: ["16", "16:", ":9", "16:9:1", "a:b", "1.5:1", "-1:1", "9999999999:1", " 1:1"])
  func noRatio(_ text: String) { #expect(Ratio(text) == nil) }

  @Test func ratioLimitsHoldEitherWay() throws {
    let limit = Ratio(width: 14, height: 1)
    #expect(Ratio(width: 1, height: 14).isWithin(limit))
    #expect(!Ratio(width: 15, height: 1).isWithin(limit))
    #expect(!Ratio(width: 999_999_999, height: 1).isWithin(limit))
  }

  @Test(arguments: [
    ("2022-08-01", "v3"), ("2024-01-01", "v5.2"), ("2024-08-01", "v6.1"), ("2025-12-01", "v7"),
    ("2026-07-01", "v8.1"), ("2026-07-24", "v8.2"), ("2030-01-01", "v8.2"),
  ])
  func defaultModelOfADay(_ day: String, _ id: String) throws {
    let rules = try RuleSet(.embedded)
    let day = try #require(Day(day))
    #expect(rules.models.models[rules.models.defaultIndex(on: day)].id == id)
  }

  @Test func everyParameterHasAModelASourceAndAnOrder() throws {
    let rules = try RuleSet(.embedded, withPages: true)
    for spec in rules.parameters.parameters {
      #expect(!spec.domains.isEmpty, "--\(spec.name)")
      #expect(!spec.provenance.sources.isEmpty, "--\(spec.name)")
      #expect(rules.parameters[name: spec.written]?.name == spec.name)
    }
    for model in rules.models.models { #expect(!model.provenance.sources.isEmpty, "\(model.id)") }
  }

  /// Names of facts §1.2 and §1.1, so that none gets lost.
  @Test func everyKnownNameIsThere() throws {
    let rules = try RuleSet(.embedded)
    let names = """
      aspect ar version v niji stylize s chaos c weird w quality q exp raw style seed sameseed stop
      tile no iw repeat r sref sw sv cref cw oref ow edit profile p personalize draft hd sd fast
      relax turbo stealth public video motion loop end bs zoom test testp creative uplight upbeta
      upanime width height h hq newclip nostretch old beta vibe wallpaper sl ml ll sp mp lp dref
      preview
      """
    for name in names.split(whereSeparator: \.isWhitespace) {
      #expect(rules.parameters[name: String(name)] != nil, "--\(name)")
    }
    let models = """
      v1 v2 v3 v4 v5 v5.1 v5.2 v6 v6.1 v7 v8 v8.1 v8.2 niji4 niji5 niji6 niji7 test testp
      """
    for id in models.split(separator: " ") { #expect(rules.models.index(id: id) != nil, "\(id)") }
  }

  @Test(arguments: [
    ("2026-11-26", "2026-11-25", 1), ("2024-03-01", "2024-02-28", 2),
    ("2023-03-01", "2023-02-28", 1),
    ("2026-01-01", "2025-12-31", 1), ("2026-11-26", "2026-09-30", 57),
    ("2000-01-01", "2001-01-01", -366),
  ])
  func daysAreCounted(_ later: String, _ earlier: String, _ count: Int) throws {
    #expect(try #require(Day(later)).days(since: try #require(Day(earlier))) == count)
  }
}

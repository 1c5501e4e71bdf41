// What tests of composing share.

import PromptCompose
import PromptCore
import PromptLint
import PromptRules
import PromptScan
import PromptTestSupport
import Synchronization
import Testing

/// Composers, templates and judgement by the rules of the repository.
enum Composing {
  static func rules() throws -> RuleSet { try RepositoryRules.load() }

  /// A judge, made once.
  static func judge() throws -> PromptJudge { try judging.get() }

  private static let judging = Result { try PromptJudge() }
  private static let composers = Mutex<[String: Composer]>([:])

  /// A composer for a model, made once.
  static func composer(_ model: String) throws -> Composer {
    if let known = composers.withLock({ $0[model] }) { return known }
    let composer = try makeComposer(model)
    composers.withLock { $0[model] = composer }
    return composer
  }

  private static func makeComposer(_ model: String) throws -> Composer {
    let rules = try rules()
    let index = try #require(rules.models.index(named: model))
    let options = LintOptions(asOf: PromptJudge.day)
    return try #require(Composer(rules: rules, model: rules.models.models[index], options: options))
  }

  /// The prompts that a template of these lines makes of values, in order.
  static func prompts(
    _ template: String, _ values: [String: SlotValue] = [:], in folder: TemporaryFolder? = nil,
    expanding: Bool = false, choices: [PlanChoice]? = nil
  ) throws -> [String] {
    let folder = try folder ?? TemporaryFolder()
    let path = try folder.write(template, to: "t.prompt.yaml")
    let read = try TemplateReader(rules: rules(), expandingGroups: expanding).read(path)
    var library = WildcardLibrary(read)
    var prompts: [String] = []
    for variant in read.variants {
      let plan = try read.plan(values, variant: variant, wildcards: &library)
      prompts += try self.prompts(plan, choices ?? (0..<plan.count).map { .index($0) })
    }
    return prompts
  }

  /// The prompts of a plan; one that isn't read as it was written fails the test.
  static func prompts(_ plan: TemplatePlan, _ choices: [PlanChoice]) throws -> [String] {
    let vocabulary = try rules().parameters.vocabulary
    var writer = PlanWriter()
    return choices.map { choice in
      writer.write(plan, choice)
      let prompt = Parser.parse(SourceText(writer.bytes), vocabulary: vocabulary)
      #expect(writer.misreading(in: prompt) == nil)
      return String(decoding: writer.bytes, as: UTF8.self)
    }
  }

  /// What is wrong with a template, or with its plan.
  static func problem(
    _ template: String, _ values: [String: SlotValue] = [:], in folder: TemporaryFolder? = nil
  ) throws -> String {
    let folder = try folder ?? TemporaryFolder()
    let error = try #require(throws: TemplateError.self) {
      _ = try prompts(template, values, in: folder)
    }
    return error.description.replacing("\(folder.path)/", with: "")
  }
}

/// Texts that try to be more than text.
enum HostileText {
  static let all = [
    "--v 5", "a --ar 16:9", "--", "---", "a -- b", "—ar 3:2", "a —v 5", "–ar 3:2", "-ar 3:2",
    "x -ar 3:2", "- -ar 9 :16", "−−ar 3:2", "－－ar 16：9", "cat--ar 16:9", "cat--ar16:9", "a::2 b",
    "::", ":::", "a ::", "10::30", "{a, b}", "{", "}", "}{", "\\{a\\}", "a\\", "\\", "\\,", "a, b,",
    ",", ",,", "a\nb", "a\r\nb", "\n--v 5\n", "a\tb", "\u{2028}--v 5", "a\u{200B}--ar 3:2",
    "-\u{200B}-v 5", "\u{202E}5 v--", "\u{FEFF}", "https://evil.example/a.png", "<https://a.b/c>",
    "hthttps://tps://x.y/z.png", "blob:http://a/b", "data:image/png;base64,AAAA",
    "https:\\\\evil.example\\a.png", "/imagine prompt: x", "/imagine", "--no text --v 5",
    "\"--ar 3:2\"", "--{ar 3:2, v 5}", "a -", "a:", ":2", "2", "-1", "::-1", "--\u{00A0}ar 3:2",
    "e\u{0301}--v 5", "👩‍👩‍👧 --v 5", "雪 --v 5", "{{slot}}", "{{", "}}", "${x}", "$(ls)",
    "--sref random", "a--", "--a", "well--known", "a—b", "1990–2000", "\u{0}\u{1}--v 5", "   ",
    "…--v 5", "a.--v 5", "a, --tile", "—", "–", "-", "- -", "--no", "::2 --v 5 {x}",
  ]
}

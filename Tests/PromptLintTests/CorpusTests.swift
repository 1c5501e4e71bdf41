// Every prompt of the corpus is judged, fixed and formatted as its file says.

import PromptCore
import PromptFiles
import PromptFormat
import PromptLint
import PromptRuleFiles
import PromptTestSupport
import Testing

struct CorpusTests {
  let judge: PromptJudge

  init() throws { judge = try PromptJudge() }

  // MARK: Coverage

  @Test(arguments: ["valid", "invalid"])
  func everyCodeHasItsFile(_ folder: String) {
    let codes = Set(CorpusFile.all(in: folder).map(\.code))
    #expect(codes.isSuperset(of: RuleCatalog.all.map(\.metadata.code)))
  }

  @Test func everyCodeWithFixesHasRepairs() {
    let codes = Set(CorpusFile.all(in: "repair").map(\.code))
    let fixable = RuleCatalog.all.map(\.metadata).filter { $0.fix != nil }.map(\.code)
    #expect(codes == Set(fixable))
  }

  // MARK: Judgement

  @Test(arguments: CorpusFile.all(in: "valid") + CorpusFile.all(in: "languages"))
  func validPromptsAreClean(_ file: CorpusFile) throws {
    let judge = try file.judge()
    for record in file.file.records {
      let found = judge.diagnostics(record.text, in: record.range)
      #expect(found.isEmpty, "\(file):\(record.line): \(found.map(ExpectedDiagnostic.init))")
    }
  }

  @Test(arguments: CorpusFile.all(in: "invalid").filter { $0.path.hasSuffix(".prompt") })
  func invalidPromptsProduceWhatStandsBelow(_ file: CorpusFile) throws {
    let judge = try file.judge()
    for prompt in try file.marked() {
      #expect(prompt.expectations.contains { $0.code == file.code }, "\(file):\(prompt.line)")
      let found = judge.diagnostics(prompt.source)
      #expect(
        prompt.expectations.areMet(by: found),
        "\(file):\(prompt.line): \(prompt.written)\n  \(found.map(ExpectedDiagnostic.init))")
    }
  }

  @Test(arguments: CorpusFile.all(in: "invalid").filter { $0.path.hasSuffix(".jsonl") })
  func invalidRecordsProduceWhatTheySay(_ file: CorpusFile) throws {
    for object in try file.objects() {
      let prompt = try #require(object["prompt"] as? String)
      let expected = try #require(object["expect"] as? [[String: Any]]).map { item in
        let range = ByteRange(item["start"] as? Int ?? -1, item["end"] as? Int ?? -1)
        return ExpectedDiagnostic(item["code"] as? String ?? "", at: range)
      }
      let found = judge.diagnostics(SourceText(prompt))
      #expect(expected.areMet(by: found), "\(file): \(prompt.debugDescription)")
    }
  }

  @Test func probeIsJudgedRightForEveryModel() throws {
    let file = try #require(CorpusFile.all(in: "probe").first)
    let cases = try file.objects()
    #expect(Set(cases.compactMap { $0["name"] as? String }).count == 39)
    for object in cases {
      let prompt = try #require(object["prompt"] as? String)
      let found = judge.diagnostics(SourceText(prompt))
      let isRefused = found.contains { $0.severity >= .warning }
      switch try #require(object["verdict"] as? String) {
      case "accepted": #expect(!isRefused, "\(prompt)")
      case "reported": #expect(!found.isEmpty, "\(prompt)")
      default: #expect(isRefused, "\(prompt)")
      }
      #expect(found.map(\.rule.code) == object["expect"] as? [String], "\(prompt)")
    }
  }

  // MARK: Repair and form

  @Test(arguments: CorpusFile.all(in: "repair"))
  func repairsAreWhatStandsBelow(_ file: CorpusFile) throws {
    let judge = try file.judge()
    for item in try RepairCase.read(file) {
      let safe = judge.fixed(item.source, accepting: .safe)
      let unsafe = judge.fixed(item.source, accepting: .unsafe)
      #expect(safe.source.bytes == item.safe, "\(file): \(shown(item.source))")
      #expect(unsafe.source.bytes == item.unsafe, "\(file): \(shown(item.source))")
      #expect(safe.isStable && unsafe.isStable, "\(file): \(shown(item.source))")
    }
  }

  @Test(arguments: CorpusFile.all(in: "format"))
  func canonicalFormIsWhatTheFileSays(_ file: CorpusFile) throws {
    let normalizer = Normalizer(rules: judge.linter.rules)
    for object in try file.objects() {
      let source = SourceText(try #require(object["prompt"] as? String))
      let fixed = judge.fixed(source, accepting: .safe).source
      let canonical = normalizer.normalize(judge.linter.parse(fixed), of: fixed)?.text
      let expected = try #require(object["canonical"] as? String)
      #expect((canonical ?? shown(source)) == expected, "\(shown(source))")
    }
  }

  private func shown(_ source: SourceText) -> String { source.string(in: source.range) }

  /// The sample of the imagine API's own documentation.
  @Test func promptOfTheImagineDocumentationIsClean() {
    let text =
      "chibi manga legend of vader anime vh1, in the style of miho hirano, dynamic and "
      + "action-packed scenes, gaston bussière, chinese new year festivities, ross tran, charming "
      + "character illustrations, light red and bronze --ar 73:88 --s 750 --niji 5"
    #expect(judge.diagnostics(SourceText(text)).isEmpty)
    let names = judge.linter.parse(SourceText(text)).parameters.map(\.name)
    #expect(names.map { SourceText(text).string(in: $0) } == ["ar", "s", "niji"])
  }
}

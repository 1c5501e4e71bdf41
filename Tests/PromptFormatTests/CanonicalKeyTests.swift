// The key of a prompt equals the key of what the service echoes, and of nothing else.

import PromptCore
import PromptFiles
import PromptFormat
import PromptRules
import PromptTestSupport
import Testing

@Suite struct CanonicalKeyTests {
  let rules: RuleSet
  let maker: KeyMaker

  init() throws {
    rules = try RepositoryRules.load()
    maker = KeyMaker(rules: rules, model: rules.models.defaultIndex(on: PromptJudge.day))
  }

  private func parse(_ source: SourceText) -> Prompt {
    Parser.parse(source, vocabulary: rules.parameters.vocabulary)
  }

  private func key(_ text: String) -> String {
    let source = SourceText(text)
    return maker.key(parse(source), of: source).text
  }

  /// Every dash and every space of Unicode between two digits.
  @Test func dashesAndSpacesAreAlike() {
    for scalar in (0x80...0x10_FFFF).lazy.compactMap({ Unicode.Scalar($0) }) {
      let properties = scalar.properties
      let isDash = properties.generalCategory == .dashPunctuation
      guard isDash || properties.isWhitespace else { continue }
      #expect(key("1\(scalar)2 --v 7") == (isDash ? "1-2 --v 7" : "1 2 --v 7"), "\(scalar.value)")
    }
    #expect(key(" -- 1  --  2 \t3é—4 --v 7") == "- 1 - 2 3é-4 --v 7")
  }

  // MARK: Echoes

  static let prompts: [String] = {
    let names = ["everyday", "MJ101", "MJ203", "MJ301", "MJ303", "MJ402", "MJ701"]
    return names.flatMap { name -> [String] in
      let path = Repository.file("corpus/valid/\(name).prompt")
      guard let bytes = try? FileSystem.read(path) else { return [] }
      return PromptFile(path: path, bytes: bytes).records
        .map { String(decoding: $0.bytes, as: UTF8.self) }
    }
  }()

  @Test func thereAreEnoughPrompts() { #expect(Self.prompts.count > 80) }

  /// Links shortened, parameters turned round, the model and a default added, dashes rewritten.
  @Test(arguments: prompts)
  func echoHasTheSameKey(_ text: String) {
    #expect(key(echo(text)) == key(text), "\(echo(text))")
  }

  private func echo(_ text: String) -> String {
    let source = SourceText(text)
    let prompt = parse(source)
    let head = source.string(
      in: ByteRange(0, prompt.parameters.first?.range.start ?? source.range.end))
    var tail = prompt.parameters.reversed().map { source.string(in: $0.range) }
    let names = prompt.parameters.compactMap { rules.parameters[$0]?.name }
    let isNamed = names.contains { $0 == "version" || rules.models.index(id: $0) != nil }
    if !isNamed && !names.contains("niji") { tail.append("--v 8.2") }
    if !names.contains("chaos") { tail.insert("--chaos 0", at: 0) }
    if !names.contains("relax") { tail.insert("--fast", at: 0) }
    return shortened(head.replacing("—", with: "--")) + " "
      + tail.map(shortened).joined(separator: " ")
  }

  private func shortened(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard word.hasPrefix("https://") else { return String(word) }
      let end = word.firstRange(of: "::")?.lowerBound ?? word.endIndex
      return "<https://s.mj.run/x\(word.utf8.count)>" + word[end...]
    }.joined(separator: " ")
  }

  // MARK: Other prompts

  @Test func differentPromptsHaveDifferentKeys() {
    let keys = Dictionary(grouping: Self.prompts, by: key)
    for (key, prompts) in keys {
      #expect(Set(prompts).count == 1, "\(key): \(prompts)")
    }
  }

  @Test(arguments: [
    ("a hut --ar 32:18", "a  hut --aspect 16:9"), ("a hut --s 100", "a hut"),
    ("a hut --v 8.2", "a hut"), ("a hut --niji", "a hut --niji 7"),
    ("a hut --v 7.0", "a hut --v 7"),
    ("a hut --style raw --v 7", "a hut --raw --v 7"), ("a hut --q 1.0 --v 7", "a hut --v 7"),
    ("a hut --seed 007", "a hut --seed 7"), ("a hut --no b ,c", "a hut --no b, c"),
    ("a hut --repeat 3 --turbo", "a hut"), ("a hut — red", "a hut -- red"),
    ("a hut\n--c 5", "a hut --c 5"),
  ])
  func sameJob(_ left: String, _ right: String) { #expect(key(left) == key(right)) }

  @Test(arguments: [
    ("a hut --s 101", "a hut"), ("a hut --v 7", "a hut"), ("a hut --no b", "a hut --no c"),
    ("a hut --seed 7", "a hut"), ("a hut", "a but"), ("https://a.example/b.png a hut", "a hut"),
    ("a hut --sref 12", "a hut --sref 13"), ("a hut::2 x::1 --v 6", "a hut::1 x::2 --v 6"),
    ("a hut --zineq", "a hut"), ("a hut --ar 2:3 red", "a hut --ar 2:3"),
  ])
  func otherJob(_ left: String, _ right: String) { #expect(key(left) != key(right)) }
}

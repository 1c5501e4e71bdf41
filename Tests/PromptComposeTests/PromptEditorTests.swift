// Edits change what they name and not a byte of the rest.

import PromptCompose
import PromptCore
import PromptFiles
import PromptLint
import PromptRules
import PromptTestSupport
import Testing

@Suite struct PromptEditorTests {
  static func edited(_ prompt: String, _ edits: ParameterEdit...) throws -> String {
    let editor = PromptEditor(rules: try Composing.rules())
    return String(decoding: try editor.edit(SourceText(prompt), edits).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("a  pond —ar 16:9  --v 7", ParameterEdit.set("ar", value: "3:2"), "a  pond —ar 3:2  --v 7"),
    ("a pond --aspect 16:9", .set("ar", value: "3:2"), "a pond --aspect 3:2"),
    ("a pond", .set("ar", value: "3:2"), "a pond --ar 3:2"),
    ("a pond  ", .set("v", value: "7"), "a pond --v 7  "),
    ("", .set("v", value: "7"), "--v 7"),
    ("a pond --ar16:9", .set("ar", value: "1:1"), "a pond --ar 1:1"),
    ("a pond --ar 1:1 --s 5 --aspect 2:1", .set("ar", value: "3:2"), "a pond --ar 3:2 --s 5"),
    ("a pond --v 7", .set("tile", value: nil), "a pond --v 7 --tile"),
    ("a pond --tile --v 7", .set("tile", value: nil), "a pond --tile --v 7"),
    ("a pond --niji 6", .set("niji", value: nil), "a pond --niji"),
    ("a pond --niji", .set("niji", value: "7"), "a pond --niji 7"),
    ("a pond --ar", .set("ar", value: "3:2"), "a pond --ar 3:2"),
    ("a pond --v 7 --ar 3:2", .unset("version"), "a pond --ar 3:2"),
    ("--v 7 a pond", .unset("v"), "a pond"),
    ("a pond --tile --tile", .unset("tile"), "a pond"),
    ("a pond --mine --v 7", .unset("mine"), "a pond --v 7"),
    ("a pond --ar 3:2, --v 7", .unset("ar"), "a pond --v 7"),
    ("a pond", .add("no", item: "text"), "a pond --no text"),
    ("a pond --no fish --v 7", .add("no", item: "frogs"), "a pond --no fish, frogs --v 7"),
    ("a pond --no fish,  Frogs", .add("no", item: "frogs"), "a pond --no fish,  Frogs"),
    ("a pond --sref 12 --v 7", .add("sref", item: "34::2"), "a pond --sref 12 34::2 --v 7"),
    ("a pond --p --v 7", .add("p", item: "abc1"), "a pond --p abc1 --v 7"),
    ("a pond --ar 1:1", .set("ar", value: "{1:1, 3:2}"), "a pond --ar {1:1, 3:2}"),
  ])
  func changesOnlyWhatItNames(_ prompt: String, _ edit: ParameterEdit, _ result: String) throws {
    #expect(try Self.edited(prompt, edit) == result)
  }

  @Test func invalidBytesStay() throws {
    let bytes = Array("a ".utf8) + [0xFF, 0xFE] + Array(" pond --ar 1:1".utf8)
    let editor = PromptEditor(rules: try Composing.rules())
    let result = try editor.edit(SourceText(bytes), [.set("ar", value: "3:2")]).bytes
    #expect(result == Array("a ".utf8) + [0xFF, 0xFE] + Array(" pond --ar 3:2".utf8))
  }

  @Test(arguments: [
    (ParameterEdit.set("ar", value: "3:2 --v 5"), "`3:2 --v 5` would not stay one value of `--ar`"),
    (.set("ar", value: "3:2 and more"), "`3:2 and more` would not stay one value of `--ar`"),
    (.add("no", item: "text --v 5"), "`text --v 5` would not stay one value of `--no`"),
    (.set("stylise", value: "5"), "there is no parameter `stylise`; did you mean `stylize`?"),
    (.set("ar", value: nil), "`ar` needs a value: `ar=…`"),
    (.set("tile", value: "yes"), "`tile` takes no value; write `tile` alone"),
    (.add("ar", item: "3:2"), "`ar` takes one value; set it with `ar=…`"),
    (.unset("nothing"), "there is no parameter `nothing`"),
  ])
  func refusesWhatWouldBreak(_ edit: ParameterEdit, _ message: String) throws {
    let error = try #require(throws: EditError.self) { try Self.edited("a pond --s 5", edit) }
    #expect(error.description.hasPrefix(message))
  }

  /// Over the prompts of the corpus: setting and unsetting leaves the other parameters as they were.
  @Test(arguments: ["valid/everyday.prompt", "hostile/dashes.prompt", "hostile/values.prompt"])
  func keepsTheRestOfRealPrompts(_ name: String) throws {
    let rules = try Composing.rules()
    let path = Repository.file("corpus/\(name)")
    let file = PromptFile(path: path, bytes: try FileSystem.read(path))
    let editor = PromptEditor(rules: rules)
    #expect(!file.records.isEmpty)
    for record in file.records {
      let own = { (bytes: [UInt8]) -> [[UInt8]] in
        let source = SourceText(bytes)
        let prompt = Parser.parse(source, vocabulary: rules.parameters.vocabulary)
        return prompt.parameters.filter { rules.parameters[$0]?.name != "seed" }
          .map { Array(bytes[$0.range.indices]) }
      }
      guard
        let with = try? editor.edit(
          record.text, in: record.range, [.set("seed", value: "42")]
        ).bytes
      else { continue }
      #expect(own(with) == own(Array(record.bytes)))
      let without = try editor.edit(SourceText(with), [.unset("seed")]).bytes
      #expect(own(without) == own(Array(record.bytes)))
    }
  }
}

// `mjprompt fmt`: once is enough, broken prompts stay, formats and names are kept.

import Foundation
import PromptTestSupport
import Testing

@Suite struct FormatTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func format(_ arguments: String...) throws -> ToolResult {
    try Tool.run(["fmt"] + arguments, in: folder.path)
  }

  static let corpus: [String] = {
    let root = Repository.file("corpus")
    let names = FileManager.default.subpaths(atPath: root) ?? []
    return names.sorted().filter { $0.hasSuffix(".prompt") || $0.hasSuffix(".jsonl") }
  }()

  /// All files at once, in place.
  @Test func twiceIsOnce() throws {
    #expect(Self.corpus.count > 100)
    for name in Self.corpus {
      let bytes = try Data(contentsOf: URL(filePath: Repository.file("corpus/\(name)")))
      try folder.write(Array(bytes), to: name)
    }
    let lengths = Self.corpus.map { folder.bytes(of: $0).count }
    #expect(try Tool.run(["fmt"] + Self.corpus, in: folder.path).status <= 3)
    let once = Self.corpus.map { folder.bytes(of: $0) }
    #expect(try Tool.run(["fmt"] + Self.corpus, in: folder.path).status <= 3)
    for (index, name) in Self.corpus.enumerated() {
      #expect(folder.bytes(of: name) == once[index], "\(name)")
      #expect(once[index].isEmpty == (lengths[index] == 0), "\(name)")
    }
  }

  /// Standard input is formatted as the file is.
  @Test(arguments: stride(from: 0, to: corpus.count, by: 20).map { corpus[$0] })
  func streamsAreStableToo(_ name: String) throws {
    let bytes = try Data(contentsOf: URL(filePath: Repository.file("corpus/\(name)")))
    let arguments = ["fmt", "--stdin-filename", name, "-"]
    let once = try Tool.run(arguments, input: Array(bytes))
    let twice = try Tool.run(arguments, input: once.bytes)
    #expect(once.status <= 3 && twice.status <= 3)
    #expect(once.bytes == twice.bytes)
    #expect(once.bytes.isEmpty == bytes.isEmpty)
  }

  @Test(arguments: [
    "a  cat --ar", "a  cat --tile on  a mat", "a  cat --", "a  cat --- b", "--v 7 a  cat",
    "a  {cat",
  ])
  func brokenPromptsStay(_ prompt: String) throws {
    try folder.write("\(prompt)\na  dog --v 7\n", to: "a.prompt")
    let result = try format("a.prompt")
    #expect(folder.text(of: "a.prompt") == "\(prompt)\na dog --v 7\n")
    #expect(result.status == 1)
    #expect(result.errors == "mjprompt: a.prompt:1: left as it is; see mjprompt lint\n")
  }

  @Test func everyFileThatWouldChangeIsNamed() throws {
    for name in ["f/a.prompt", "f/b.mjp", "f/c.prompt"] { try folder.write("a  cat\n", to: name) }
    try folder.write("a cat\n", to: "f/c.prompt")
    let check = try format("--check", "f")
    #expect(check.status == 1)
    #expect(check.output == "would reformat f/a.prompt\nwould reformat f/b.mjp\n")
    #expect(try format("f").output.isEmpty)
    let again = try format("--check", "f")
    #expect(again.status == 0 && again.output.isEmpty && again.errors.isEmpty)
  }

  @Test func standardInputIsCheckedByItsName() throws {
    let input = Array(#"{"prompt": "a  cat"}"#.utf8)
    let result = try Tool.run(["fmt", "--check", "--stdin-filename", "x.jsonl", "-"], input: input)
    #expect(result.status == 1)
    #expect(result.output == "would reformat x.jsonl\n")
    let output = try Tool.run(["fmt", "--stdin-filename", "x.jsonl", "-"], input: input)
    #expect(output.output == #"{"prompt": "a cat"}"#)
  }

  @Test func canonicalRecordsKeepTheirEscapes() throws {
    let text = #"{"prompt": "a caf\u00e9 \/ bar --v 7"}"# + "\n"
    try folder.write(text, to: "a.jsonl")
    #expect(try format("--check", "a.jsonl").status == 0)
    #expect(try format("a.jsonl").status == 0)
    #expect(folder.text(of: "a.jsonl") == text)
  }

  @Test func quotedTextAndLineEndingsStay() throws {
    try folder.write("# x\r\na  sign \"two  words\" --V 7.0\r\n\r\n", to: "a.prompt")
    #expect(try format("a.prompt").status == 0)
    #expect(folder.text(of: "a.prompt") == "# x\r\na sign \"two  words\" --v 7\r\n\r\n")
  }

  @Test func brokenRecordsStayAndAreNamed() throws {
    try folder.write("{\"prompt\": \"a  cat\"}\n{\"prompt\": 1}\n", to: "a.jsonl")
    let result = try format("a.jsonl")
    #expect(result.status == 3)
    #expect(result.errors.hasPrefix("mjprompt: a.jsonl:2:12: "))
    #expect(folder.text(of: "a.jsonl") == "{\"prompt\": \"a cat\"}\n{\"prompt\": 1}\n")
  }
}

// What fuzzing begins with: prompts of corpus/, entries of rules/, and the words of both.

internal import Foundation
internal import PromptFiles
internal import PromptLint
internal import PromptRuleFiles
internal import PromptRules

/// The inputs and the dictionary that a fuzz target begins with.
public struct FuzzSeeds: Sendable {
  /// The inputs.
  public let inputs: [[UInt8]]
  /// Pieces to put into inputs.
  public let words: [String]

  /// The seeds of a target.
  public init(_ target: FuzzTarget) throws {
    let rules = try RepositoryRules.load()
    switch target {
    case .rules: (inputs, words) = (try Self.entries(), try Self.words(of: Self.ruleFiles()))
    case .configuration:
      inputs = Self.configurations
      words = RuleCatalog.selectors + rules.models.models.map(\.id) + rules.targets.map(\.id)
    case .scan: (inputs, words) = (Self.prompts(), rules.terms.terms.flatMap(\.forms))
    case .compose:
      let texts = Self.prompts().map { Array("s".utf8) + $0 }
      inputs = texts + Self.templates
      words =
        Self.words(of: rules) + ["{{", "}}", "{{any: ", "{{number: 1..3}}", "|pick 2", "text: "]
    default: (inputs, words) = (Self.prompts(), Self.words(of: rules))
    }
  }

  /// The dictionary in the form that libFuzzer reads.
  public var dictionary: String {
    let lines = Set(words).filter { 2...64 ~= $0.utf8.count }.sorted().map { word in
      "\"" + word.utf8.map(Self.written).joined() + "\"\n"
    }
    return lines.joined()
  }

  private static func written(_ byte: UInt8) -> String {
    let isPlain = 0x20...0x7E ~= byte && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    if isPlain { return String(UnicodeScalar(byte)) }
    let digits = String(byte, radix: 16)
    return "\\x" + (byte < 16 ? "0" : "") + digits
  }
}

// MARK: Prompts

extension FuzzSeeds {
  private static func prompts() -> [[UInt8]] {
    files(below: "corpus", ["prompt", "jsonl"]).flatMap { path, bytes in
      PromptFile(path: path, bytes: bytes).records.map { Array($0.bytes) }
    }
    .filter { $0.count <= 1024 }
  }

  /// Names and values of parameters, and what else means something in a prompt.
  private static func words(of rules: RuleSet) -> [String] {
    let values = rules.parameters.parameters.flatMap(\.domains).flatMap { domain in
      domain.values + [domain.defaultValue].compactMap(\.self)
        + (domain.range.map { ["\($0.lowerBound)", "\($0.upperBound)"] } ?? [])
    }
    let names = rules.parameters.names
    return names.map { "--\($0)" } + names.map { " --\($0) " } + values
      + rules.models.models.flatMap { [$0.value] + $0.aliases } + PieceGenerator.texts
  }
}

// MARK: Templates

extension FuzzSeeds {
  /// The templates that need no other file.
  private static let templates = files(below: "corpus/templates", ["yaml"]).map { _, bytes in
    Array("t".utf8) + bytes.filter { $0 != UInt8(ascii: "/") }
  }
}

// MARK: Files

extension FuzzSeeds {
  private static func files(
    below folder: String, _ endings: Set<String>
  ) -> [(path: String, bytes: [UInt8])] {
    let root = Repository.file(folder)
    let paths = FileManager.default.subpaths(atPath: root) ?? []
    return paths.sorted().filter { endings.contains(String($0.split(separator: ".").last ?? "")) }
      .compactMap { path in (try? FileSystem.read("\(root)/\(path)")).map { (path, $0) } }
  }

  private static func ruleFiles() throws -> [(part: Int, text: String)] {
    files(below: "rules", ["yaml", "md"]).compactMap { path, bytes in
      RuleFileKind(pathInFolder: path).flatMap { FileProperties.kinds.firstIndex(of: $0) }
        .map { ($0, String(decoding: bytes, as: UTF8.self)) }
    }
  }

  /// Each entry of each rule file, below what stands before the first.
  private static func entries() throws -> [[UInt8]] {
    try ruleFiles().flatMap { part, text in
      let letter = UInt8(ascii: "a") + UInt8(part)
      let pieces = text.split(separator: "\n  - ", omittingEmptySubsequences: false)
      let entries = pieces.dropFirst().map { pieces[0] + "\n  - " + $0 + "\n" }
      return ([text[...].prefix(600)] + entries).map { [letter] + Array($0.utf8) }
    }
  }

  /// Every word that rule files use for a key or a short value.
  private static func words(of files: [(part: Int, text: String)]) -> [String] {
    files.filter { FileProperties.kinds[$0.part] != .page }
      .flatMap { $0.text.split { " \n[]{},\"".contains($0) } }
      .filter { $0.utf8.count <= 20 }.map(String.init)
  }

  private static let configurations = [
    "select: [MJ1, all]\nignore: [wrong-dash]\n", "severity: {MJ205: error, MJ7: hint}\n",
    "model: niji 6\ntarget: web\nplan: basic\nprofile: strict\n",
    "model: v7\n", "# nothing\n", "ignore:\n- all\n",
    "severity:\n  too-long: warning\n",
    "fail-on: error\ninclude: \"*.txt\"\nexclude: [a/, \"!b\"]\n",
    "allow:\n- {word: gore, reason: a title, until: 2027-01-01}\n- {check: MJ1, reason: r}\n",
    "overrides:\n- {files: \"drafts/**\", ignore: MJ2, model: v6}\npresets: {zineq: --ar 2:3}\n",
  ].map { Array($0.utf8) }
}

// rules/sources.yaml and rules/words/*.yaml → their values.

internal import PromptCore
internal import PromptRules
internal import YAML

enum SourcesFile {
  static let kinds = [("official", true), ("secondary", false)]

  static func read(
    _ file: FieldReader, _ log: inout ProblemLog
  ) throws(RuleFileError) -> [Located<SourceCitation>] {
    try file.entries("sources", &log) { node throws(RuleFileError) in
      let entry = try FieldReader(node, path: file.path, keys: .source)
      guard let date = try entry.day("date") else {
        throw entry.error("date", "the field `date` is missing")
      }
      return SourceCitation(
        key: try entry.string("key"), title: try entry.string("title"),
        url: try entry.optionalString("url"), date: date,
        isOfficial: try entry.choice("kind", kinds) ?? false)
    }
  }
}

enum WordFile {
  static func read(_ file: FieldReader) throws(RuleFileError) -> WordList {
    let words = try file.strings("words")
    for (index, word) in words.enumerated() {
      let isOneCase = word == word.lowercased() || word == word.uppercased()
      guard isOneCase, !words[..<index].contains(word) else {
        throw file.error(
          "words", "`\(word)` stands here twice, or mixes capitals and small letters")
      }
    }
    return WordList(
      name: try file.string("name"), summary: try file.string("summary"), words: words,
      provenance: try file.provenance(nil))
  }
}

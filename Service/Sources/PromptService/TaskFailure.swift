// Why a task failed: the service's text → one of the reasons that the rules list, and places in the prompt.

import PromptCore
import PromptFiles
import PromptRules
import PromptSubmit

/// Why a task failed.
struct TaskFailure {
  /// A stable name, such as `banned-prompt`; `unlisted` for a text that the rules don't know.
  let name: String
  /// What the service said.
  let answer: String
  /// What it means and what to do; empty where the rules don't know.
  let meaning: String
  /// The places of the prompt that the text names.
  let places: [ByteRange]

  /// One line for people.
  var text: String {
    let place = places.first.map { "\($0.start + 1): " } ?? ""
    return "\(place)\(name): \(answer)" + (meaning.isEmpty ? "" : " – \(meaning)")
  }

  /// Writes it as a value.
  func write(to json: inout JSONWriter) {
    json.beginObject()
    for (name, text) in [("name", name), ("answer", answer), ("meaning", meaning)] {
      json.key(name)
      json.value(text)
    }
    json.key("places")
    json.beginArray()
    for place in places {
      json.beginObject()
      json.range(place)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }
}

/// The texts with which tasks fail, as the rules list them.
struct FailureTexts {
  private let lists: [WordList]
  private static let prefix = "failure-"

  init(_ rules: RuleSet) { lists = rules.words.filter { $0.name.hasPrefix(Self.prefix) } }

  /// Why a submission's task failed.
  func failure(_ submission: Submission) -> TaskFailure {
    let answer = submission.answer ?? ""
    let list = list(for: answer.lowercased())
    return TaskFailure(
      name: list.map { String($0.name.dropFirst(Self.prefix.count)) } ?? "unlisted",
      answer: answer, meaning: list?.summary ?? "",
      places: Self.places(answer, in: submission.plan.prompt))
  }

  /// The list that holds the longest of the words that occur in a text.
  private func list(for text: String) -> WordList? {
    let found = lists.flatMap { list in
      list.words.filter { text.contains($0) }.map { (count: $0.utf8.count, list: list) }
    }
    return found.max { $0.count < $1.count }?.list
  }

  /// Where the prompt holds what a text quotes, or a parameter or link that it names.
  static func places(_ text: String, in prompt: String) -> [ByteRange] {
    let bytes = Array(prompt.utf8).map(\.asLower)
    var places: [ByteRange] = []
    for word in names(in: text) {
      let word = Array(word.utf8).map(\.asLower)
      guard word.count > 1, word.count <= bytes.count else { continue }
      let start = (0...(bytes.count - word.count)).first {
        bytes[$0..<($0 + word.count)] == word[...]
      }
      if let start { places.append(ByteRange(start, start + word.count)) }
    }
    return Array(Set(places)).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// What a text quotes, and words that begin like a parameter or a link.
  private static func names(in text: String) -> [String] {
    let quoted = ["`", "\"", "'"].flatMap { mark in
      let pieces = text.split(separator: Character(mark), omittingEmptySubsequences: false)
      return stride(from: 1, to: max(1, pieces.count - 1), by: 2).map { String(pieces[$0]) }
    }
    let words = text.split { " ,;()`\"'[]".contains($0) }.map(String.init)
    return quoted + words.filter { $0.hasPrefix("--") || $0.hasPrefix("http") }
  }
}

extension UInt8 {
  fileprivate var asLower: UInt8 { 0x41...0x5A ~= self ? self | 0x20 : self }
}

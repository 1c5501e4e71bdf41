// Spellings listed twice, lists in the wrong folder.

internal import PromptRules
internal import YAML

struct TermReview {
  private let entries: RuleEntries

  init(_ entries: RuleEntries) { self.entries = entries }

  /// Everything that is wrong with the sensitive lists as a whole.
  var problems: [RuleFileError] { strayLanguages + doubles + allowDoubles }

  /// Lists in the folder of another language than they name.
  private var strayLanguages: [RuleFileError] {
    entries.termFiles.compactMap { file in
      let folders = file.path.dropFirst("\(entries.folder)/sensitive/".count).split(separator: "/")
      let folder = folders.count > 1 ? String(folders[0]) : nil
      guard let folder, folder != file.value.language else { return nil }
      return file.problem(
        .contradiction, at: "language", "a list of the folder \(folder) that doesn't say so",
        remedy: "write `language: \(folder)`")
    }
  }

  // MARK: Doubles

  private var doubles: [RuleFileError] {
    var seen: [String: (place: String, category: String)] = [:]
    return entries.terms.flatMap { term in
      // What counts near other words only is another entry.
      let context = term.value.near.map { "\n" + $0.words.sorted().joined(separator: "\n") } ?? ""
      return term.spellings.compactMap { node -> RuleFileError? in
        let spelling = Self.folded(node.scalar ?? "", isPattern: term.value.kind == .pattern)
        let name = spelling + context
        let place = "\(term.path):\(node.mark.line)"
        guard let first = seen.updateValue((place, term.value.category), forKey: name) else {
          return nil
        }
        seen[name] = first
        let other = first.category == term.value.category ? "" : " in `\(first.category)`"
        return term.problem(
          .duplicate, at: node,
          "`\(node.scalar ?? "")` is listed twice, first\(other) at \(first.place)",
          remedy: "keep it in one place")
      }
    }
  }

  private var allowDoubles: [RuleFileError] {
    var seen: [String: Int] = [:]
    return entries.allow.flatMap { rule in
      rule.spellings.compactMap { node -> RuleFileError? in
        let name = Self.folded(node.scalar ?? "", isPattern: false)
        guard let line = seen[name] else {
          seen[name] = node.mark.line
          return nil
        }
        return rule.problem(
          .duplicate, at: node, "`\(node.scalar ?? "")` is allowed twice, first in line \(line)",
          remedy: "remove one")
      }
    }
  }

  /// Spellings that the scanner can't tell apart are equal.
  private static func folded(_ text: String, isPattern: Bool) -> String {
    isPattern
      ? text : text.lowercased().split { " -_\t".contains($0) }.joined(separator: " ")
  }
}

extension Located {
  /// Each spelling of an entry of a sensitive list, with its place in the file.
  var spellings: [Node] {
    ["word", "phrase", "pattern"].compactMap { node[$0] } + inner("forms")
  }
}

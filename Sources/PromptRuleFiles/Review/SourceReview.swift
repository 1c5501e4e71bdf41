// Sources: never cited, not strong enough for what they prove, missing.

internal import PromptRules
internal import YAML

struct SourceReview {
  private let entries: RuleEntries

  init(_ entries: RuleEntries) { self.entries = entries }

  /// Everything that is wrong with the sources of facts and of lists.
  var problems: [RuleFileError] {
    uncited + weak + entries.termFiles.flatMap { missing($0) + unknown($0) + idle($0) }
  }

  private var uncited: [RuleFileError] {
    var cited = Set(entries.termFiles.flatMap(\.value.sources))
    for fact in entries.facts {
      cited.formUnion((fact.node["source"]?.sequence ?? []).compactMap(\.scalar))
    }
    let idle = entries.sources.filter { !cited.contains($0.value.key) && !isCitedByPages($0.value) }
    return idle.map { source in
      source.problem(
        .dead, at: "key", "no entry and no page cites the source `\(source.value.key)`",
        remedy: "cite it or remove it")
    }
  }

  /// Pages cite by address.
  private func isCitedByPages(_ source: SourceCitation) -> Bool {
    guard let url = source.url else { return false }
    return entries.pages.contains { $0.value.page.body.contains(url) }
  }

  /// Official facts of which no official source is cited.
  private var weak: [RuleFileError] {
    let official = Set(entries.sources.map(\.value).filter(\.isOfficial).map(\.key))
    return entries.facts.compactMap { fact in
      let keys = (fact.node["source"]?.sequence ?? []).compactMap(\.scalar)
      guard let confidence = fact.node["confidence"], confidence.scalar == "official",
        !keys.isEmpty, official.isDisjoint(with: keys)
      else { return nil }
      return RuleFileError(
        path: fact.path, mark: confidence.mark,
        message: "\(fact.owner) is called official, and none of its sources is",
        kind: .contradiction, remedy: "cite an official source, or write `confidence: secondary`")
    }
  }

  // MARK: Sensitive lists

  private typealias File = Located<TermFileHead>

  private func hasTerms(_ file: File) -> Bool { !file.inner("terms").isEmpty }

  private func missing(_ file: File) -> [RuleFileError] {
    guard hasTerms(file) else { return [] }
    return ["source", "verified"].filter { file.node[$0] == nil }.map { key in
      file.problem(
        .missing, "a list of terms without `\(key)`",
        remedy: key == "source" ? "say where the words come from" : "say when somebody last looked")
    }
  }

  private func unknown(_ file: File) -> [RuleFileError] {
    let known = file.value.lists + entries.sources.map(\.value.key)
    return file.inner("source").filter { !known.contains($0.scalar ?? "") }.map { node in
      file.problem(
        .unknownName, at: node,
        "`\(node.scalar ?? "")` stands neither in `lists` nor in sources.yaml",
        remedy: "add it to `lists`, with its licence")
    }
  }

  private func idle(_ file: File) -> [RuleFileError] {
    file.inner("lists").filter { !file.value.sources.contains($0["key"]?.scalar ?? "") }
      .map { node in
        file.problem(
          .dead, at: node, "`source` doesn't cite the list `\(node["key"]?.scalar ?? "")`",
          remedy: "cite it or remove it")
      }
  }
}

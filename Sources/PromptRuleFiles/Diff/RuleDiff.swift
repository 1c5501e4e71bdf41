// What differs between two rule folders, entry by entry, for `mjprompt rules diff`.

internal import PromptRules
internal import YAML

/// The entries that differ between two rule folders.
public struct RuleDiff: Sendable {
  /// What became of an entry.
  public enum State: String, Sendable, CaseIterable {
    /// It is new.
    case added
    /// It is gone.
    case removed
    /// It says something else.
    case changed
  }

  /// A field that says something else; of a list only the items that differ.
  public struct Detail: Hashable, Sendable {
    /// The field, or `text` for the text of a page.
    public let field: String
    /// What it said.
    public let removed: [String]
    /// What it says.
    public let added: [String]
  }

  /// An entry that differs.
  public struct Change: Hashable, Sendable {
    /// What became of it.
    public let state: State
    /// What it is: `model`, `parameter`, `term`, `page` and so on.
    public let kind: String
    /// Its name.
    public let name: String
    /// The fields that differ; empty unless it changed.
    public let details: [Detail]
  }

  /// The entries that differ, kind by kind, first those that are gone or changed.
  public let changes: [Change]

  /// Compares two folders.
  ///
  /// - Throws: `RuleFileError` when one of them can't be read.
  /// - Complexity: O(entries).
  public init(from old: RuleFolder, to new: RuleFolder) throws(RuleFileError) {
    let (old, new) = (try old.entries().items, try new.entries().items)
    var changes: [Change] = []
    for kind in RuleItem.kinds {
      changes += Self.changes(old.filter { $0.kind == kind }, new.filter { $0.kind == kind })
    }
    self.changes = changes
  }

  private static func changes(_ old: [RuleItem], _ new: [RuleItem]) -> [Change] {
    let later = Dictionary(new.map { ($0.name, $0) }) { first, _ in first }
    let known = Set(old.map(\.name))
    let kept = old.compactMap { item -> Change? in
      guard let other = later[item.name] else { return Change(item, .removed) }
      let details = item.details(to: other)
      return details.isEmpty ? nil : Change(item, .changed, details)
    }
    return kept + new.filter { !known.contains($0.name) }.map { Change($0, .added) }
  }
}

extension RuleDiff.Change {
  fileprivate init(_ item: RuleItem, _ state: RuleDiff.State, _ details: [RuleDiff.Detail] = []) {
    self.init(state: state, kind: item.kind, name: item.name, details: details)
  }
}

// MARK: Entries as fields

/// An entry of a rule file as its fields.
struct RuleItem {
  /// The kinds, in the order of reports.
  static let kinds = [
    "model", "feature", "parameter", "order", "target", "plan", "profile", "words", "source",
    "list", "term", "allow", "page",
  ]

  let kind: String
  let name: String
  /// Each field with its items; one that is no list is one item.
  let fields: [(name: String, items: [String])]

  init(_ kind: String, _ name: String, fields: [(String, [String])]) {
    self.kind = kind
    self.name = name
    self.fields = fields
  }

  init(_ kind: String, _ name: String, _ node: Node, without left: Set<String> = []) {
    let entries = (node.mapping ?? []).filter { !left.contains($0.key) }
    self.init(
      kind, name,
      fields: entries.map { ($0.key, $0.value.sequence?.map(\.flowText) ?? [$0.value.flowText]) })
  }

  /// What differs in a later version.
  func details(to other: RuleItem) -> [RuleDiff.Detail] {
    let names =
      fields.map(\.name)
      + other.fields.map(\.name).filter { name in
        !fields.contains { $0.name == name }
      }
    return names.compactMap { name in
      let old = fields.first { $0.name == name }?.items ?? []
      let new = other.fields.first { $0.name == name }?.items ?? []
      if old == new { return nil }
      let (kept, known) = (Set(new), Set(old))
      let removed = old.filter { !kept.contains($0) }
      let added = new.filter { !known.contains($0) }
      let isOrder = removed.isEmpty && added.isEmpty
      return RuleDiff.Detail(
        field: name, removed: isOrder ? [old.joined(separator: ", ")] : removed,
        added: isOrder ? [new.joined(separator: ", ")] : added)
    }
  }
}

extension RuleEntries {
  /// Everything as items.
  var items: [RuleItem] {
    var items = models.map { RuleItem("model", $0.value.id, $0.node) }
    items += features.map { RuleItem("feature", $0.value.name, $0.node) }
    items += parameters.map { RuleItem("parameter", $0.value.name, $0.node) }
    items.append(RuleItem("order", "parameters", fields: [("order", parameters.map(\.value.name))]))
    items += targets.map { RuleItem("target", $0.value.id, $0.node) }
    items += plans.map { RuleItem("plan", $0.value.id, $0.node) }
    items += profiles.map { RuleItem("profile", $0.value.id, $0.node) }
    items += obstacles.map { RuleItem("link", $0.value.link, $0.node) }
    items += signatures.map { RuleItem("signed link", $0.value.name, $0.node) }
    items += words.map { RuleItem("words", $0.value.name, $0.node) }
    items += sources.map { RuleItem("source", $0.value.key, $0.node) }
    items += termFiles.map { file in
      RuleItem("list", file.value.name, file.node, without: ["terms", "allow"])
    }
    items += terms.map { RuleItem("term", "\($0.value.category): \($0.value.name)", $0.node) }
    items += allow.map { RuleItem("allow", $0.value.first?.text ?? "", $0.node) }
    return items + pages.map(Self.item)
  }

  private static func item(_ page: Located<CheckPageText>) -> RuleItem {
    let head = RuleItem("page", "", page.node)
    let lines = page.value.page.body.split(separator: "\n").map(String.init)
    return RuleItem(
      "page", "\(page.value.page.code) \(page.value.page.name)",
      fields: head.fields + [("text", lines)])
  }
}

extension Node {
  /// The node on one line, as YAML writes collections in brackets.
  fileprivate var flowText: String {
    switch content {
    case .scalar(let text, _): text
    case .sequence(let items): "[" + items.map(\.flowText).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.key): \($0.value.flowText)" }.joined(separator: ", ") + "}"
    }
  }
}

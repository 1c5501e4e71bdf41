// YAML and JSON as one kind of tree.

internal import PromptCore
internal import PromptFiles
internal import YAML

/// A value of a template, a word file or a record, with its place.
struct ValueTree: Sendable {
  /// What it is.
  enum Content: Sendable {
    /// Text; numbers and truth values too.
    case text(String)
    /// A list.
    case list([ValueTree])
    /// Keys with values, in order.
    case map([Entry])
  }

  /// A key with its value.
  struct Entry: Sendable {
    let key: String
    let place: TemplatePlace
    let value: ValueTree
  }

  let place: TemplatePlace
  /// The offset of its first byte.
  let offset: Int
  let content: Content

  /// The value of a YAML or JSON file; nil for an empty one.
  static func read(_ bytes: [UInt8], path: String) throws(TemplateError) -> ValueTree? {
    path.lowercased().hasSuffix(".json")
      ? try json(bytes, path: path) : try yaml(bytes, path: path)
  }

  private static func yaml(_ bytes: [UInt8], path: String) throws(TemplateError) -> ValueTree? {
    do throws(YAMLError) { return try Node.parse(bytes).map { ValueTree($0, path) } } catch {
      throw TemplateError(error, path: path)
    }
  }

  private static func json(_ bytes: [UInt8], path: String) throws(TemplateError) -> ValueTree? {
    let source = SourceText(bytes)
    var places = PlaceCursor(source)
    do throws(FileProblem) {
      return ValueTree(try JSONValue(source, in: source.range), &places, path)
    } catch {
      throw TemplateError(error, path: path)
    }
  }

  private init(_ node: Node, _ path: String) {
    place = TemplatePlace(path: path, node.mark)
    offset = node.mark.offset
    switch node.content {
    case .scalar(let text, _): content = .text(text)
    case .sequence(let items): content = .list(items.map { ValueTree($0, path) })
    case .mapping(let entries):
      content = .map(
        entries.map {
          Entry(
            key: $0.key, place: TemplatePlace(path: path, $0.keyMark),
            value: ValueTree($0.value, path))
        })
    }
  }

  private init(_ value: JSONValue, _ places: inout PlaceCursor, _ path: String) {
    place = TemplatePlace(path: path, places.location(of: value.offset))
    offset = value.offset
    switch value.content {
    case .string(let text), .word(let text): content = .text(text)
    case .null: content = .text("")
    case .array(let items): content = .list(items.map { ValueTree($0, &places, path) })
    case .object(let members):
      content = .map(
        members.map {
          Entry(
            key: $0.name, place: TemplatePlace(path: path, places.location(of: $0.offset)),
            value: ValueTree($0.value, &places, path))
        })
    }
  }
}

extension ValueTree {
  /// The text, else nil.
  var text: String? { if case .text(let text) = content { text } else { nil } }

  /// The items of a list, else nil.
  var list: [ValueTree]? { if case .list(let items) = content { items } else { nil } }

  /// The entries of a map, else nil.
  var map: [Entry]? { if case .map(let entries) = content { entries } else { nil } }

  /// An error here.
  func error(_ message: String) -> TemplateError { TemplateError(place, message) }

  /// The entries of a map that has no keys but these.
  func entries(_ keys: [String], of what: String) throws(TemplateError) -> [String: ValueTree] {
    guard let map else { throw error("\(what) must be fields such as `\(keys[0]): …`") }
    var entries: [String: ValueTree] = [:]
    for entry in map {
      guard keys.contains(entry.key) else {
        let hint = Suggestion.hint(for: entry.key, in: keys)
        let known = keys.joined(separator: ", ")
        throw TemplateError(entry.place, "unknown field `\(entry.key)`\(hint) (known: \(known))")
      }
      entries[entry.key] = entry.value
    }
    return entries
  }

  /// The text of a value that must be text.
  func text(_ what: String) throws(TemplateError) -> String {
    guard let text else { throw error("\(what) must be text") }
    return text
  }

  /// One text or a list of them.
  func texts(_ what: String) throws(TemplateError) -> [ValueTree] {
    let items = list ?? [self]
    for item in items where item.text == nil {
      throw item.error("\(what) must be text or a list of text")
    }
    return items
  }

  /// `true` or `false`.
  func flag(_ what: String) throws(TemplateError) -> Bool {
    guard let text, text == "true" || text == "false" else {
      throw error("\(what) must be true or false")
    }
    return text == "true"
  }
}

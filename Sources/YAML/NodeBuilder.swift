// From events to a tree, with a stack of open collections instead of recursion.

/// Builds one document's tree from its events.
struct NodeBuilder {
  /// The document's node; nil before its end, and when the document is empty.
  private(set) var root: Node?
  private var open: [OpenCollection] = []
  private var hasDocument = false

  /// Takes the next event.
  mutating func add(_ event: Event) throws(YAMLError) {
    switch event.kind {
    case .streamStart, .streamEnd, .documentEnd: break
    case .documentStart: try startDocument(event.mark)
    case .alias(let name):
      throw YAMLError(
        message: "aliases aren't supported; write \(YAMLError.quoted(name)) out", mark: event.mark)
    case .scalar(let scalar): try add(scalar, event.mark)
    case .sequenceStart(let properties):
      try start(OpenCollection(isMapping: false, mark: event.mark), properties)
    case .mappingStart(let properties):
      try start(OpenCollection(isMapping: true, mark: event.mark), properties)
    case .sequenceEnd, .mappingEnd:
      if let done = open.popLast() { close(with: done.node) }
    }
  }

  private mutating func startDocument(_ mark: Mark) throws(YAMLError) {
    if hasDocument {
      throw YAMLError(message: "a second document; a file holds one", mark: mark)
    }
    hasDocument = true
  }

  private mutating func start(
    _ collection: OpenCollection, _ properties: Event.Properties
  ) throws(YAMLError) {
    try refuse(properties, collection.mark)
    if let parent = open.last, parent.awaitsKey {
      throw YAMLError(message: "a key must be text, not a collection", mark: collection.mark)
    }
    if open.count == Node.maximumDepth {
      let message = "nested deeper than \(Node.maximumDepth) levels"
      throw YAMLError(message: message, mark: collection.mark)
    }
    open.append(collection)
  }

  private mutating func add(_ scalar: Event.Scalar, _ mark: Mark) throws(YAMLError) {
    try refuse(scalar.properties, mark)
    if let last = open.indices.last, open[last].awaitsKey {
      return try open[last].take(key: scalar.value, mark)
    }
    let isPlain = scalar.style == .plain
    if open.isEmpty, isPlain, scalar.value.isEmpty { return }
    close(with: Node(mark: mark, content: .scalar(scalar.value, isPlain: isPlain)))
  }

  /// Puts a finished node into what holds it.
  private mutating func close(with node: Node) {
    if let last = open.indices.last { open[last].take(node) } else { root = node }
  }

  private func refuse(_ properties: Event.Properties, _ mark: Mark) throws(YAMLError) {
    if let anchor = properties.anchor {
      throw YAMLError(
        message: "anchors aren't supported; remove \(YAMLError.quoted("&" + anchor))", mark: mark)
    }
    if let tag = properties.tag {
      throw YAMLError(
        message: "tags aren't supported; remove \(YAMLError.quoted(tag))", mark: mark)
    }
  }
}

/// A collection whose end is still to come.
private struct OpenCollection {
  let isMapping: Bool
  let mark: Mark
  private var items: [Node] = []
  private var entries: [Node.Entry] = []
  private var marksOfKeys: [String: Mark] = [:]
  private var key: (text: String, mark: Mark)?

  init(isMapping: Bool, mark: Mark) {
    self.isMapping = isMapping
    self.mark = mark
  }

  var awaitsKey: Bool { isMapping && key == nil }

  var node: Node {
    Node(mark: mark, content: isMapping ? .mapping(entries) : .sequence(items))
  }

  mutating func take(key text: String, _ mark: Mark) throws(YAMLError) {
    if let first = marksOfKeys.updateValue(mark, forKey: text) {
      let place = "line \(first.line), column \(first.column)"
      throw YAMLError(
        message: "duplicate key \(YAMLError.quoted(text)), first at \(place)", mark: mark)
    }
    key = (text, mark)
  }

  mutating func take(_ node: Node) {
    guard let (text, mark) = key else { return items.append(node) }
    entries.append(Node.Entry(key: text, keyMark: mark, value: node))
    key = nil
  }
}

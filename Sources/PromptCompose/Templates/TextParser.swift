// Template text → nodes.

/// Parses template text from left to right.
struct TextParser {
  /// How deep blocks, alternatives and includes may stand in one another.
  static let maximumDepth = 16

  /// What ends a run of nodes.
  enum End {
    /// The end of the text.
    case text
    /// `{{else}}` or `{{end}}`.
    case block
    /// `,` or `}` of a group.
    case item
  }

  let bytes: [UInt8]
  let text: TemplateText
  /// Whether `{…}` groups are choices of the template.
  let expands: Bool
  /// Reads what an `{{include}}` names.
  let include: (String, TemplatePlace) throws(TemplateError) -> [TextNode]
  var offset = 0
  /// How many tags were opened.
  var tagCount = 0
  /// How many `{` are open.
  var braces = 0
  var depth = 0

  /// The nodes of a text.
  static func parse(
    _ text: TemplateText, expands: Bool,
    include: @escaping (String, TemplatePlace) throws(TemplateError) -> [TextNode]
  ) throws(TemplateError) -> [TextNode] {
    var parser = TextParser(bytes: text.bytes, text: text, expands: expands, include: include)
    let (nodes, tag) = try parser.nodes(until: .text)
    if let tag { throw TemplateError(tag.place, "`{{\(tag.words)}}` closes nothing") }
    return nodes
  }

  /// The nodes up to an end; the tag that ended a block.
  mutating func nodes(until end: End) throws(TemplateError) -> ([TextNode], Tag?) {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.maximumDepth {
      throw TemplateError(text.place, "nested deeper than \(Self.maximumDepth) levels")
    }
    var nodes: [TextNode] = []
    var syntax: [UInt8] = []
    while offset < bytes.count {
      if isAt("{{") {
        flush(&syntax, to: &nodes)
        let tag = try self.tag()
        if tag.keyword == "else" || tag.keyword == "end" { return (nodes, tag) }
        nodes += try node(tag)
      } else if expands, isAt("{"), hasPartner {
        flush(&syntax, to: &nodes)
        nodes.append(try group())
      } else if end == .item, isAt(",") || isAt("}") {
        break
      } else {
        take(&syntax)
      }
    }
    flush(&syntax, to: &nodes)
    return (nodes, nil)
  }

  private func flush(_ syntax: inout [UInt8], to nodes: inout [TextNode]) {
    if !syntax.isEmpty { nodes.append(.syntax(syntax)) }
    syntax = []
  }

  /// Takes a byte of syntax, or an escape; in expanded groups escapes are undone.
  private mutating func take(_ syntax: inout [UInt8]) {
    let isEscape = bytes[offset] == UInt8(ascii: "\\") && offset + 1 < bytes.count
    if isEscape, [0x7B, 0x7D, 0x2C, 0x5C].contains(bytes[offset + 1]) {
      if !expands || bytes[offset + 1] == 0x5C { syntax.append(bytes[offset]) }
      syntax.append(bytes[offset + 1])
      offset += 2
      return
    }
    if isAt("{") { braces += 1 }
    if isAt("}") { braces = max(0, braces - 1) }
    syntax.append(bytes[offset])
    offset += 1
  }

  func isAt(_ mark: StaticString, _ place: Int? = nil) -> Bool {
    bytes[(place ?? offset)...].starts(with: mark.description.utf8)
  }
}

// MARK: Groups

extension TextParser {
  /// Whether the `{` here is closed.
  private var hasPartner: Bool {
    var open = 0
    var place = offset
    while place < bytes.count {
      if isAt("{{", place) || isAt("}}", place) && open > 1 {
        open += isAt("{{", place) ? 2 : -2
        place += 2
        continue
      }
      if isAt("\\", place) { place += 1 } else if isAt("{", place) { open += 1 }
      if isAt("}", place) {
        open -= 1
        if open == 0 { return true }
      }
      place += 1
    }
    return false
  }

  private mutating func group() throws(TemplateError) -> TextNode {
    var any = AnyTag(place: text.place)
    repeat {
      offset += 1
      let (nodes, tag) = try self.nodes(until: .item)
      if let tag { throw TemplateError(tag.place, "`{{\(tag.words)}}` closes nothing here") }
      any.items.append((Self.trimmed(nodes), 1))
    } while offset < bytes.count && isAt(",")
    offset += 1
    return .any(any)
  }

  /// Nodes without the spaces at both ends.
  static func trimmed(_ nodes: [TextNode]) -> [TextNode] {
    var nodes = nodes
    if case .syntax(let bytes)? = nodes.first {
      nodes[0] = .syntax(Array(bytes.drop { $0 == 0x20 }))
    }
    if case .syntax(let bytes)? = nodes.last {
      let count = bytes.reversed().prefix { $0 == 0x20 }.count
      nodes[nodes.count - 1] = .syntax(Array(bytes.dropLast(count)))
    }
    return nodes
  }
}

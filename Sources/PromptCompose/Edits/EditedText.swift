// A prompt's bytes between two edits, and the steps that edits are made of.

internal import PromptCore
internal import PromptRules

/// A prompt that is being edited.
struct EditedText {
  /// The bytes.
  private(set) var bytes: [UInt8]
  private let catalog: ParameterCatalog
  private var prompt: Prompt

  init(_ bytes: [UInt8], _ catalog: ParameterCatalog) {
    self.bytes = bytes
    self.catalog = catalog
    prompt = Parser.parse(SourceText(bytes), vocabulary: catalog.vocabulary)
  }

  /// Where a parameter stands, under any of its names; of an unknown one where that name does.
  func uses(of spec: ParameterSpec?, _ name: String) -> [Parameter] {
    prompt.parameters.filter { parameter in
      if let spec { return catalog[parameter]?.name == spec.name }
      return String(decoding: bytes[parameter.name.indices], as: UTF8.self) == name
    }
  }

  /// Takes a parameter out with the white space before it; the one behind it stays where nothing else
  /// would part its neighbours.
  mutating func remove(_ parameter: Parameter) {
    var (start, end) = (Int(parameter.range.start), Int(parameter.range.end))
    if let mark = prompt.faults.first(where: {
      $0.kind == .unexpectedPunctuation && $0.range.start == parameter.range.end
    }) {
      end = Int(mark.range.end)
    }
    let isParted = end == bytes.count || isSpace(bytes[end])
    while isParted, start > 0, isSpace(bytes[start - 1]) { start -= 1 }
    if start == 0 { while end < bytes.count, isSpace(bytes[end]) { end += 1 } }
    replace(start..<end, with: [])
  }

  /// Gives a parameter another value, or none.
  mutating func give(_ parameter: Parameter, _ value: String?) throws(EditError) {
    let name = Int(parameter.name.end)
    guard let value else {
      return replace(name..<Int(parameter.value?.end ?? UInt32(name)), with: [])
    }
    let old = parameter.value?.indices ?? name..<name
    let gap: [UInt8] = old.lowerBound == name ? [0x20] : []
    try place(value, gap + Array(value.utf8), in: old, parameter)
  }

  /// Adds an item behind the value of a parameter, unless it is one of its items.
  mutating func add(_ item: String, to parameter: Parameter, isText: Bool) throws(EditError) {
    guard let value = parameter.value else { return try give(parameter, item) }
    let text = String(decoding: bytes[value.indices], as: UTF8.self)
    let items = text.split { $0 == "," || !isText && $0.isWhitespace }
    let isThere = items.contains { known in
      Array(known.lowercased().utf8.drop { $0 == 0x20 }) == Array(item.lowercased().utf8)
    }
    if isThere { return }
    let joint: [UInt8] = isText ? Array(", ".utf8) : [0x20]
    let end = Int(value.end)
    try place(text + (isText ? ", " : " ") + item, joint + item.utf8, in: end..<end, parameter)
  }

  /// Puts a parameter behind everything but white space.
  mutating func append(_ spec: ParameterSpec, _ value: String?) throws(EditError) {
    let count = bytes.reversed().prefix { isSpace($0) }.count
    let end = bytes.count - count
    let name = (end > 0 ? " --" : "--") + spec.written
    let before = self
    replace(end..<end, with: Array((name + (value.map { " \($0)" } ?? "")).utf8))
    let last = prompt.parameters.last.map { catalog[$0]?.name == spec.name && same($0, value) }
    guard last ?? false, isKept(before, count: before.prompt.parameters.count + 1) else {
      throw before.refusal(value ?? spec.name, spec.written)
    }
  }
}

// MARK: Steps

extension EditedText {
  private mutating func place(
    _ value: String, _ new: [UInt8], in range: Range<Int>, _ parameter: Parameter
  ) throws(EditError) {
    let before = self
    let index = prompt.parameters.firstIndex(of: parameter) ?? 0
    replace(range, with: new)
    guard isKept(before, count: before.prompt.parameters.count),
      same(prompt.parameters[index], value)
    else { throw before.refusal(value, before.text(parameter.name)) }
  }

  private mutating func replace(_ range: Range<Int>, with new: [UInt8]) {
    bytes.replaceSubrange(range, with: new)
    prompt = Parser.parse(SourceText(bytes), vocabulary: catalog.vocabulary)
  }

  /// Whether the text and the number of parameters are what they should be, and no fault came in.
  private func isKept(_ before: EditedText, count: Int) -> Bool {
    prompt.parameters.count == count && prompt.faults.count <= before.prompt.faults.count
      && prompt.text == before.prompt.text
  }

  private func same(_ parameter: Parameter, _ value: String?) -> Bool {
    parameter.value.map { text($0) } == value
  }

  private func text(_ range: ByteRange) -> String {
    String(decoding: bytes[range.indices], as: UTF8.self)
  }

  private func refusal(_ value: String, _ name: String) -> EditError {
    EditError("`\(value)` would not stay one value of `--\(name)`")
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
}

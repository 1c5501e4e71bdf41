// Prompt → the text under which a prompt and its echo are the same job.

public import PromptCore
public import PromptRules

/// A text that is equal for prompts which ask for the same images, however they are written.
///
/// The service shortens links, orders the parameters anew, adds defaults and rewrites dashes before it
/// shows a prompt; the key of what it shows equals the key of what was sent. Links are all alike in a key,
/// since their short forms can't be known. Two things can't be foreseen and make different keys: the
/// number that the service puts in the place of `--sref random`, and the code in the place of a bare
/// `--p`.
public struct CanonicalKey: Hashable, Sendable {
  /// The key, on one line.
  public let text: String
}

/// Makes keys.
public struct KeyMaker: Sendable {
  private let rules: RuleSet
  private let model: Int
  /// For each parameter of the catalogue the model that its name is, if it is one.
  private let flags: [Int?]

  /// A maker of keys, which takes prompts that name no model for ones of the model of that index.
  public init(rules: RuleSet, model: Int) {
    self.rules = rules
    self.model = model
    flags = rules.parameters.parameters.map { rules.models.index(id: $0.name) }
  }

  /// The key of a parsed prompt; total, also for broken prompts, whose surplus counts as text.
  ///
  /// - Complexity: O(n log n) in the number of parameters, O(n) in the text.
  public func key(_ prompt: Prompt, of source: SourceText) -> CanonicalKey {
    var text = KeyText(capacity: prompt.range.count + 64)
    append(prompt, source, to: &text)
    for fault in prompt.faults where fault.kind == .unexpectedText {
      text.append(fault.range, of: source)
      text.endPiece()
    }
    for parameter in parameters(prompt, source) {
      text.append(plain: parameter)
      text.endPiece()
    }
    return CanonicalKey(text: text.text)
  }

  /// The text, with all links alike.
  private func append(_ prompt: Prompt, _ source: SourceText, to text: inout KeyText) {
    var next = prompt.text.start
    if prompt.kinds.contains(TokenKindSet(.url)) {
      for token in prompt.tokens where token.kind == .url && prompt.text.contains(token.range) {
        text.append(ByteRange(next, token.range.start), of: source)
        text.append(Self.link)
        next = token.range.end
      }
    }
    text.append(ByteRange(next, prompt.text.end), of: source)
    text.endPiece()
  }

  private static let link = "<link>"

  private func plain(_ text: String) -> String {
    var plain = KeyText(capacity: text.utf8.count)
    plain.append(text)
    plain.endPiece()
    return plain.text
  }
}

// MARK: Parameters

extension KeyMaker {
  /// The parameters that matter, in the order of the catalogue, each once, without the defaults.
  private func parameters(_ prompt: Prompt, _ source: SourceText) -> [String] {
    let index = modelIndex(prompt, source)
    var places: [(place: Int, text: String)] = []
    for parameter in prompt.parameters {
      guard let entry = parameter.entry, let spec = rules.parameters[parameter] else {
        places.append((.max, plain(source.string(in: parameter.range))))
        continue
      }
      let isModel = spec.shape == .version || flags[Int(entry.id)] != nil
      guard spec.isKeyed, !isModel else { continue }
      if let text = written(spec, parameter, source, index) {
        places.append((Int(entry.id), text))
      }
    }
    let sorted = places.sorted { ($0.place, $0.text) < ($1.place, $1.text) }.map(\.text)
    return sorted + [index.map { name(rules.models.models[$0]) } ?? "--v ?"]
  }

  private func name(_ model: ModelVersion) -> String {
    switch model.family {
    case .v: "--v \(model.value)"
    case .niji: "--niji \(model.value)"
    case .test: "--\(model.id)"
    }
  }

  /// The model that the prompt names, the maker's for one that names none, nil for an unknown one.
  private func modelIndex(_ prompt: Prompt, _ source: SourceText) -> Int? {
    for parameter in prompt.parameters {
      guard let entry = parameter.entry else { continue }
      if entry.shape == .version {
        let spec = rules.parameters.parameters[Int(entry.id)]
        let family: ModelVersion.Family = spec.name == "niji" ? .niji : .v
        guard let value = parameter.value else { return rules.models.nijiDefault }
        return rules.models.index(family, value: source.string(in: value))
      }
      if let flag = flags[Int(entry.id)] { return flag }
    }
    return model
  }

  /// A parameter in its one form; nil when it says what leaving it out says.
  private func written(
    _ spec: ParameterSpec, _ parameter: Parameter, _ source: SourceText, _ model: Int?
  ) -> String? {
    let value = parameter.value.map { self.value(source.string(in: $0), spec) } ?? ""
    if let flag = spec.spellings.first(where: { $0.value == value }) {
      return "--\(flag.parameter)"
    }
    let domain = model.flatMap { index in
      spec.domains.first { $0.models.contains(ModelSet(index: index)) && $0.with.isEmpty }
    }
    if let usual = domain?.defaultValue, self.value(usual, spec) == value { return nil }
    return "--\(spec.written)" + (value.isEmpty ? "" : " \(value)")
  }

  private func value(_ text: String, _ spec: ParameterSpec) -> String {
    switch spec.shape {
    case .ratio: return Ratio(text)?.reduced.text ?? plain(text)
    case .integer, .decimal:
      if Self.isShort(text) { return text }
      return Double(text).map(Self.number) ?? plain(text)
    case .references, .url, .urls:
      let items = text.split { $0.isWhitespace || $0 == "," }
      return items.map { $0.contains("/") ? Self.weighted($0) : String($0) }.joined(separator: " ")
    case .text:
      let items = text.split(separator: ",").map { plain(String($0)) }
      return items.filter { !$0.isEmpty }.joined(separator: ", ")
    default: return plain(text)
    }
  }

  /// Whether a number is written in its one form, since it is whole, short and begins with no zero.
  private static func isShort(_ text: String) -> Bool {
    1...15 ~= text.utf8.count && text.utf8.first != UInt8(ascii: "0")
      && text.utf8.allSatisfy { $0 &- 0x30 < 10 }
  }

  private static func number(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }

  /// A link in a value with its weight: `<link>::2`.
  private static func weighted(_ item: Substring) -> String {
    guard let colons = item.ranges(of: "::").last else { return link }
    return link + item[colons.lowerBound...]
  }
}

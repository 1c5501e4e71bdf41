// One record → the prompts that are sent for it: groups and --repeat expanded, the speed moved into its
// field. All of this changes bytes, so it comes before the gate.

public import PromptCore
public import PromptLint
internal import PromptRules
internal import PromptScan

/// A prompt as it goes to the gate.
public struct PreparedPrompt: Sendable {
  /// The prompt.
  public let text: SourceText
  /// What its speed parameter becomes in the field `type`, or nil where it has none.
  public let type: String?
  /// Which of the prompts that the record's groups stand for it is, from 0 on.
  public let permutation: UInt64
  /// How many submissions it makes.
  public let repetitions: UInt64
}

/// Why a record can't be prepared.
public enum PreparationRefusal: Error, Hashable, Sendable {
  /// It makes so many submissions, more than allowed.
  case tooMany(UInt64, allowed: UInt64)
  /// A parameter belongs into a field of the request that can't say it.
  case noField(parameter: String, target: String)
  /// Its braces are those of a JSON object, so nobody meant the prompts that they stand for.
  case pastedJSON
  /// Its speed is not that of `--type` or of the record.
  case otherType(String, wanted: String)

  /// A stable name.
  public var name: String {
    switch self {
    case .tooMany: "too-many-jobs"
    case .noField: "no-field"
    case .pastedJSON: "pasted-json"
    case .otherType: "two-speeds"
    }
  }

  /// What is wrong and what to do, one line.
  public var message: String {
    switch self {
    case .tooMany(let count, let allowed):
      "it makes \(count == .max ? "more than " : "")\(count) jobs, and \(allowed) are allowed; split it"
    case .noField(let parameter, let target):
      "\(target) takes `\(parameter)` neither in the text nor in a field; take it out"
    case .pastedJSON:
      "its braces are those of a JSON object, and they would make several prompts; write its text alone"
    case .otherType(let type, let wanted):
      "its parameter asks for \(type), and \(wanted) was chosen; take one of them out"
    }
  }
}

/// Prepares records for a target.
public struct PromptPreparation: Sendable {
  private let linter: Linter
  private let target: Target
  private let mostJobs: UInt64

  /// The most submissions of one record when nothing says less.
  public static let mostJobs: UInt64 = 10_000

  /// A preparation for the target of the gate's options; nil for one that the rules don't know.
  public init?(_ gate: Gate) {
    guard let target = gate.linter.rules.target(gate.linter.options.target) else { return nil }
    linter = gate.linter
    self.target = target
    mostJobs = min(gate.policy.jobs ?? Self.mostJobs, Self.mostJobs)
  }

  /// Calls `body` with each prompt that a record stands for.
  ///
  /// - Throws: `PreparationRefusal`, before the first call where there are too many, and what `body`
  ///   throws.
  /// - Complexity: O(n) in the record, for each prompt.
  public func forEach(
    _ source: SourceText, in range: ByteRange, type: String?,
    _ body: (PreparedPrompt) throws -> Void
  ) throws {
    let whole = linter.parse(source, in: range)
    let expansion = PermutationExpansion(whole, of: source)
    let isExpanded = target.permutations == .client && !whole.permutations.isEmpty
    guard isExpanded else {
      return try body(prepared(SourceText(Array(source.bytes[range.indices])), 0, type))
    }
    if expansion.count > mostJobs {
      throw PreparationRefusal.tooMany(expansion.count, allowed: mostJobs)
    }
    var scratch = ScanScratch()
    let found = linter.lint(source, in: range, scratch: &scratch)
    if found.contains(where: { $0.rule.name == PreparationRefusal.pastedJSON.name }) {
      throw PreparationRefusal.pastedJSON
    }
    for index in 0..<expansion.count {
      try body(prepared(SourceText(expansion[index].bytes), index, type))
    }
  }

  private func prepared(
    _ text: SourceText, _ permutation: UInt64, _ type: String?
  ) throws -> PreparedPrompt {
    let prompt = linter.parse(text)
    let (repetitions, repeats) = repetitions(prompt, text)
    if repetitions > mostJobs {
      throw PreparationRefusal.tooMany(repetitions, allowed: mostJobs)
    }
    let (speed, flags) = speed(prompt)
    if let type, let speed, speed != type {
      throw PreparationRefusal.otherType(speed, wanted: type)
    }
    let removed = repeats + flags
    try checkOwned(prompt, text, without: removed)
    return PreparedPrompt(
      text: removed.isEmpty ? text : Self.text(text, without: removed), type: speed ?? type,
      permutation: permutation, repetitions: repetitions)
  }

  /// The number of a `--repeat` that can be expanded, and its place; one that the gate must see stays.
  private func repetitions(
    _ prompt: Prompt, _ text: SourceText
  ) -> (count: UInt64, places: [ByteRange]) {
    let found = prompt.parameters.filter { linter.rules.parameters[$0]?.name == "repeat" }
    guard target.repetition == .client, found.count == 1, let value = found[0].value,
      let count = UInt64(text.string(in: value)), isInRange(count)
    else { return (1, []) }
    return (count, [found[0].range])
  }

  private func isInRange(_ count: UInt64) -> Bool {
    let ranges = linter.rules.parameters[name: "repeat"]?.domains.compactMap(\.range) ?? []
    return ranges.contains { $0.contains(Double(count)) }
  }

  /// What the field `type` becomes, and the places of the parameters that say so; those that contradict
  /// each other stay.
  private func speed(_ prompt: Prompt) -> (type: String?, places: [ByteRange]) {
    let found = prompt.parameters.compactMap { parameter -> (String, ByteRange)? in
      guard parameter.value == nil, let name = linter.rules.parameters[parameter]?.name,
        let speed = target.speeds.first(where: { $0.parameter == name })
      else { return nil }
      return (speed.value, parameter.range)
    }
    guard let first = found.first, found.allSatisfy({ $0.0 == first.0 }) else { return (nil, []) }
    return (first.0, found.map(\.1))
  }

  /// Refuses a parameter that belongs into a field and stays in the text.
  private func checkOwned(
    _ prompt: Prompt, _ text: SourceText, without removed: [ByteRange]
  ) throws(PreparationRefusal) {
    let left = prompt.parameters.first { parameter in
      let name = linter.rules.parameters[parameter]?.name
      return !removed.contains(parameter.range)
        && target.ownedParameters.contains { $0.name == name }
    }
    if let left {
      throw .noField(parameter: text.string(in: left.range), target: target.id)
    }
  }

  /// The text without some parameters and the white space before them.
  private static func text(_ text: SourceText, without places: [ByteRange]) -> SourceText {
    var bytes: [UInt8] = []
    var next = 0
    for place in places.sorted(by: { $0.start < $1.start }) {
      var start = Int(place.start)
      while start > next, text.bytes[start - 1] == 0x20 || 0x09...0x0D ~= text.bytes[start - 1] {
        start -= 1
      }
      bytes += text.bytes[next..<start]
      next = Int(place.end)
    }
    bytes += text.bytes[next...]
    if bytes.first == 0x20 { bytes.removeFirst() }
    return SourceText(bytes)
  }
}

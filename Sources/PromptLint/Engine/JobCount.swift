// How many jobs a prompt makes: what its groups stand for, and how often each of that is drawn.

internal import PromptCore
internal import PromptRules

/// How many jobs a prompt makes.
struct JobCount {
  /// How many prompts its groups stand for.
  let permutations: UInt64
  /// How often each of them is drawn; the most where they differ.
  let repetitions: UInt64
  /// All jobs; `UInt64.max` for that many and more.
  let total: UInt64
  /// What makes several of it: the first group, else `--repeat`.
  let place: ByteRange?

  init(_ context: borrowing LintContext) {
    self.init(context.prompt, context.source, context.rules.parameters)
  }

  /// Counts; where a group holds a part of `--repeat`, prompt by prompt as far as prompts are judged
  /// one by one.
  init(_ prompt: Prompt, _ source: SourceText, _ parameters: ParameterCatalog) {
    let own = Self.repetition(prompt, source, parameters)
    var (permutations, repetitions) = (UInt64(1), own.count)
    var total = own.count
    if !prompt.permutations.isEmpty {
      let expansion = PermutationExpansion(prompt, of: source)
      let each = Self.repetitions(expansion, parameters)
      permutations = expansion.count
      repetitions = each?.max() ?? own.count
      total = each?.reduce(0, Self.sum) ?? Self.product(permutations, own.count)
    }
    (self.permutations, self.repetitions, self.total) = (permutations, repetitions, total)
    place = permutations > 1 ? prompt.permutations.first?.range : own.place
  }

  /// The number for people.
  var spelled: String { total == .max ? "more than \(UInt64.max)" : "\(total)" }
}

extension JobCount {
  /// How often each of the prompts is drawn; nil where there are too many to look at.
  private static func repetitions(
    _ expansion: PermutationExpansion, _ parameters: ParameterCatalog
  ) -> [UInt64]? {
    guard expansion.count <= Linter.maximumExpansions else { return nil }
    return (0..<expansion.count).map { index in
      let text = SourceText(expansion[index].bytes)
      let prompt = Parser.parse(text, vocabulary: parameters.vocabulary)
      return repetition(prompt, text, parameters).count
    }
  }

  /// The greatest number of `--repeat`, at least 1, and the first place of it.
  private static func repetition(
    _ prompt: Prompt, _ source: SourceText, _ parameters: ParameterCatalog
  ) -> (count: UInt64, place: ByteRange?) {
    var (count, place) = (UInt64(1), ByteRange?.none)
    for parameter in prompt.parameters where parameters[parameter]?.name == "repeat" {
      place = place ?? parameter.range
      count = max(count, parameter.value.flatMap { UInt64(source.string(in: $0)) } ?? 1)
    }
    return (count, place)
  }

  private static func sum(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? .max : sum
  }

  private static func product(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? .max : product
  }
}

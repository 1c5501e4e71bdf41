// Prompts in which nothing is wrong, made of the texts of corpus/valid and of what a model takes.

import PromptCore
import PromptFiles
import PromptLint
import PromptRules
import PromptTestSupport

/// A parameter as it is written in a clean prompt.
struct WrittenParameter {
  let spec: ParameterSpec
  let name: String
  let value: String?
  /// What the model says of it; nil for the parameter that names the model.
  let domain: ParameterDomain?

  var text: String { "--\(name)" + (value.map { " \($0)" } ?? "") }

  /// Whether a mutation that needs this can break it.
  func meets(_ need: String) -> Bool {
    let isOneWord = !(value?.contains(" ") ?? false)
    switch need {
    case "any": return true
    case "value": return value != nil
    case "integer": return spec.shape == .integer
    case "ratio": return spec.shape == .ratio
    case "version": return spec.shape == .version && value != nil
    case "digits": return value != nil && [.integer, .ratio, .version].contains(spec.shape)
    case "range": return domain?.range != nil && domain?.agreedRange == nil
    case "choice": return isOneWord && domain != nil && spec.repetition != .merge && value != nil
    case "link": return isOneWord && value?.hasPrefix("https://") ?? false
    case "long": return name.count > 4
    case "spelled": return spec.shape != .text
    case "closed": return ![.text, .codes].contains(spec.shape)
    case "needed": return [.one, .many, .rest].contains(spec.arity)
    default: return false
    }
  }
}

/// A prompt that its model takes as it is.
struct CleanPrompt {
  let text: String
  /// The parameters; the last one names the model.
  let parameters: [WrittenParameter]
  /// The model's index.
  let model: Int

  var words: [Substring] { text.split(separator: " ") }
  var written: String { ([text] + parameters.map(\.text)).joined(separator: " ") }

  func has(_ name: String) -> Bool { parameters.contains { $0.spec.name == name } }
}

/// Makes clean prompts, the same ones in every run.
struct CleanPromptGenerator {
  let judge: PromptJudge
  let texts: [String]
  var chance: SeededGenerator

  init(_ judge: PromptJudge, seed: UInt64) {
    self.judge = judge
    chance = SeededGenerator(state: seed)
    texts = CorpusFile.all(in: "valid").flatMap { file in
      file.file.records.compactMap { Self.text($0, judge) }
    }
  }

  /// The plain text of a prompt of several words; nil when anything in it has a meaning of its own.
  private static func text(_ record: PromptRecord, _ judge: PromptJudge) -> String? {
    let prompt = judge.linter.parse(record.text, in: record.range)
    let text = record.text.string(in: prompt.text)
    let isPlain = prompt.images.isEmpty && prompt.permutations.isEmpty && !prompt.isMultiPrompt
    return isPlain && 12..<200 ~= text.count && text.allSatisfy { $0.isASCII && $0 != "\"" }
      ? text : nil
  }

  /// The next clean prompt that `fits`.
  mutating func next(where fits: (CleanPrompt) -> Bool) -> CleanPrompt? {
    for _ in 0..<2000 {
      let prompt = draft()
      if fits(prompt), judge.diagnostics(SourceText(prompt.written)).isEmpty { return prompt }
    }
    return nil
  }

  private mutating func draft() -> CleanPrompt {
    let models = judge.linter.rules.models.models
    let usable = models.indices.filter { models[$0].state != .removed }
    let model = usable.randomElement(using: &chance) ?? 0
    let count = Int.random(in: 1...4, using: &chance)
    var parameters: [WrittenParameter] = []
    for spec in judge.linter.rules.parameters.parameters.shuffled(using: &chance)
    where parameters.count < count {
      if let parameter = written(spec, model) { parameters.append(parameter) }
    }
    parameters += naming(models[model])
    return CleanPrompt(
      text: texts.randomElement(using: &chance) ?? "a comet", parameters: parameters, model: model)
  }

  /// A parameter of the model with a value, under one of its names.
  private mutating func written(_ spec: ParameterSpec, _ model: Int) -> WrittenParameter? {
    let isModel = judge.linter.rules.models.index(id: spec.name) != nil || spec.shape == .version
    guard !spec.isRetired, !isModel,
      let domain = spec.domains.first(where: {
        $0.models.contains(ModelSet(index: model)) && $0.with.isEmpty
      }), domain.isSupported
    else { return nil }
    let value = SampleValue.of(spec, domain, &chance)
    guard value != nil || spec.arity == .flag else { return nil }
    let name = ([spec.name, spec.written] + spec.aliases).randomElement(using: &chance)
    return WrittenParameter(spec: spec, name: name ?? spec.name, value: value, domain: domain)
  }

  /// The parameter that names a model.
  private func naming(_ model: ModelVersion) -> [WrittenParameter] {
    let names: [ModelVersion.Family: String] = [.v: "v", .niji: "niji"]
    let name = names[model.family] ?? model.id
    guard let spec = judge.linter.rules.parameters[name: name] else { return [] }
    let value = model.value.isEmpty ? nil : model.value
    return [WrittenParameter(spec: spec, name: name, value: value, domain: nil)]
  }
}

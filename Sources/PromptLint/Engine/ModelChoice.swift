// Which model a prompt means.

internal import PromptCore
internal import PromptRules

/// The model that a prompt is judged by.
struct ModelChoice: Sendable {
  /// How it is known.
  enum Origin: Sendable {
    /// The prompt says so.
    case written
    /// The caller says so.
    case chosen
    /// Nobody says so: it is the default of the day.
    case assumed
  }

  /// Its index in the catalogue; nil when the prompt names a model that the rules don't know, or
  /// several in a `{…}` group.
  let index: Int?
  let origin: Origin

  /// The model of a prompt: the first parameter that names one, else the caller's, else the day's.
  static func of(
    _ prompt: Prompt, _ source: SourceText, _ rules: RuleSet, _ options: LintOptions
  ) -> ModelChoice {
    for parameter in prompt.parameters {
      guard let spec = rules.parameters[parameter] else {
        if parameter.isPermuted { return ModelChoice(index: nil, origin: .written) }
        continue
      }
      if let family = Self.family(spec, rules.models) {
        return ModelChoice(
          index: Self.index(family, parameter, source, rules.models), origin: .written)
      }
    }
    if let model = options.model { return ModelChoice(index: model, origin: .chosen) }
    return ModelChoice(index: rules.models.defaultIndex(on: options.asOf), origin: .assumed)
  }

  /// The line of models that a parameter chooses from: `--v`, `--niji`, or a flag named as a model.
  static func family(_ spec: ParameterSpec, _ models: ModelCatalog) -> ModelVersion.Family? {
    if spec.shape == .version { return spec.name == "niji" ? .niji : .v }
    return spec.arity == .flag && models.index(id: spec.name) != nil ? .test : nil
  }

  private static func index(
    _ family: ModelVersion.Family, _ parameter: Parameter, _ source: SourceText,
    _ models: ModelCatalog
  ) -> Int? {
    if family == .test { return models.index(id: source.string(in: parameter.name).lowercased()) }
    guard let value = parameter.value else { return family == .niji ? models.nijiDefault : nil }
    return models.index(family, value: source.string(in: value))
  }
}

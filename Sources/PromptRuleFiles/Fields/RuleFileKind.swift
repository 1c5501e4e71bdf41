// The kinds of rule files: where they stand, and what fields they have.

/// A kind of file that people write: a rule file, the front matter of a page, or mjprompt.yaml.
public enum RuleFileKind: String, CaseIterable, Sendable {
  /// The models.
  case models
  /// What models differ in beside their parameters.
  case features
  /// The parameters of a group.
  case parameters
  /// The order of parameters.
  case order
  /// Where prompts are sent.
  case targets
  /// What accounts pay for.
  case plans
  /// Words that checks look for.
  case words
  /// Where facts come from.
  case sources
  /// Sensitive terms and innocent text.
  case sensitive
  /// The front matter of a check's page.
  case page
  /// What is known of links.
  case links
  /// How sensitive terms may be judged.
  case profiles
  /// mjprompt.yaml.
  case configuration

  /// Where such files stand, for people.
  public var place: String {
    switch self {
    case .models, .features, .targets, .plans, .profiles, .links, .sources: "rules/\(rawValue).yaml"
    case .parameters: "rules/parameters/*.yaml but order.yaml"
    case .order: "rules/parameters/order.yaml"
    case .words: "rules/words/*.yaml"
    case .sensitive: "rules/sensitive/*.yaml and rules/sensitive/*/*.yaml"
    case .page: "rules/lint/*/*.md, front matter"
    case .configuration: Configuration.fileName
    }
  }

  /// What they hold, one line.
  public var summary: String { table.summary }

  /// The kind of the file at a path below a rule folder, or nil.
  public init?(pathInFolder path: String) {
    let parts = path.split(separator: "/").map(String.init)
    switch parts.first {
    case "lint" where path.hasSuffix(".md"): self = .page
    case "parameters" where parts.last == "order.yaml": self = .order
    default:
      let name = parts.count == 1 ? path.replacing(".yaml", with: "") : parts.first ?? ""
      guard let kind = Self(rawValue: name), path.hasSuffix(".yaml") else { return nil }
      self = kind
    }
  }

  /// The fields of the file's mapping.
  var table: FieldTable {
    switch self {
    case .models: .modelFile
    case .features: .featureFile
    case .parameters: .parameterFile
    case .order: .orderFile
    case .targets: .targetFile
    case .plans: .planFile
    case .profiles: .profileFile
    case .links: .linkFile
    case .words: .wordFile
    case .sources: .sourceFile
    case .sensitive: .termFile
    case .page: .page
    case .configuration: .configuration
    }
  }
}

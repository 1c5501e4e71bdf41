// Blanks that the rules fill: what the prompt's model lacks, and what can't stand together.

import PromptCore
import PromptRules

extension MutationBlanks {
  mutating func ofRules(_ blank: String) -> String? {
    switch blank {
    case "foreign-name": return foreign?.written
    case "foreign-value": return foreign.map { SampleValue.any($0, &chance) ?? "" }
    case "retired": return rules.parameters[name: "uplight"]?.written
    case "lonely": return chosen(lonely).flatMap { written($0) }
    case "left": return chosen(pairs).flatMap { written($0.left) }
    case "right": return chosen(pairs).flatMap { written($0.right, as: $0.value) }
    case "separator":
      let domain = rules.domains(.weights).first { $0.models.contains(model) }
      return domain?.isSupported ?? false ? nil : "::"
    case "other-model": return parameter.spec.name == "niji" ? "v 7" : "niji 6"
    default: return nil
    }
  }

  private var model: ModelSet { ModelSet(index: prompt.model) }

  /// One of some things, the same at each call for the same prompt.
  private func chosen<Item>(_ items: [Item]) -> Item? {
    items.isEmpty ? nil : items[prompt.text.utf8.count % items.count]
  }

  /// Parameters that other models have.
  private var foreign: ParameterSpec? {
    chosen(
      rules.parameters.parameters.filter { spec in
        !spec.isRetired && spec.shape != .version && spec.formerly == nil
          && rules.models.index(id: spec.name) == nil && spec.models.isDisjoint(with: model)
      })
  }

  /// The parameters of the model that the prompt could take.
  private var free: [ParameterSpec] {
    rules.parameters.parameters.filter { spec in
      !spec.isRetired && spec.shape != .version && !prompt.has(spec.name)
        && spec.models.contains(model)
    }
  }

  /// Those of them that need another parameter.
  private var lonely: [ParameterSpec] {
    free.filter { spec in
      spec.requirements.contains { requirement in
        requirement.models.contains(model)
          && requirement.any.allSatisfy {
            rules.parameters[name: $0.name] != nil && !prompt.has($0.name)
          }
      }
    }
  }

  /// Two of them that can't stand together, with the value that the second must have.
  private var pairs: [(left: ParameterSpec, right: ParameterSpec, value: String?)] {
    free.flatMap { left in
      left.conflicts.filter { $0.models.contains(model) }.flatMap(\.with).compactMap { match in
        let right = free.first { $0.name == match.name }
        return right.map { (left, $0, match.value) }
      }
    }
  }

  private mutating func written(_ spec: ParameterSpec, as value: String? = nil) -> String? {
    if spec.shape == .none { return spec.written }
    guard
      let domain = spec.domains.first(where: {
        $0.isSupported && $0.models.contains(model) && $0.with.isEmpty
      }),
      let value = value ?? SampleValue.of(spec, domain, &chance)
    else { return nil }
    return "\(spec.written) \(value.replacing("*", with: "1234"))"
  }
}

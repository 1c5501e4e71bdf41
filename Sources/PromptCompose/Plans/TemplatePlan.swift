// A template whose slots are filled: how many prompts it makes, and each of them.

/// The prompts that a template makes of some values.
///
/// Nothing is made before it is asked for, and any of them can be made without those before it.
public struct TemplatePlan: Sendable {
  /// How many prompts there are; `UInt64.max` for that many and more.
  public let count: UInt64
  /// What is drawn for slots, once for each prompt.
  let bindings: [PlanSequence]
  /// The parts of the prompt, in order.
  let elements: [Element]
  /// For each sequence of the bindings and then the elements how many contents those behind it have.
  let behind: [UInt64]

  /// A part of a prompt.
  enum Element: Sendable {
    /// An image with its weight.
    case image(PlanSequence, weight: PlanSequence?)
    /// A part of the text, with its weight behind `::`; without `::` when the weight is nil.
    case part(PlanSequence, weight: PlanSequence?)
    /// A parameter.
    case parameter(ParameterPlan)

    var sequences: [PlanSequence] {
      switch self {
      case .image(let sequence, let weight), .part(let sequence, let weight):
        [sequence] + (weight.map { [$0] } ?? [])
      case .parameter(let parameter): parameter.items
      }
    }
  }

  /// A parameter with its value.
  struct ParameterPlan: Sendable {
    /// The name that is written, without dashes.
    let name: String
    /// Whether the value may be a link.
    let isLink: Bool
    /// Whether the name may stand alone: `true` is no value then.
    let isFlag: Bool
    /// The items of the value.
    let items: [PlanSequence]
    /// What stands between the items.
    let joint: [UInt8]
  }

  init(bindings: [PlanSequence], elements: [Element]) {
    self.bindings = bindings
    self.elements = elements
    let sequences = bindings + elements.flatMap(\.sequences)
    let whole = sequences.reversed().reduce(into: (count: UInt64(1), behind: [UInt64]())) {
      $0.behind.append($0.count)
      $0.count = .product($0.count, $1.count)
    }
    count = whole.count
    behind = whole.behind.reversed()
  }
}

/// Which of a plan's prompts is meant.
public enum PlanChoice: Hashable, Sendable {
  /// The one of that index, from 0; what stands first in the template changes slowest.
  case index(UInt64)
  /// A random one: the same for the same seed, number of the plan and number of the result, anywhere.
  case random(seed: UInt64, plan: UInt64, result: UInt64)
  /// The one in which everything drawn takes its next item, and begins again behind its last.
  case cyclic(UInt64)
}

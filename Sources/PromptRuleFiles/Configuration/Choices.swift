// What a caller decides about linting, each decision with the place where it was made.

public import PromptCore
public import PromptRules

/// A decision and where it was made.
public struct Choice<Value: Hashable & Sendable>: Hashable, Sendable {
  /// What was decided.
  public let value: Value
  /// Where: `mjprompt.yaml:3`, `--select`.
  public let origin: String

  /// A decision made at a place.
  public init(_ value: Value, _ origin: String) {
    self.value = value
    self.origin = origin
  }
}

/// A severity in place of the usual one.
public struct SeverityChoice: Hashable, Sendable {
  /// The checks that are meant.
  public let selector: String
  /// Their severity.
  public let severity: Severity
}

/// Something that is let pass on purpose.
public struct Allowance: Hashable, Sendable {
  /// What is let pass.
  public enum Subject: Hashable, Sendable {
    /// The checks of a selector.
    case check(String)
    /// A word or a phrase of the sensitive lists, in lower case.
    case text(String)
  }

  /// What is let pass.
  public let subject: Subject
  /// Why.
  public let reason: String
  /// The last day on which it holds; nil for one that stays.
  public let until: Day?

  /// Whether it still holds on a day.
  public func holds(on day: Day) -> Bool { until.map { day <= $0 } ?? true }
}

/// A name for a list of parameters, as the bot keeps them for `--name`.
public struct Preset: Hashable, Sendable {
  /// The name, without dashes.
  public let name: String
  /// What it stands for.
  public let text: String
}

/// One layer of decisions; what it leaves open is nil or empty.
public struct Choices: Hashable, Sendable {
  /// Selectors of the checks to run.
  public var select: Choice<[String]>?
  /// Selectors of the checks to leave out.
  public var ignore: [Choice<String>] = []
  /// Severities in place of the usual ones; the last that fits wins.
  public var severities: [Choice<SeverityChoice>] = []
  /// What is let pass.
  public var allow: [Choice<Allowance>] = []
  /// The author's own parameters.
  public var presets: [Choice<Preset>] = []
  /// The day whose default model is meant.
  public var asOf: Choice<Day>?
  /// The name of the model of prompts that name none.
  public var model: Choice<String>?
  /// The name of the target.
  public var target: Choice<String>?
  /// The name of the plan that pays.
  public var plan: Choice<String>?
  /// The name of the profile that sensitive terms are judged by.
  public var profile: Choice<String>?
  /// The least severity that makes the run fail.
  public var failOn: Choice<Severity>?
  /// What the gate lets pass; of configurations for all files only.
  public var gate = GateChoices()

  /// Nothing decided.
  public init() {}

  /// This layer under another one: what that one decides wins, and lists grow.
  public func under(_ upper: Choices) -> Choices {
    var result = self
    result.select = upper.select ?? select
    result.ignore += upper.ignore
    result.severities += upper.severities
    result.allow += upper.allow
    result.presets.removeAll { old in upper.presets.contains { $0.value.name == old.value.name } }
    result.presets += upper.presets
    result.asOf = upper.asOf ?? asOf
    result.model = upper.model ?? model
    result.target = upper.target ?? target
    result.plan = upper.plan ?? plan
    result.profile = upper.profile ?? profile
    result.failOn = upper.failOn ?? failOn
    result.gate = gate.under(upper.gate)
    return result
  }
}

// Contradictions between the dates and names of models.

internal import PromptRules
internal import YAML

enum ModelReview {
  /// Everything that can't be true of models.
  static func problems(_ entries: RuleEntries) -> [RuleFileError] {
    entries.models.flatMap { dates($0) + state($0) } + sharedValues(entries.models)
      + order(entries.models) + spans(entries.models)
  }

  private typealias Model = Located<ModelVersion>

  private static func dates(_ model: Model) -> [RuleFileError] {
    let (value, id) = (model.value, model.value.id)
    let pairs: [(String, Day?, String, Day?, String)] = [
      ("removed", value.released, "released", value.removed, "retired"),
      ("default", value.released, "released", value.defaultFrom, "the default"),
      ("default", value.defaultFrom, "the default", value.defaultUntil, "no longer the default"),
      ("default", value.defaultFrom, "the default", value.removed, "retired"),
      ("verified", value.released, "released", value.provenance.verified, "last verified"),
    ]
    return pairs.compactMap { key, first, before, second, after in
      guard let first, let second, second < first else { return nil }
      return model.problem(
        .contradiction, at: key,
        "`\(id)` was \(after) on \(second.text), before it was \(before) on \(first.text)",
        remedy: "correct one of the dates")
    }
  }

  private static func state(_ model: Model) -> [RuleFileError] {
    let (state, removed) = (model.value.state, model.value.removed)
    guard let removed, state != .removed else { return [] }
    return [
      model.problem(
        .contradiction, at: "state",
        "`\(model.value.id)` is \(state) and was removed on \(removed.text)",
        remedy: "write `state: removed`, or take the date away")
    ]
  }

  private static func sharedValues(_ models: [Model]) -> [RuleFileError] {
    var doubles = Doubles()
    return models.flatMap { model in
      let values = model.value.value.isEmpty ? [] : [model.value.value]
      return (values + model.value.aliases).compactMap { value in
        let first = doubles.firstPlace(of: "\(model.value.family) \(value)", model)
        return first.map { first in
          model.problem(
            .duplicate, at: "value", "`\(value)` names two models of one family, first at \(first)",
            remedy: "give the value to one of them")
        }
      }
    }
  }

  private static func order(_ models: [Model]) -> [RuleFileError] {
    zip(models, models.dropFirst()).compactMap { older, newer in
      guard older.value.family == newer.value.family, let first = older.value.released,
        let second = newer.value.released, second < first
      else { return nil }
      return newer.problem(
        .contradiction, at: "released",
        "`\(newer.value.id)` stands behind `\(older.value.id)` and is older",
        remedy: "put the models of a family in the order of their release")
    }
  }

  /// A prompt without a model can mean one model a day.
  private static func spans(_ models: [Model]) -> [RuleFileError] {
    let defaults = models.filter { $0.value.defaultFrom != nil }
      .sorted {
        ($0.value.defaultFrom ?? .init(rawValue: 0)) < ($1.value.defaultFrom ?? .init(rawValue: 0))
      }
    return zip(defaults, defaults.dropFirst()).compactMap { older, newer in
      guard let from = newer.value.defaultFrom else { return nil }
      let until = older.value.defaultUntil
      if let until, until < from { return nil }
      return older.problem(
        .contradiction, at: "default",
        "`\(older.value.id)` is the default until \(until?.text ?? "today"), and `\(newer.value.id)` from \(from.text)",
        remedy: "end the older span on the day before")
    }
  }
}

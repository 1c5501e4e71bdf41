// All models: which there are, which is the default on a day, which one a person means.

/// A set of models, by their index in the catalogue; at most 64.
public struct ModelSet: OptionSet, Hashable, Sendable {
  /// One bit for each model.
  public let rawValue: UInt64

  /// The set of these bits.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The set of one model.
  public init(index: Int) { rawValue = 1 << UInt64(index) }

  /// Every model.
  public static let all = ModelSet(rawValue: .max)
}

/// All models, oldest first in each family.
public struct ModelCatalog: Hashable, Sendable {
  /// The models in the order of the rule file.
  public let models: [ModelVersion]
  /// The index of the model that a bare `--niji` means.
  public let nijiDefault: Int

  /// A catalogue of these models.
  public init(_ models: [ModelVersion], nijiDefault: Int) {
    self.models = models
    self.nijiDefault = nijiDefault
  }

  /// The index of the model with that id, or nil.
  public func index(id: some StringProtocol) -> Int? {
    let id = String(id)
    return models.indices.first { models[$0].id == id }
  }

  /// The index of the model that `value` names in `family`, or nil.
  public func index(_ family: ModelVersion.Family, value: some StringProtocol) -> Int? {
    let value = String(value)
    return models.indices.first { index in
      models[index].family == family
        && (models[index].value == value || models[index].aliases.contains(value))
    }
  }

  /// The index of the model that a prompt without one meant on `day`; the newest default when the
  /// day is before them all.
  public func defaultIndex(on day: Day) -> Int {
    var latest: (index: Int, from: Day)?
    for index in models.indices {
      guard let from = models[index].defaultFrom, from <= day else { continue }
      if latest.map({ from >= $0.from }) ?? true { latest = (index, from) }
    }
    return latest?.index ?? models.indices.last { models[$0].defaultFrom != nil } ?? 0
  }

  /// How often the default moved from one model to another in the year up to `day`.
  public func defaultMoves(inYearBefore day: Day) -> Int {
    let yearBefore = Day(rawValue: day.rawValue - 10_000)
    return models.count { model in
      model.defaultFrom.map { yearBefore < $0 && $0 <= day } ?? false
    }
  }

  /// The newest model of a family.
  public func newest(_ family: ModelVersion.Family) -> ModelVersion? {
    models.last { $0.family == family && $0.state != .removed }
  }

  /// The ids of a set, as spans: `v5..v6.1, niji6`.
  public func spelled(_ set: ModelSet) -> String {
    var spans: [(first: Int, last: Int)] = []
    for index in models.indices where set.contains(ModelSet(index: index)) {
      if let last = spans.last, last.last == index - 1,
        models[last.last].family == models[index].family
      {
        spans[spans.count - 1].last = index
      } else {
        spans.append((index, index))
      }
    }
    return spans.map { span in
      span.first == span.last
        ? models[span.first].id : "\(models[span.first].id) to \(models[span.last].id)"
    }.joined(separator: ", ")
  }
}

extension ModelCatalog {
  /// The index of the model that a person means by `v8.2`, `8.2`, `niji7` or `niji 7`, or nil.
  public func index(named text: String) -> Int? {
    let word = text.lowercased().filter { $0 != " " && $0 != "-" }
    return index(id: word) ?? index(.v, value: word)
      ?? (word == "niji" ? nijiDefault : nil)
      ?? (word.hasPrefix("niji") ? index(.niji, value: word.dropFirst(4)) : nil)
      ?? (word.hasPrefix("v") ? index(.v, value: word.dropFirst()) : nil)
  }
}

// Mappings against their tables: unknown, missing and malformed fields.

internal import PromptCore
internal import PromptRules
internal import YAML

extension FieldReader {
  /// What the table says is wrong here, without what stands in inner mappings.
  ///
  /// - Parameter models: the models that spans may name, or nil when they aren't known yet.
  func problems(by table: FieldTable, models: ModelCatalog?) -> [RuleFileError] {
    unknownFields(table) + missingFields(table)
      + table.fields.compactMap { malformation(of: $0, models) }
  }

  private func unknownFields(_ table: FieldTable) -> [RuleFileError] {
    let names = table.names
    return (node.mapping ?? []).filter { !names.contains($0.key) }.map { entry in
      RuleFileError(
        path: path, mark: entry.keyMark,
        message: "unknown field `\(entry.key)`" + Suggestion.hint(for: entry.key, in: names)
          + " (known: \(names.joined(separator: ", ")))", kind: .unknownField)
    }
  }

  private func missingFields(_ table: FieldTable) -> [RuleFileError] {
    let missing = table.fields.filter { $0.isRequired && value($0.name) == nil }
    let problems = missing.map { field in
      RuleFileError(
        path: path, mark: node.mark,
        message: "the field `\(field.name)` (\(field.kind.words)) is missing", kind: .missing)
    }
    let given = table.alternatives.filter { value($0) != nil }
    if table.alternatives.isEmpty || given.count == 1 { return problems }
    let words = table.alternatives.map { "`\($0)`" }.joined(separator: ", ")
    return problems + [
      error(given.last ?? "", "exactly one of \(words) must be here, not \(given.count)")
    ]
  }

  private func malformation(of field: Field, _ models: ModelCatalog?) -> RuleFileError? {
    do throws(RuleFileError) {
      if value(field.name) != nil { try check(field, models) }
      return nil
    } catch {
      return error
    }
  }

  /// Reads a field as its kind demands.
  private func check(_ field: Field, _ models: ModelCatalog?) throws(RuleFileError) {
    let key = field.name
    switch field.kind {
    case .text: _ = try optionalString(key)
    case .texts(let least): _ = try strings(key, least: least)
    case .textOrTexts: _ = try textOrTexts(key)
    case .integer(let least, let most): _ = try integer(key, from: least, to: most)
    case .boolean: _ = try bool(key, default: false)
    case .day: _ = try day(key)
    case .choice(let words): _ = try choice(key, words.map { ($0, $0) })
    case .choices(let words): _ = try choices(key, words)
    case .span: _ = try span(key)
    case .ratio: _ = try ratio(key)
    case .cost: _ = try cost(key)
    case .weight: _ = try weight(key)
    case .language: _ = try language(key)
    case .models: _ = try models?.selection(self, key) ?? ModelSet(); _ = try strings(key, least: 1)
    case .entry: break
    case .entries: _ = try nodes(key)
    case .pairs(let words):
      for (reader, key) in try entries(key) { _ = try reader.choice(key, words.map { ($0, $0) }) }
    case .textPairs: for (reader, key) in try entries(key) { _ = try reader.string(key) }
    }
  }

  /// The keys of a mapping with free keys, with the reader of their values.
  private func entries(_ key: String) throws(RuleFileError) -> [(FieldReader, String)] {
    guard let reader = try pairs(key) else { return [] }
    return (reader.node.mapping ?? []).map { (reader, $0.key) }
  }
}

/// Finds every problem of a file's form, not only the first.
struct FieldCheck {
  let path: String
  let models: ModelCatalog?

  /// The problems of a mapping and of all mappings within.
  func problems(_ node: Node, _ table: FieldTable) -> [RuleFileError] {
    let reader: FieldReader
    do { reader = try FieldReader(anyOf: node, path: path, example: table.names[0]) } catch {
      return [error]
    }
    return reader.problems(by: table, models: models)
      + table.fields.flatMap { inner($0, reader) }
  }

  private func inner(_ field: Field, _ reader: FieldReader) -> [RuleFileError] {
    guard let value = reader.value(field.name) else { return [] }
    switch field.kind {
    case .entry(let table): return problems(value, table)
    case .entries(let table): return (value.sequence ?? []).flatMap { problems($0, table) }
    default: return []
    }
  }
}

// MJ202: a parameter without the value it needs.

internal import PromptCore
internal import PromptRules

/// `--ar` alone: what takes a value must have one.
struct MissingValue: Rule {
  let metadata = RuleMetadata(
    code: "MJ202", name: "missing-value", severity: .error, fix: .unsafe)
  let interest = RuleInterest(.valueless)

  func check(_ context: borrowing LintContext, into sink: inout DiagnosticSink) {
    for (parameter, spec) in context.knownParameters
    where parameter.value == nil && [.one, .many, .rest].contains(spec.arity) {
      sink.report(
        metadata, at: parameter.range, "\(context.name(parameter)) needs a value",
        help: "write \(Self.example(spec)), or take the parameter out",
        fixes: [FixIt("take it out", .unsafe, [context.removal(of: parameter)])])
    }
  }

  static func example(_ spec: ParameterSpec) -> String {
    let value =
      switch spec.shape {
      case .none, .enumeration: spec.domains.last { !$0.values.isEmpty }?.values.first ?? "value"
      case .integer, .decimal: spec.domains.last?.defaultValue ?? "100"
      case .ratio: "16:9"
      case .version: "number"
      case .references: "https://example.com/style.png"
      case .codes: "code"
      case .url, .urls: "https://example.com/image.png"
      case .text: "what to leave out"
      }
    return "`--\(spec.written) \(value)`"
  }
}

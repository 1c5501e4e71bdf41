// Problems of rule files → the reason why a command stops.

public import PromptRuleFiles

extension CommandFailure {
  /// How many problems are shown; `rules validate` shows all.
  private static let maximumCount = 20

  /// A mistake of usage: what is wrong with rule files, a line for each problem.
  public init(_ error: RuleFileError) {
    let problems = [error] + error.others
    var lines = problems.prefix(Self.maximumCount).map(Self.line)
    let rest = problems.count - lines.count
    if rest > 0 { lines.append("\(rest) more; `mjprompt rules validate` shows all of a list") }
    self.init(lines[0], .usage, others: Array(lines.dropFirst()))
  }

  private static func line(_ problem: RuleFileError) -> String {
    let text = problem.description
    return text + (problem.remedy.map { (text.hasSuffix("?") ? " " : "; ") + $0 } ?? "")
  }
}

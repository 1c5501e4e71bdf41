// Counts what the linter makes of broken prompts, kind by kind.

import PromptCore
import PromptFormat
import PromptLint
import PromptRuleFiles
import PromptTestSupport

/// The counts, and the prompts that were missed.
struct MutationTally {
  /// The counts of one kind.
  struct Row {
    let mutation: Mutation
    var count = 0
    var named = 0
    var restored = 0
    var mendable: Int { mutation.isRestored ? count : 0 }
  }

  private(set) var rows: [Row] = []
  private(set) var missed: [String] = []
  private let judge: PromptJudge
  private let normalizer: Normalizer

  init(_ judge: PromptJudge) {
    self.judge = judge
    normalizer = Normalizer(rules: judge.linter.rules)
  }

  mutating func add(_ mutation: Mutation, _ clean: CleanPrompt, _ broken: BrokenPrompt) {
    let found = judge.diagnostics(broken.source)
    let isNamed = found.contains { $0.rule.code == mutation.code && $0.range == broken.range }
    let isRestored = !mutation.isRestored || restores(broken, clean)
    let index = rows.firstIndex { $0.mutation.kind == mutation.kind } ?? rows.count
    if index == rows.count { rows.append(Row(mutation: mutation)) }
    rows[index].count += 1
    rows[index].named += isNamed ? 1 : 0
    rows[index].restored += isRestored && mutation.isRestored ? 1 : 0
    guard !isNamed || !isRestored else { return }
    let reported = found.map { ExpectedDiagnostic($0).description }.joined(separator: ", ")
    missed.append(
      "\(mutation.kind): \(shown(broken.source)) wants \(mutation.code) at "
        + "\(broken.range.start)..\(broken.range.end), has [\(reported)]; "
        + shown(judge.fixed(broken.source, accepting: .safe).source))
  }

  /// Whether the safe fixes bring the clean prompt back.
  private func restores(_ broken: BrokenPrompt, _ clean: CleanPrompt) -> Bool {
    let mended = canonical(judge.fixed(broken.source, accepting: .safe).source)
    return mended != nil && mended == canonical(SourceText(clean.written))
  }

  private func canonical(_ source: SourceText) -> NormalizedPrompt? {
    normalizer.normalize(judge.linter.parse(source), of: source)
  }

  func share(_ part: KeyPath<Row, Int>, of whole: KeyPath<Row, Int>) -> Double {
    let sums = rows.reduce(into: (0, 0)) { sums, row in
      sums = (sums.0 + row[keyPath: part], sums.1 + row[keyPath: whole])
    }
    return sums.1 == 0 ? 0 : Double(sums.0) / Double(sums.1)
  }

  /// The table, and below it the prompts that were missed.
  var report: String {
    let width = rows.map(\.mutation.kind.count).max() ?? 0
    func line(_ kind: String, _ code: String, _ cells: [String]) -> String {
      let columns = cells.map { String(repeating: " ", count: max(0, 10 - $0.count)) + $0 }
      return kind.padding(to: width) + "  " + code.padding(to: 5) + columns.joined()
    }
    func cells(_ count: Int, _ named: Int, _ restored: Int, _ isRestored: Bool) -> [String] {
      ["\(count)", "\(named)", isRestored ? "\(restored)" : "–"]
    }
    let lines = rows.map { row in
      line(
        row.mutation.kind, row.mutation.code,
        cells(row.count, row.named, row.restored, row.mutation.isRestored))
    }
    let sums = ["\(sum(\.count))", "\(sum(\.named))", "\(sum(\.restored))/\(sum(\.mendable))"]
    let table =
      [line("kind", "code", ["number", "named", "restored"])] + lines + [line("all", "", sums)]
    return (table + missed.map { "missed: \($0)" }).joined(separator: "\n") + "\n"
  }

  private func sum(_ part: KeyPath<Row, Int>) -> Int { rows.reduce(0) { $0 + $1[keyPath: part] } }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

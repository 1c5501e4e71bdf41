// Composed prompts: judged, written, or reported and held back.

import PromptCommand
import PromptCompose
import PromptCore
import PromptFiles
import PromptLint
import PromptRules
import PromptScan

/// Writes the prompts of plans.
struct ComposeOutput: ~Copyable {
  /// The most prompts that are reported one by one.
  private static let maximumReports = 20

  private(set) var status = ExitStatus.clean
  private let settings: ComposeSettings
  private let seed: UInt64
  private let messages = Messages(program: "mjprompt")
  private var output = OutputWriter.standardOutput()
  private var writer = PlanWriter()
  private var scratch = ScanScratch()
  /// How many prompts were made, and how many of them are held back.
  private var made: UInt64 = 0
  private var held: UInt64 = 0

  init(_ settings: ComposeSettings, seed: UInt64) {
    (self.settings, self.seed) = (settings, seed)
  }

  /// Begins another template, whose rules may know other parameters.
  mutating func begin() { writer = PlanWriter() }

  /// Whether no more prompts are wanted.
  var isFull: Bool { made >= settings.limit ?? .max }

  /// Makes the prompts of a plan.
  mutating func write(_ plan: SourcePlan, _ source: TemplateSource) throws(FileError) {
    let count = plan.plan.count(settings.mode)
    var index: UInt64 = 0
    while index < count, !isFull {
      writer.write(plan.plan, choice(plan, index))
      made += 1
      try judge(plan, index, source)
      index += 1
    }
  }

  /// Writes what is left and says how many prompts were held back.
  mutating func finish() throws(FileError) {
    try output.flush()
    if held > Self.maximumReports {
      messages.say("\(held - UInt64(Self.maximumReports)) more prompts like these")
    }
    if held > 0, !settings.keepsErrors {
      messages.say("\(held) of \(made) prompts \(held == 1 ? "is" : "are") not printed")
    }
  }

  private func choice(_ plan: SourcePlan, _ index: UInt64) -> PlanChoice {
    switch settings.mode {
    case .all: .index(index)
    case .random: .random(seed: seed, plan: plan.number, result: index)
    case .cyclic: .cyclic(index)
    }
  }

  // MARK: Judging

  private mutating func judge(
    _ plan: SourcePlan, _ index: UInt64, _ template: TemplateSource
  ) throws(FileError) {
    let misreading = writer.misreading(by: template.linter.rules.parameters.vocabulary)
    if !settings.isLinting, misreading == nil, settings.form == .lines {
      return try output.write(line: writer.bytes)
    }
    let source = SourceText(writer.bytes)
    let found = settings.isLinting ? template.linter.lint(source, scratch: &scratch) : []
    let isHeld = misreading != nil || found.contains { $0.severity >= settings.threshold }
    if isHeld {
      status.raise(to: .findings)
      held += 1
      if held <= Self.maximumReports { report(plan, template, source, misreading, found) }
      if !settings.keepsErrors { return }
    }
    switch settings.form {
    case .lines: try output.write(line: source.bytes)
    case .jsonl: try output.write(record(plan, index, template, source, misreading, found))
    }
  }

  private func report(
    _ plan: SourcePlan, _ template: TemplateSource, _ source: SourceText,
    _ misreading: Misreading?, _ found: [Diagnostic]
  ) {
    let row = plan.row.map { "row \($0)" }
    let place = [row, plan.variant.map { "variant \($0)" }].compactMap(\.self)
    let name = template.template.path + (place.isEmpty ? "" : " (\(place.joined(separator: ", ")))")
    if let misreading {
      let text = source.string(in: misreading.range)
      messages.say("\(name): error: \(misreading.message): `\(text)`")
    }
    for finding in found where finding.severity >= settings.threshold {
      let rule = "\(finding.rule.code) \(finding.rule.name)"
      messages.say("\(name): \(finding.severity.name) \(rule): \(finding.message)")
    }
    messages.say("  in `\(source.string(in: source.range))`")
  }

  private func record(
    _ plan: SourcePlan, _ index: UInt64, _ template: TemplateSource, _ source: SourceText,
    _ misreading: Misreading?, _ found: [Diagnostic]
  ) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("template")
    json.value(template.template.path)
    if let variant = plan.variant {
      json.key("variant")
      json.value(variant)
    }
    if let row = plan.row {
      json.key("row")
      json.value(row)
    }
    json.key("index")
    json.value(index)
    json.key("prompt")
    json.value(source.string(in: source.range))
    json.key("findings")
    json.beginArray()
    for finding in found { Self.write(finding, to: &json) }
    json.endArray()
    if let misreading {
      json.key("misread")
      json.value(source.string(in: misreading.range))
    }
    json.endObject()
    json.newline()
    return json.takeBytes()
  }

  private static func write(_ finding: Diagnostic, to json: inout JSONWriter) {
    json.beginObject()
    let members = [
      ("code", finding.rule.code), ("name", finding.rule.name),
      ("severity", finding.severity.name), ("message", finding.message),
    ]
    for (key, text) in members {
      json.key(key)
      json.value(text)
    }
    json.key("range")
    json.beginObject()
    json.key("start")
    json.value(finding.range.start)
    json.key("end")
    json.value(finding.range.end)
    json.endObject()
    json.endObject()
  }
}

// Files and diagnostics for the tests, made from marks in the text.

import PromptCore
import PromptFiles
import PromptReport

let outOfRange = RuleMetadata(
  code: "MJ203", name: "value-out-of-range", severity: .error, fix: .unsafe)
let hiddenCharacter = RuleMetadata(
  code: "MJ601", name: "hidden-character", severity: .warning, fix: .safe)

/// A file of these bytes and, for each record, the diagnostics that `find` makes of it.
func sample(
  _ text: String, path: String = "prompts.prompt",
  find: (PromptRecord) -> [Diagnostic] = { _ in [] }
) -> ReportedFile {
  let file = PromptFile(path: path, bytes: Array(text.utf8))
  return ReportedFile(file, file.records.map(find))
}

extension PromptRecord {
  /// The range of the first `needle` in the prompt; the prompt's end when there is none.
  func range(of needle: String) -> ByteRange {
    let needle = Array(needle.utf8)
    let bytes = Array(bytes)
    let starts = 0...max(0, bytes.count - needle.count)
    let found = starts.first { bytes[$0...].starts(with: needle) } ?? bytes.count
    return ByteRange(found, min(found + needle.count, bytes.count)).shifted(by: range.start)
  }
}

extension Reporter {
  /// Everything written for some files.
  func text(_ files: ReportedFile...) -> String {
    var reporter = self
    var output: [UInt8] = []
    reporter.begin(&output)
    for file in files { reporter.report(file, to: &output) }
    reporter.end(&output)
    return String(decoding: output, as: UTF8.self)
  }
}

/// The example of the design: a value above its range, with help and a fix.
func clampSample(_ text: String = "# note\n\na cat --s 5000 --v 7\n") -> ReportedFile {
  sample(text) { record in
    let range = record.range(of: "5000")
    return [
      Diagnostic(
        outOfRange, at: range,
        "`--s 5000` is above 1000, the highest value v7 takes",
        help: "use a number from 0 to 1000",
        fixes: [FixIt("write `--s 1000`", .unsafe, [TextEdit(range, "1000")])])
    ]
  }
}

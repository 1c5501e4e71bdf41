// What a run of `mjprompt gate` is asked to do, as values.

import PromptBatch
import PromptCommand
import PromptFiles

/// What a run of `mjprompt gate` is asked to do.
struct GateSettings {
  /// The input, or `-`.
  let path: String
  /// The name of standard input, or nil.
  var stdinFilename: String?
  var judgement = JudgementSettings()
  var batch = BatchSettings(.lines)
  /// The file that is written, or nil for standard output.
  var output: String?
  /// Whether an earlier run is gone on with.
  var isResuming = false
  /// Whether denials count for nothing.
  var isAlwaysClean = false
  var isQuiet = false

  /// The path whose folder decides on the configuration, or nil for the current folder.
  var configurationPath: String? { path == "-" ? stdinFilename : path }
}

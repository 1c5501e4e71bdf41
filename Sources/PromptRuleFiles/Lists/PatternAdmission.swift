// Patterns are tried before they count.

package import PromptRules
internal import PromptScan

/// The trial that every pattern of a list stands, by the engine of this program.
package enum PatternAdmission {
  /// The version of the engine.
  package static var engine: String { TermScanner.engineVersion }

  /// Tries the patterns of a list.
  ///
  /// - Throws: `RuleFileError` that names the first pattern which can't be used.
  package static func admit(
    _ list: TermList, from path: String, remedy: String
  ) throws(RuleFileError) {
    do {
      _ = try TermScanner(TermList(terms: list.terms.filter { $0.kind == .pattern }))
    } catch {
      throw RuleFileError(path: path, mark: nil, message: error.description, remedy: remedy)
    }
  }
}

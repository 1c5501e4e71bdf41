// Patterns are tried before they count.

package import PromptRules
internal import PromptScan

/// The trial that every pattern of a list stands, by the engine of this program.
package enum ListAdmission {
  /// The version of the engine.
  package static var engine: String { TermScanner.engineVersion }

  /// Tries the patterns of a list.
  ///
  /// - Throws: `RuleFileError` that names the first pattern which can't be used.
  package static func admit(
    _ list: TermList, from path: String, remedy: String
  ) throws(RuleFileError) {
    for term in list.terms where term.kind == .pattern {
      guard let refusal = PatternAdmission(term).refusals.first else { continue }
      throw RuleFileError(
        path: path, mark: nil, message: refusal.message(of: term.name),
        remedy: remedy)
    }
  }
}

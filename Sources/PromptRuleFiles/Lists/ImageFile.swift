// Compiled rules and lists as files.

internal import PromptFiles
public import PromptRules

/// An image that `mjprompt rules compile` wrote.
///
/// Its patterns were admitted by the engine that it names; those of an image that names another one
/// are admitted anew.
public struct ImageFile: Sendable {
  private let path: String
  private let image: RuleImage

  /// The image at a path.
  ///
  /// - Throws: `RuleFileError` when it can't be read.
  public init(_ path: String) throws(RuleFileError) {
    self.init(bytes: try YAMLFile.bytes(path), path: path)
  }

  init(bytes: [UInt8], path: String) {
    self.path = path
    image = RuleImage(bytes: bytes)
  }

  /// The rules of an image that is whole.
  ///
  /// - Throws: `RuleFileError` when it is damaged, of another version, or holds terms alone.
  public func rules() throws(RuleFileError) -> RuleSet {
    if image.holdsTermsAlone {
      throw error("the image holds terms alone", "give it to --terms")
    }
    let rules: RuleSet
    do { rules = try RuleSet(image) } catch { throw refusal(error) }
    try admit(rules.terms)
    return rules
  }

  /// The terms of an image that holds terms alone.
  ///
  /// - Throws: `RuleFileError` when it is damaged, of another version, or holds rules.
  func terms() throws(RuleFileError) -> TermList {
    let list: TermList
    do { list = try TermList(image) } catch { throw refusal(error) }
    guard image.holdsTermsAlone else {
      throw error("the image holds whole rules", "give it to --rules")
    }
    try admit(list)
    return list
  }

  private func admit(_ list: TermList) throws(RuleFileError) {
    if image.patternEngine == ListAdmission.engine { return }
    try ListAdmission.admit(list, from: path, remedy: Self.remedy)
  }

  private func refusal(_ cause: RuleImageError) -> RuleFileError {
    error("can't be used: \(cause)", Self.remedy)
  }

  private func error(_ message: String, _ remedy: String) -> RuleFileError {
    RuleFileError(path: path, mark: nil, message: message, remedy: remedy)
  }

  private static let remedy = "make it anew with `mjprompt rules compile`"
}

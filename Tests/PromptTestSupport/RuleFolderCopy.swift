// A copy of rules/ that a test may spoil.

internal import Foundation

/// A copy of the repository's rules; it goes away with the test.
public final class RuleFolderCopy: Sendable {
  private let folder: TemporaryFolder
  /// The path of the copy.
  public let path: String

  /// Copies the folder.
  public init() throws {
    folder = try TemporaryFolder()
    path = "\(folder.path)/rules"
    try FileManager.default.copyItem(atPath: Repository.file("rules"), toPath: path)
  }

  /// Copies the folder with these files of `sensitive/` alone, for what doesn't hang on all terms.
  public convenience init(lists: Set<String>) throws {
    try self.init()
    let sensitive = "\(path)/sensitive"
    for name in try FileManager.default.subpathsOfDirectory(atPath: sensitive)
    where name.hasSuffix(".yaml") && !lists.contains(name) {
      try FileManager.default.removeItem(atPath: "\(sensitive)/\(name)")
    }
  }

  /// Puts `new` in the place of the first `old` of a file, which must hold it.
  public func replace(_ old: String, in name: String, with new: String) throws {
    let text = folder.text(of: "rules/\(name)")
    guard text.contains(old) else { throw MissingText(text: old, file: name) }
    try write(text.replacing(old, with: new, maxReplacements: 1), to: name)
  }

  /// Writes a file.
  public func write(_ text: String, to name: String) throws {
    try folder.write(text, to: "rules/\(name)")
  }

  private struct MissingText: Error {
    let text: String
    let file: String
  }
}

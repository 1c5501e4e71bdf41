// Where the source file of each check lies.

import PromptFiles
import PromptTestSupport

enum SourceFolders {
  /// The group of each type below Sources/PromptLint/Rules, in lower case.
  static func groups() throws -> [String: String] {
    let folder = Repository.file("Sources/PromptLint/Rules")
    var groups: [String: String] = [:]
    for group in try FileSystem.list(folder).compactMap(\.name) {
      for file in try FileSystem.list("\(folder)/\(group)").compactMap(\.name) {
        groups[String(file.dropLast(".swift".count))] = group.lowercased()
      }
    }
    return groups
  }

  /// The type that a check of this name has: `value-out-of-range` is `ValueOutOfRange`.
  static func typeName(_ name: String) -> String {
    name == "invalid-utf8" ? "InvalidUTF8" : name.split(separator: "-").map(\.capitalized).joined()
  }
}

extension Substring {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}

// Paths as text.

/// Small questions about paths.
enum FolderPath {
  /// The folder of an absolute path, with `.` and `..` worked out by their letters.
  static func parent(of path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return "/" + parts.dropLast().joined(separator: "/")
  }
}

// From the paths on a command line to the files that are meant.

/// The files that path arguments stand for, and what could not be found.
///
/// A file is taken whatever its name; `-` is standard input. A folder is walked: names that begin
/// with `.` and links to folders are left out, and only `.prompt` and `.mjp` files are taken.
public struct InputDiscovery: Sendable {
  /// The extensions taken from folders.
  public static let extensions = [".prompt", ".mjp"]

  /// Paths to read, each once: arguments in their order, a folder's files in the order of bytes.
  public private(set) var paths: [String] = []
  /// What is missing or can't be read; everything else was still found.
  public private(set) var errors: [FileError] = []

  private var known: Set<String> = []

  /// Finds the files that `arguments` stand for.
  ///
  /// - Complexity: O(n log n) in the names of the folders walked.
  public init(_ arguments: [String]) {
    for argument in arguments { add(argument) }
  }

  private mutating func add(_ argument: String) {
    guard argument != "-" else { return take(argument) }
    do throws(FileError) {
      switch try FileSystem.kind(of: argument) {
      case .file, .other: take(argument)
      case .folder: walk(argument)
      case .missing:
        let reason = "no such file or folder"
        throw FileError(path: argument, operation: .read, reason: reason, kind: .missing)
      }
    } catch {
      errors.append(error)
    }
  }

  private mutating func take(_ path: String) {
    if known.insert(path).inserted { paths.append(path) }
  }

  /// Walks a folder with a stack of its own, so that depth costs no recursion.
  private mutating func walk(_ root: String) {
    var waiting = [(path: root, kind: FileSystem.PathKind.folder)]
    while let (path, kind) = waiting.popLast() {
      if kind == .file {
        take(path)
        continue
      }
      do throws(FileError) {
        waiting += try children(of: path).reversed()
      } catch {
        errors.append(error)
      }
    }
  }

  /// The folders and prompt files in a folder, in order.
  private mutating func children(
    of folder: String
  ) throws(FileError) -> [(path: String, kind: FileSystem.PathKind)] {
    var children: [(path: String, kind: FileSystem.PathKind)] = []
    for entry in try FileSystem.list(folder) where Self.isWanted(entry) {
      let shown = String(decoding: entry.bytes, as: UTF8.self)
      let path = Self.join(folder, shown)
      if entry.name != nil {
        children.append((path, entry.kind))
      } else {
        let reason = "its name is not valid UTF-8"
        errors.append(FileError(path: path, operation: .read, reason: reason, kind: .other))
      }
    }
    return children
  }

  private static func isWanted(_ entry: FileSystem.FolderEntry) -> Bool {
    guard entry.bytes.first != UInt8(ascii: ".") else { return false }
    switch entry.kind {
    case .folder: return true
    case .file:
      return extensions.contains { entry.bytes.suffix($0.utf8.count) == Array($0.utf8)[...] }
    case .other, .missing: return false
    }
  }

  private static func join(_ folder: String, _ name: String) -> String {
    if folder == "." || folder == "./" { return name }
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}

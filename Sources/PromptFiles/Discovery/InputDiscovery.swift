// From the paths on a command line to the files that are meant.

/// The files that path arguments stand for, and what could not be found.
///
/// A file is taken whatever its name and whatever ignores it; `-` is standard input. A folder is
/// walked as the filter says; names that begin with `.` and links to folders are always left out.
public struct InputDiscovery: Sendable {
  /// Paths to read, each once: arguments in their order, a folder's files in the order of bytes.
  public private(set) var paths: [String] = []
  /// What is missing or can't be read; everything else was still found.
  public private(set) var errors: [FileError] = []

  private let filter: FolderFilter
  private var known: Set<String> = []

  /// Finds the files that `arguments` stand for.
  ///
  /// - Complexity: O(n log n) in the names of the folders walked, times the patterns.
  public init(_ arguments: [String], filter: FolderFilter = FolderFilter()) {
    self.filter = filter
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

  private mutating func walk(_ folder: String) {
    let walk = FolderWalk(folder, filter)
    walk.paths.forEach { take($0) }
    errors += walk.errors
  }

  private mutating func take(_ path: String) {
    if known.insert(path).inserted { paths.append(path) }
  }
}

/// What is taken from folders.
public struct FolderFilter: Sendable {
  /// The files that are taken; at first those named `*.prompt` and `*.mjp`.
  public var include = (try? GlobList(["*.prompt", "*.mjp"])) ?? GlobList()
  /// The files and folders that are left out.
  public var exclude = GlobList()
  /// The folder that `include` and `exclude` belong to; nil, or one that does not hold the folder
  /// walked, for the folder walked.
  public var base: String?
  /// Whether `.ignore` files and, in a git work tree, `.gitignore` files and `.git/info/exclude`
  /// leave files and folders out.
  public var respectsIgnoreFiles = true

  /// The usual filter.
  public init() {}
}

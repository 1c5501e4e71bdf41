// What ignore files leave out of a walk.

import PromptCore

/// The ignore files that hold in a folder: its own and those of the folders above.
///
/// `.ignore` counts everywhere and before git's. `.gitignore` counts in a git work tree, from its top
/// down, before `.git/info/exclude`; another work tree inside begins anew. Of the files of one kind
/// the innermost that has something to say decides, in a file its last pattern that matches.
struct IgnoreRules {
  private var plain: [IgnoreFile] = []
  private var git: [IgnoreFile] = []
  private var isInWorkTree = false

  /// No rules.
  init() {}

  /// The rules of the folders above an absolute path.
  init(above path: [UInt8], _ errors: inout [FileError]) {
    for slash in path.indices where path[slash] == UInt8(ascii: "/") && slash + 1 < path.count {
      enter(String(decoding: path[...slash], as: UTF8.self), slash + 1, &errors)
    }
  }

  /// Adds the rules of a folder.
  ///
  /// - Parameter count: How many bytes of absolute paths stand before what its patterns see.
  mutating func enter(_ folder: String, _ count: Int, _ errors: inout [FileError]) {
    let path = { FolderWalk.join(folder, $0) }
    let mark = path(".git")
    if let kind = try? FileSystem.kind(of: mark), kind == .folder || kind == .file {
      isInWorkTree = true
      git = []
      git += Self.file(GitFolder.excludeFile(mark, kind, of: folder), count, &errors)
    }
    if isInWorkTree { git += Self.file(path(".gitignore"), count, &errors) }
    plain += Self.file(path(".ignore"), count, &errors)
  }

  /// The ignore file at a path, if there is one.
  private static func file(
    _ path: String, _ count: Int, _ errors: inout [FileError]
  ) -> [IgnoreFile] {
    guard (try? FileSystem.kind(of: path)) == .file else { return [] }
    do throws(FileError) {
      return [IgnoreFile(try FileSystem.read(path), count)]
    } catch {
      errors.append(error)
      return []
    }
  }

  /// Whether a file or a folder at an absolute path is left out.
  func ignores(_ path: [UInt8], isFolder: Bool) -> Bool {
    for files in [plain, git] {
      for file in files.reversed() {
        let verdict = file.globs.verdict(on: path[file.baseCount...], isFolder: isFolder)
        if let verdict { return verdict }
      }
    }
    return false
  }
}

/// One ignore file.
private struct IgnoreFile {
  let globs: GlobList
  /// How many bytes of absolute paths stand before what the patterns see.
  let baseCount: Int

  /// Reads one pattern a line; `#` begins a comment, and what can't be a pattern means nothing.
  init(_ bytes: [UInt8], _ baseCount: Int) {
    self.baseCount = baseCount
    let lines = FileLines(bytes).lazy.map { bytes[$0.range.indices] }
    let patterns = lines.filter { $0.first != UInt8(ascii: "#") }.map(Self.trimmed)
    globs = GlobList(patterns.compactMap { try? Glob($0) })
  }

  /// Without the spaces at the end that no `\` stands before.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = line.startIndex
    var position = line.startIndex
    while position < line.endIndex {
      let isEscape = line[position] == UInt8(ascii: "\\")
      let next = min(position + (isEscape ? 2 : 1), line.endIndex)
      if isEscape || line[position] != UInt8(ascii: " ") { end = next }
      position = next
    }
    return line[..<end]
  }
}

/// Where git keeps what belongs to a work tree.
private enum GitFolder {
  /// The path of `info/exclude`, where it would be.
  ///
  /// - Parameter mark: The path `.git` of the folder; a file there names the real place.
  static func excludeFile(_ mark: String, _ kind: FileSystem.PathKind, of folder: String) -> String
  {
    var place = mark
    if kind == .file, let line = firstLine(mark), line.hasPrefix("gitdir: ") {
      place = path(String(line.dropFirst("gitdir: ".count)), from: folder)
    }
    if let shared = firstLine(FolderWalk.join(place, "commondir")) {
      place = path(shared, from: place)
    }
    return FolderWalk.join(place, "info/exclude")
  }

  private static func path(_ path: String, from folder: String) -> String {
    path.hasPrefix("/") ? path : FolderWalk.join(folder, path)
  }

  private static func firstLine(_ path: String) -> String? {
    guard (try? FileSystem.kind(of: path)) == .file,
      let bytes = try? FileSystem.read(path, limit: 1 << 16),
      let line = FileLines(bytes).first(where: { _ in true })
    else { return nil }
    return String(validating: bytes[line.range.indices], as: UTF8.self)
  }
}

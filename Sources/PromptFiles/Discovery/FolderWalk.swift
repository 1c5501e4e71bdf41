// A walk through a folder and what is below it.

/// The files of a folder that a filter takes.
///
/// The walk has a stack of its own, so depth costs no recursion. It follows no links to folders, so
/// it comes to an end.
struct FolderWalk {
  /// The files, folder by folder in the order of bytes.
  private(set) var paths: [String] = []
  /// The folders, names and ignore files that can't be read.
  private(set) var errors: [FileError] = []

  private let filter: FolderFilter
  /// How many bytes of an absolute path stand before what the filter's patterns see.
  private let baseCount: Int

  /// A file, or a folder that is still to be walked.
  private struct Item {
    /// As it is shown.
    let path: String
    /// Without links.
    let absolute: [UInt8]
    let kind: FileSystem.PathKind
    /// The ignore files of the folders above.
    let rules: IgnoreRules
  }

  init(_ root: String, _ filter: FolderFilter) {
    self.filter = filter
    let absolute = Array((FileSystem.resolved(root) ?? root).utf8)
    let base = filter.base.flatMap(FileSystem.resolved).map { Self.prefix(of: Array($0.utf8)) }
    let own = Self.prefix(of: absolute)
    baseCount = (base.flatMap { own.starts(with: $0) ? $0 : nil } ?? own).count
    let rules = filter.respectsIgnoreFiles ? IgnoreRules(above: absolute, &errors) : IgnoreRules()
    walk(Item(path: root, absolute: absolute, kind: .folder, rules: rules))
  }

  private mutating func walk(_ root: Item) {
    var waiting = [root]
    while let item = waiting.popLast() {
      if item.kind == .file {
        paths.append(item.path)
        continue
      }
      do throws(FileError) {
        waiting += try children(of: item).reversed()
      } catch {
        errors.append(error)
      }
    }
  }

  /// The folders and files in a folder that are taken, in order.
  private mutating func children(of folder: Item) throws(FileError) -> [Item] {
    let entries = try FileSystem.list(folder.path)
    var rules = folder.rules
    let prefix = Self.prefix(of: folder.absolute)
    if filter.respectsIgnoreFiles { rules.enter(folder.path, prefix.count, &errors) }
    var children: [Item] = []
    for entry in entries where isWanted(entry, in: prefix, rules) {
      let path = Self.join(folder.path, String(decoding: entry.bytes, as: UTF8.self))
      if entry.name != nil {
        let absolute = prefix + entry.bytes
        children.append(Item(path: path, absolute: absolute, kind: entry.kind, rules: rules))
      } else {
        let reason = "its name is not valid UTF-8"
        errors.append(FileError(path: path, operation: .read, reason: reason, kind: .other))
      }
    }
    return children
  }

  private func isWanted(
    _ entry: FileSystem.FolderEntry, in prefix: [UInt8], _ rules: IgnoreRules
  ) -> Bool {
    guard entry.bytes.first != UInt8(ascii: "."), [.file, .folder].contains(entry.kind) else {
      return false
    }
    let isFolder = entry.kind == .folder
    let absolute = prefix + entry.bytes
    let path = absolute[baseCount...]
    return (isFolder || filter.include.verdict(on: path, isFolder: false) == true)
      && filter.exclude.verdict(on: path, isFolder: isFolder) != true
      && !rules.ignores(absolute, isFolder: isFolder)
  }

  /// A folder's path with a slash behind it.
  private static func prefix(of folder: [UInt8]) -> [UInt8] {
    folder.last == UInt8(ascii: "/") ? folder : folder + [UInt8(ascii: "/")]
  }

  /// The path of a name in a folder, as it is shown.
  static func join(_ folder: String, _ name: String) -> String {
    if folder == "." || folder == "./" { return name }
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}

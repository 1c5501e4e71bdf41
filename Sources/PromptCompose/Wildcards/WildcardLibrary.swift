// Wildcards by name: where they stand, each read once.

internal import PromptFiles

/// The word files of a template.
///
/// `color` is the file `color.txt`, `color.yaml`, `color.yml` or `color.json` in one of the folders, or all
/// files of a folder `color`; `color/warm` is the file `warm` in it, or the list `warm` in `color.yaml`.
public struct WildcardLibrary: Sendable {
  private static let endings = ["txt", "yaml", "yml", "json"]
  /// How deep folders are looked through.
  private static let maximumDepth = 8

  private let lists: [String: [WildcardEntry]]
  private let paths: [String]
  private var entries: [String: [WildcardEntry]?] = [:]
  /// What is drawn, by name and tags.
  var items: [String: DrawItems] = [:]

  /// The wildcards of a template; what isn't found with it is looked for in further folders and files.
  public init(_ template: Template, searching more: [String] = []) {
    lists = template.lists
    paths = template.wildcardPaths + more
  }

  /// The folders and files that are searched, for messages.
  var places: String { paths.joined(separator: ", ") }

  /// The words of that name; nil when there are none.
  ///
  /// - Throws: `TemplateError` when the file can't be read.
  mutating func entries(named name: String) throws(TemplateError) -> [WildcardEntry]? {
    if let list = lists[name] { return list }
    if let known = entries[name] { return known }
    var found: [WildcardEntry]?
    for path in paths where found == nil { found = try Self.find(name, at: path) }
    entries[name] = .some(found)
    return found
  }

  private static func find(
    _ name: String, at path: String
  ) throws(TemplateError) -> [WildcardEntry]? {
    let parts = name.split(separator: "/").map(String.init)
    switch try kind(path) {
    case .file:
      let file = path.split(separator: "/").last.map(String.init) ?? path
      let stem = endings.compactMap { file.hasSuffix(".\($0)") ? file.dropLast($0.count + 1) : nil }
      guard stem.first.map(String.init) == parts[0] else { return nil }
      return try read(path, keys: parts.dropFirst())
    case .folder:
      for count in parts.indices.reversed() {
        let stem = ([path] + parts[...count]).joined(separator: "/")
        for ending in endings where try kind("\(stem).\(ending)") == .file {
          let found = try read("\(stem).\(ending)", keys: parts[(count + 1)...])
          if let found { return found }
        }
      }
      return try all(in: "\(path)/\(name)", depth: 0)
    default: return nil
    }
  }

  private static func read(
    _ path: String, keys: ArraySlice<String>
  ) throws(TemplateError) -> [WildcardEntry]? {
    try WildcardFile.read(try TemplateReader.bytes(path), path: path, keys: keys)
  }

  /// The words of all files of a folder, in the order of their names; nil when there is none.
  private static func all(in path: String, depth: Int) throws(TemplateError) -> [WildcardEntry]? {
    guard depth < maximumDepth, try kind(path) == .folder else { return nil }
    var found: [WildcardEntry] = []
    for entry in try list(path) {
      guard let name = entry.name, !name.hasPrefix(".") else { continue }
      let inner = "\(path)/\(name)"
      if entry.kind == .folder {
        found += try all(in: inner, depth: depth + 1) ?? []
      } else if endings.contains(where: { name.hasSuffix(".\($0)") }) {
        found += try read(inner, keys: []) ?? []
      }
    }
    return found
  }

  private static func kind(_ path: String) throws(TemplateError) -> FileSystem.PathKind {
    do throws(FileError) { return try FileSystem.kind(of: path) } catch {
      throw TemplateError(error)
    }
  }

  private static func list(_ path: String) throws(TemplateError) -> [FileSystem.FolderEntry] {
    do throws(FileError) { return try FileSystem.list(path) } catch { throw TemplateError(error) }
  }
}

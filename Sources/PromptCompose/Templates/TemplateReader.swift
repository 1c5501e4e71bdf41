// Template files → templates.

internal import PromptCore
internal import PromptFiles
public import PromptRules

/// Reads templates, with the files that they include and build on.
public struct TemplateReader: Sendable {
  /// How many files may include or extend one another.
  private static let maximumChain = 16

  let rules: RuleSet
  /// Whether `{…}` groups are choices of the template and not left to the service.
  let expands: Bool
  /// The files that led to the one that is read.
  private var chain: [String] = []

  /// A reader of templates with the parameters of `rules`; `expands` makes choices of `{…}` groups.
  public init(rules: RuleSet, expandingGroups expands: Bool = false) {
    self.rules = rules
    self.expands = expands
  }

  /// The template of a file.
  ///
  /// - Throws: `TemplateError` at the first thing that is wrong with it, or with a file it names.
  public func read(_ path: String) throws(TemplateError) -> Template {
    try read(path, bytes: try Self.bytes(path))
  }

  /// The template of a file that holds these bytes; what it names is looked for beside `path`.
  public func read(_ path: String, bytes: [UInt8]) throws(TemplateError) -> Template {
    guard let root = try ValueTree.read(bytes, path: path) else {
      throw TemplateError(TemplatePlace(path: path), "the template is empty")
    }
    var reader = self
    reader.chain.append(path)
    var file = TemplateFile(root, bytes, path, reader)
    return try file.read()
  }

  /// A template that another one builds on.
  func base(_ path: String, from place: TemplatePlace) throws(TemplateError) -> Template {
    let path = try checked(path, from: place)
    return try read(path, bytes: try Self.bytes(path, from: place))
  }

  /// The text of a file that is included: of a template its text, of anything else all of it.
  func included(_ name: String, from place: TemplatePlace) throws(TemplateError) -> [TextNode] {
    let path = try checked(name, from: place)
    let bytes = try Self.bytes(path, from: place)
    if path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
      let template = try read(path, bytes: bytes)
      return Array(template.parts.map(\.text).joined(separator: [.syntax([0x20])]))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw TemplateError(place, "\(path) is not UTF-8")
    }
    let nodes = try including(path).nodes(
      TemplateText(text, at: TemplatePlace(path: path, line: 1, column: 1)))
    return TextParser.trimmed(nodes)
  }

  private func including(_ path: String) -> TemplateReader {
    var reader = self
    reader.chain.append(path)
    return reader
  }

  /// The nodes of a text.
  func nodes(_ text: TemplateText) throws(TemplateError) -> [TextNode] {
    let reader = self
    return try TextParser.parse(text, expands: expands) {
      (name, place) throws(TemplateError) in try reader.included(name, from: place)
    }
  }

  /// The path of a file that is named beside the one being read, which must not have led here.
  private func checked(
    _ name: String, from place: TemplatePlace
  ) throws(TemplateError) -> String {
    let path = TemplatePaths.beside(chain.last ?? place.path, name)
    if chain.contains(path) {
      throw TemplateError(place, "\(path) includes itself: \(chain.joined(separator: ", "))")
    }
    if chain.count >= Self.maximumChain {
      throw TemplateError(place, "more than \(Self.maximumChain) files include one another")
    }
    return path
  }

  /// The largest template and word file.
  static let maximumBytes = 64 << 20

  static func bytes(_ path: String) throws(TemplateError) -> [UInt8] {
    do throws(FileError) { return try FileSystem.read(path, limit: maximumBytes) } catch {
      throw TemplateError(error)
    }
  }
}

extension TemplateReader {
  /// The bytes of a file that another one names; a pipe or a device is none.
  private static func bytes(
    _ path: String, from place: TemplatePlace
  ) throws(TemplateError) -> [UInt8] {
    var reason = "it is no regular file"
    do throws(FileError) {
      let kind = try FileSystem.kind(of: path)
      if kind == .file { return try FileSystem.read(path, limit: maximumBytes) }
      if kind == .missing { reason = "no such file" }
    } catch {
      reason = error.reason
    }
    throw TemplateError(place, "\(path) cannot be read: \(reason)")
  }
}

/// Paths of files that name one another.
enum TemplatePaths {
  /// A path that a file names, from the file's own folder, with `.` and `..` worked out.
  static func beside(_ file: String, _ name: String) -> String {
    if name.hasPrefix("/") { return name }
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in name.split(separator: "/") {
      switch part {
      case ".": continue
      case ".." where parts.last.map { $0 != ".." } ?? false: parts.removeLast()
      default: parts.append(String(part))
      }
    }
    return (file.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}

// A pattern for paths, as ignore files write it.

/// A pattern such as `*.prompt`, `/drafts/**` or `!keep.prompt`, with the meaning git gives it.
///
/// `*` stands for any bytes of a name, `?` for one, `[a-z]` for one of a set, `**` between slashes
/// for any folders, and `\` takes the next byte as it is. A pattern with a `/` before its end is
/// matched with the whole path, any other with the last name; a `/` at the end means folders only,
/// a `!` in front that what matches is taken back. Bytes are compared as they are.
public struct Glob: Hashable, Sendable, CustomStringConvertible {
  /// The pattern as it was written.
  public let description: String
  /// Whether it takes back what it matches: `!` stands in front.
  public let isNegated: Bool
  /// Whether it matches folders only: `/` stands at the end.
  public let isFolderOnly: Bool

  /// Whether the whole path is matched, not only its last name.
  private let isAnchored: Bool
  private let segments: [Segment]

  /// What stands between two slashes.
  enum Segment: Hashable, Sendable {
    /// `**`: any number of folders.
    case anyFolders
    /// The name of one file or folder.
    case name(NamePattern)
  }

  /// Reads a pattern.
  ///
  /// - Throws: `GlobError` for a pattern that could never match.
  public init(_ pattern: String) throws(GlobError) { try self.init(Array(pattern.utf8)[...]) }

  /// Reads a pattern of any bytes; otherwise like `init` of a string.
  init(_ pattern: ArraySlice<UInt8>) throws(GlobError) {
    description = String(decoding: pattern, as: UTF8.self)
    var rest = pattern
    isNegated = rest.first == UInt8(ascii: "!")
    if isNegated { rest.removeFirst() }
    isFolderOnly = rest.last == UInt8(ascii: "/")
    if isFolderOnly { rest.removeLast() }
    isAnchored = rest.contains(UInt8(ascii: "/"))
    if rest.first == UInt8(ascii: "/") { rest.removeFirst() }
    if rest.isEmpty { throw GlobError("the pattern names nothing") }
    segments = try GlobReader.segments(rest, isPath: isAnchored)
  }

  /// Whether it matches a path, be it negated or not.
  ///
  /// - Parameter path: From the folder that the pattern belongs to, without a slash in front.
  /// - Complexity: O(length of the path × length of the pattern).
  public func matches(_ path: String, isFolder: Bool = false) -> Bool {
    matches(Array(path.utf8)[...], isFolder: isFolder)
  }

  /// Whether it matches a path of any bytes.
  func matches(_ path: ArraySlice<UInt8>, isFolder: Bool) -> Bool {
    if isFolderOnly && !isFolder { return false }
    guard isAnchored else {
      let slash = path.lastIndex(of: UInt8(ascii: "/"))
      return matches([path[(slash.map { $0 + 1 } ?? path.startIndex)...]][...])
    }
    return matches(path.split(separator: UInt8(ascii: "/"))[...])
  }

  /// Matches names with segments; when that fails, only the last `**` has to take one name more.
  private func matches(_ names: ArraySlice<ArraySlice<UInt8>>) -> Bool {
    var (segment, name) = (0, names.startIndex)
    var retry: (segment: Int, name: Int)?
    while name < names.endIndex {
      if segment < segments.count, segments[segment] == .anyFolders {
        segment += 1
        if segment == segments.count { return true }
        retry = (segment, name)
      } else if segment < segments.count, case .name(let pattern) = segments[segment],
        pattern.matches(names[name])
      {
        segment += 1
        name += 1
      } else if let last = retry {
        retry = (last.segment, last.name + 1)
        (segment, name) = (last.segment, last.name + 1)
      } else {
        return false
      }
    }
    return segment == segments.count
  }
}

/// Why a pattern can't be used.
public struct GlobError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, one line, without a full stop.
  public let description: String

  init(_ description: String) { self.description = description }
}

// Patterns of paths in order; the last one that matches decides.

/// A list of patterns, as an ignore file or a configuration holds it.
public struct GlobList: Hashable, Sendable {
  /// The patterns in order.
  public let globs: [Glob]

  /// A list of patterns; none match nothing.
  public init(_ globs: [Glob] = []) { self.globs = globs }

  /// A list of patterns as text.
  ///
  /// - Throws: `GlobError` for the first that can't be used.
  public init(_ patterns: [String]) throws(GlobError) {
    var globs: [Glob] = []
    for pattern in patterns { globs.append(try Glob(pattern)) }
    self.globs = globs
  }

  /// What the last pattern that matches a path says: false when it is negated, nil without one.
  ///
  /// - Complexity: O(length of the path × length of the patterns).
  public func verdict(on path: String, isFolder: Bool = false) -> Bool? {
    verdict(on: Array(path.utf8)[...], isFolder: isFolder)
  }

  /// What the last pattern that matches a path of any bytes says.
  func verdict(on path: ArraySlice<UInt8>, isFolder: Bool) -> Bool? {
    globs.last { $0.matches(path, isFolder: isFolder) }.map { !$0.isNegated }
  }

  /// Whether the list means a file: itself, or a folder above it, as `drafts/` means
  /// `drafts/old/a.prompt`.
  ///
  /// - Parameter path: From the folder that the patterns belong to, without a slash in front.
  /// - Complexity: O(depth × length of the path × length of the patterns).
  public func covers(_ path: String) -> Bool {
    let bytes = Array(path.utf8)
    for slash in bytes.indices where bytes[slash] == UInt8(ascii: "/") {
      if verdict(on: bytes[..<slash], isFolder: true) == true { return true }
    }
    return verdict(on: bytes[...], isFolder: false) == true
  }
}

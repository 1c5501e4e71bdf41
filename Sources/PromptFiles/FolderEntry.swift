// What stands at paths and in folders.

extension FileSystem {
  /// What stands at a path.
  public enum PathKind: Hashable, Sendable {
    /// A regular file, or a symbolic link to one.
    case file
    /// A folder.
    case folder
    /// A pipe, a device, a socket; in a listing also a link to a folder and a broken link.
    case other
    /// Nothing.
    case missing
  }

  /// One name in a folder.
  public struct FolderEntry: Hashable, Sendable {
    /// The name's bytes, which need not be valid UTF-8.
    public let bytes: [UInt8]
    /// What it names.
    public let kind: PathKind
    /// The name, or nil when it is not valid UTF-8 and so can't be spoken of as a path.
    public var name: String? { String(validating: bytes, as: UTF8.self) }
  }
}

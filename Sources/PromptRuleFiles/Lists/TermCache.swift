// Large lists in compiled form, kept from run to run.

internal import PromptFiles
internal import PromptRules

/// Lists that were read before, in a folder of the user's own.
///
/// A convenience for those who only look at prompts: what decides on sending reads the lists
/// themselves. An entry counts when it is the user's alone, undamaged and made by this version from
/// just these bytes; any other is written anew. Nothing that goes wrong here is an error.
public struct TermCache: Sendable {
  /// Shorter lists are read as fast as they are looked up.
  static let leastCount = 256 << 10
  private static let maximumEntries = 32
  private static let maximumBytes = 64 << 20
  /// To be raised when the same list is read as something else than before.
  private static let revision = "1"

  private let path: String
  private let version: String

  /// The cache at a path, for a version of the program; nothing is made or opened yet.
  public init(_ path: String, version: String) {
    self.path = path
    self.version = version
  }

  /// The name of what is read of some bytes.
  ///
  /// - Parameter name: the name of the list, which says its form and its category.
  func key(_ bytes: [UInt8], name: String) -> String {
    var hash = ContentHash()
    for text in [Self.revision, version, ListAdmission.engine, name] {
      hash.add(Array(text.utf8))
    }
    hash.add(bytes)
    return hash.text
  }

  /// The list of that key, or nil.
  func list(_ key: String) -> TermList? {
    guard let folder = FileSystem.PrivateFolder(path),
      let bytes = folder.read(Self.name(key), limit: Self.maximumBytes)
    else { return nil }
    let image = RuleImage(bytes: bytes)
    guard image.source == key, image.patternEngine == ListAdmission.engine else { return nil }
    return try? TermList(image)
  }

  /// Keeps a list whose patterns were admitted, and drops what wasn't used for longest where there is
  /// too much.
  func keep(_ list: TermList, _ key: String) {
    let image = list.image(admittedBy: ListAdmission.engine, of: key)
    guard image.bytes.count <= Self.maximumBytes, let folder = FileSystem.PrivateFolder(path),
      folder.write(image.bytes, to: Self.name(key))
    else { return }
    var total = 0
    for (index, file) in folder.files.enumerated() {
      total += file.size
      if index >= Self.maximumEntries || total > Self.maximumBytes { folder.remove(file.name) }
    }
  }

  private static func name(_ key: String) -> String { "terms-\(key)" }
}

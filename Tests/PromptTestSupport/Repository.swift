// Where the repository's own files are, for tests that read them.

/// The repository that the tests were built from.
public enum Repository {
  /// The folder of Package.swift.
  public static let path: String = {
    let parts = #filePath.split(separator: "/")
    return "/" + parts.dropLast(3).joined(separator: "/")
  }()

  /// The path of a file of the repository.
  public static func file(_ name: String) -> String { "\(path)/\(name)" }
}

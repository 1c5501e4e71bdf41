// Where the key of the API comes from: the environment, or a file that is the user's alone.

public import PromptFiles

/// The key of the API.
public enum APIKey {
  /// The environment variable that holds it.
  public static let variable = "MJPROMPT_API_KEY"

  /// Why there is no key.
  public enum Failure: Error, CustomStringConvertible {
    /// Neither variable nor file.
    case missing
    /// What is there is no key; where.
    case malformed(String)
    /// The file can't be used.
    case file(FileError)

    /// What is wrong and what to do, one line.
    public var description: String {
      switch self {
      case .missing: "there is no key: set \(APIKey.variable), or name a file with --api-key-file"
      case .malformed(let place): "\(place) holds no key: one word of ASCII is needed"
      case .file(let error): error.description
      }
    }
  }

  /// The key in the file at `path`, else in the environment.
  ///
  /// - Throws: `Failure`; its text never shows what was read.
  public static func read(file path: String?) throws(Failure) -> Secret {
    if let path {
      guard let key = Secret(try bytes(of: path)) else { throw .malformed(path) }
      return key
    }
    guard let text = FileSystem.environmentVariable(variable), !text.isEmpty else {
      throw .missing
    }
    guard let key = Secret(text.utf8) else { throw .malformed(variable) }
    return key
  }

  private static func bytes(of path: String) throws(Failure) -> [UInt8] {
    do throws(FileError) {
      return try FileSystem.readPrivate(path, limit: Secret.maximumCount + 2)
    } catch {
      throw .file(error)
    }
  }
}

// The program beside this one that talks to the network.

internal import PromptFiles

/// `mjprompt-service`, which `mjprompt` becomes for what needs the network, as git does with its helpers.
public enum ServiceProgram {
  /// The name of its file.
  public static let name = "mjprompt-service"
  /// The subcommands that are its own.
  public static let commands = ["submit", "task", "serve"]
  /// The environment variable by which it gets to know the version of the one that calls it.
  public static let versionVariable = "MJPROMPT_CALLER_VERSION"

  /// Becomes the program in the folder of this one; it gets the same arguments.
  ///
  /// - Throws: `CommandFailure` when there is none, `FileError` when it can't be started; otherwise it
  ///   doesn't return.
  public static func become(_ arguments: [String]) throws -> Never {
    guard let own = ProgramImage.path, let slash = own.lastIndex(of: "/") else {
      throw CommandFailure(
        "where this program is can't be found out, nor \(name) beside it", .usage)
    }
    let path = "\(own[...slash])\(name)"
    guard try FileSystem.kind(of: path) == .file else {
      throw CommandFailure(
        "`\(arguments.first ?? "")` needs \(name) beside \(own), and it isn't there; "
          + "build it in Service/ or install it there", .usage)
    }
    try ProgramImage.become(
      path, arguments: [path] + arguments,
      setting: [(versionVariable, ToolVersion.current)])
  }
}

// Files that are the user's alone: read with a secret in them, locked against another process.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension FileSystem {
  /// The bytes of a file that holds a secret: a regular file, no link, the user's own, which nobody else
  /// may read or write.
  ///
  /// - Parameter limit: The largest number of bytes accepted.
  /// - Throws: `FileError`, of kind `unsafe` where one of these doesn't hold.
  public static func readPrivate(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let descriptor = unsafe open(path, flags)
    if descriptor < 0 {
      if errno == ELOOP || errno == EMLINK { throw refusal(path, "it is a symbolic link") }
      throw failure(.read, path)
    }
    defer { close(descriptor) }
    var status = stat()
    if unsafe fstat(descriptor, &status) != 0 { throw failure(.read, path) }
    if let reason = exposure(of: status) { throw refusal(path, reason) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = try readOnce(descriptor, into: &chunk, name: path)
      if count == 0 { return bytes }
      bytes += chunk[..<count]
      if bytes.count > limit { throw refusal(path, "it has more than \(limit) bytes") }
    }
  }

  /// Why a file may not hold a secret, or nil when it may.
  private static func exposure(of status: stat) -> String? {
    if status.st_mode & S_IFMT != S_IFREG { return "it is not a regular file" }
    if status.st_uid != geteuid() { return "it belongs to somebody else" }
    return status.st_mode & 0o077 == 0 ? nil : "others may read or write it; chmod 600 it"
  }

  private static func refusal(_ path: String, _ reason: String) -> FileError {
    FileError(path: path, operation: .read, reason: reason, kind: .unsafe)
  }

  /// Makes a folder that is the user's alone, and those above it, where they are missing.
  ///
  /// - Throws: `FileError` when it can't be made.
  public static func makePrivateFolder(_ path: String) throws(FileError) {
    if unsafe mkdir(path, 0o700) == 0 || errno == EEXIST || errno == EISDIR { return }
    if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try makePrivateFolder(String(path[..<slash]))
      if unsafe mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    }
    throw failure(.write, path)
  }

  /// Makes an empty file that is the user's alone where none stands.
  ///
  /// - Throws: `FileError` when it can't be made.
  public static func makePrivateFile(_ path: String) throws(FileError) {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw failure(.write, path) }
    close(descriptor)
  }

  /// A file that goes away with the process that made it, for input that is read twice: the bytes of
  /// standard input, and the path under which they can be read.
  ///
  /// - Throws: `FileError` when it can't be written.
  public static func spoolStandardInput() throws(FileError) -> SpooledInput {
    try SpooledInput()
  }
}

/// Standard input in a file of its own without a name.
public struct SpooledInput: ~Copyable {
  private let descriptor: Int32
  /// Where it can be read from its beginning.
  public var path: String {
    #if canImport(Darwin)
      "/dev/fd/\(descriptor)"
    #else
      "/proc/self/fd/\(descriptor)"
    #endif
  }

  fileprivate init() throws(FileError) {
    let folder = FileSystem.environmentVariable("TMPDIR") ?? "/tmp"
    let token = String(UInt64.random(in: .min ... .max), radix: 36)
    let path = "\(folder)/mjprompt-\(token)"
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw FileSystem.failure(.write, path) }
    #if !canImport(Darwin)
      _ = unsafe unlink(path)
    #endif
    do throws(FileError) {
      var chunk = [UInt8](repeating: 0, count: 1 << 20)
      while true {
        let count = try FileSystem.readOnce(STDIN_FILENO, into: &chunk, name: "<stdin>")
        if count == 0 { break }
        try FileSystem.write(Array(chunk[..<count]), to: descriptor, name: path)
      }
      lseek(descriptor, 0, SEEK_SET)
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit { close(descriptor) }
}

/// A lock on a file, held until it is released or the process ends, however it does.
public struct FileLock: ~Copyable, Sendable {
  private let descriptor: Int32

  /// Takes the lock, making the file where it is missing; nil when another process has it.
  ///
  /// - Throws: `FileError` when the file can't be opened.
  public init?(_ path: String) throws(FileError) {
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    descriptor = unsafe open(path, flags, 0o600)
    if descriptor < 0 { throw FileSystem.failure(.write, path) }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      let isTaken = errno == EWOULDBLOCK
      let error = FileSystem.failure(.write, path)
      close(descriptor)
      if isTaken { return nil }
      throw error
    }
  }

  deinit { close(descriptor) }
}

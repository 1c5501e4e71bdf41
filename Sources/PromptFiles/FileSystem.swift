// Files, folders, descriptors and the environment, through the C library.
// All unsafe code of PromptFiles stands here.

public import PromptCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The system calls that mjprompt needs, without state.
public enum FileSystem {
  private static let chunkSize = 1 << 20
}

// MARK: - Reading

extension FileSystem {
  /// The bytes of the file at `path`, or of standard input when `path` is `-`.
  ///
  /// - Parameter limit: The largest number of bytes accepted.
  /// - Throws: `FileError`, of kind `tooLarge` past the limit.
  /// - Complexity: O(n).
  public static func read(
    _ path: String, limit: Int = SourceText.maximumCount
  ) throws(FileError) -> [UInt8] {
    if path == "-" { return try drain(STDIN_FILENO, sizeHint: 0, name: "<stdin>", limit: limit) }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw failure(.read, path) }
    defer { close(descriptor) }
    var status = stat()
    if unsafe fstat(descriptor, &status) != 0 { throw failure(.read, path) }
    return try drain(descriptor, sizeHint: Int(status.st_size), name: path, limit: limit)
  }

  private static func drain(
    _ descriptor: Int32, sizeHint: Int, name: String, limit: Int
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(sizeHint, limit) + 1)
    let known = 1..<chunkSize ~= sizeHint
    var chunk = [UInt8](repeating: 0, count: known ? sizeHint + 1 : chunkSize)
    while true {
      let count = try readOnce(descriptor, into: &chunk, name: name)
      if count == 0 { return bytes }
      if count > limit - bytes.count {
        let reason = "it has more than \(limit) bytes"
        throw FileError(path: name, operation: .read, reason: reason, kind: .tooLarge)
      }
      bytes += chunk[..<count]
    }
  }

  static func readOnce(
    _ descriptor: Int32, into chunk: inout [UInt8], name: String
  ) throws(FileError) -> Int {
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        #if canImport(Glibc)
          unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
          unsafe Musl.read(descriptor, buffer.baseAddress, buffer.count)
        #else
          unsafe Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
      }
      if count >= 0 { return count }
      if errno == EAGAIN {
        waitUntilReady(descriptor, POLLIN)
      } else if errno != EINTR {
        throw failure(.read, name)
      }
    }
  }

  /// Sleeps until a descriptor that somebody made non-blocking is ready.
  private static func waitUntilReady(_ descriptor: Int32, _ events: Int32) {
    var request = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    _ = unsafe poll(&request, 1, -1)
  }
}

// MARK: - Writing

extension FileSystem {
  /// Writes all bytes to a descriptor.
  ///
  /// - Throws: `FileError`, of kind `brokenPipe` when the reader is gone.
  /// - Complexity: O(n).
  static func write(
    _ bytes: [UInt8], to descriptor: Int32, name: String
  ) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
        #if canImport(Glibc)
          return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        #elseif canImport(Musl)
          return unsafe Musl.write(descriptor, rest.baseAddress, rest.count)
        #else
          return unsafe Darwin.write(descriptor, rest.baseAddress, rest.count)
        #endif
      }
      if count >= 0 {
        written += count
      } else if errno == EAGAIN {
        waitUntilReady(descriptor, POLLOUT)
      } else if errno != EINTR {
        throw failure(.write, name)
      }
    }
  }

  /// Puts `bytes` in the place of the file at `path` in one step, so that a reader or a crash sees
  /// the old content or the new, never a part.
  ///
  /// A symbolic link stays, its target is replaced. The mode is kept, the owner where the system
  /// allows it; a new file gets what the user's umask leaves of 0666.
  ///
  /// - Throws: `FileError`; the file is then unchanged and no temporary file stays behind.
  /// - Complexity: O(n).
  public static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    let target = resolved(path) ?? path
    let previous = try replaceable(target, path)
    let mode = previous.map { $0.st_mode & 0o7777 } ?? 0o666
    let token = String(UInt64.random(in: .min ... .max), radix: 36)
    let temporary = "\(folder(of: target))/.mjprompt-\(token)"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    if descriptor < 0 { throw failure(.write, path) }
    do throws(FileError) {
      defer { close(descriptor) }
      try fill(descriptor, with: bytes, like: previous, path)
      if unsafe rename(temporary, target) != 0 { throw failure(.write, path) }
    } catch {
      _ = unsafe unlink(temporary)
      throw error
    }
  }

  /// The status of the file that will be replaced, or nil when there is none yet.
  private static func replaceable(_ target: String, _ path: String) throws(FileError) -> stat? {
    var status = stat()
    if unsafe lstat(target, &status) != 0 {
      if errno == ENOENT { return nil }
      throw failure(.write, path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      let reason = "it is not a regular file"
      throw FileError(path: path, operation: .write, reason: reason, kind: .wrongKind)
    }
    if unsafe access(target, W_OK) != 0 { throw failure(.write, path) }
    return status
  }

  private static func fill(
    _ descriptor: Int32, with bytes: [UInt8], like previous: stat?, _ path: String
  ) throws(FileError) {
    try write(bytes, to: descriptor, name: path)
    if let previous {
      _ = fchown(descriptor, previous.st_uid, previous.st_gid)
      if fchmod(descriptor, previous.st_mode & 0o7777) != 0 { throw failure(.write, path) }
    }
    if fsync(descriptor) != 0 { throw failure(.write, path) }
  }

  /// The absolute path without symbolic links, or nil when it leads nowhere or is not valid UTF-8.
  public static func resolved(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(validatingCString: real)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

// MARK: - Folders and paths

extension FileSystem {
  /// What stands at `path`, seen through symbolic links.
  ///
  /// - Throws: `FileError` when that can't be found out; nothing there is no error.
  public static func kind(of path: String) throws(FileError) -> PathKind {
    var status = stat()
    if unsafe stat(path, &status) == 0 { return kind(status) }
    if errno == ENOENT || errno == ENOTDIR { return .missing }
    throw failure(.find, path)
  }

  /// The entries of a folder without `.` and `..`, in the order of their bytes.
  ///
  /// - Throws: `FileError` when it can't be read.
  /// - Complexity: O(n log n), with two system calls for a name.
  public static func list(_ path: String) throws(FileError) -> [FolderEntry] {
    guard let folder = unsafe opendir(path) else { throw failure(.list, path) }
    return try unsafe list(folder, path)
  }

  /// The entries of an open folder, which is closed.
  private static func list(
    _ folder: FolderHandle, _ path: String
  ) throws(FileError) -> [FolderEntry] {
    defer { unsafe closedir(folder) }
    guard let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    var entries: [FolderEntry] = []
    errno = 0
    while let entry = unsafe readdir(folder) {
      let raw = unsafe UnsafeRawPointer(entry) + nameOffset
      let name = unsafe raw.assumingMemoryBound(to: CChar.self)
      let bytes = unsafe Array(UnsafeRawBufferPointer(start: raw, count: strlen(name)))
      if bytes != Array(".".utf8) && bytes != Array("..".utf8) {
        entries.append(FolderEntry(bytes: bytes, kind: unsafe kind(of: name, in: folder)))
      }
      errno = 0
    }
    if errno != 0 { throw failure(.list, path) }
    return entries.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  /// The kind of a folder's entry: links to files count as files, other links as `other`.
  private static func kind(of name: UnsafePointer<CChar>, in folder: FolderHandle) -> PathKind {
    var status = stat()
    let descriptor = unsafe dirfd(folder)
    guard unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .other }
    guard status.st_mode & S_IFMT == S_IFLNK else { return kind(status) }
    guard unsafe fstatat(descriptor, name, &status, 0) == 0 else { return .other }
    return kind(status) == .file ? .file : .other
  }

  #if canImport(Darwin)
    private typealias FolderHandle = UnsafeMutablePointer<DIR>
  #else
    private typealias FolderHandle = OpaquePointer
  #endif

  private static func kind(_ status: stat) -> PathKind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  /// The absolute path of the current folder.
  ///
  /// - Throws: `FileError` when it is gone, may not be read or is not valid UTF-8.
  public static func currentFolder() throws(FileError) -> String {
    guard let path = unsafe getcwd(nil, 0) else { throw failure(.find, ".") }
    defer { unsafe free(path) }
    if let path = unsafe String(validatingCString: path) { return path }
    throw FileError(path: ".", operation: .find, reason: "not valid UTF-8", kind: .other)
  }
}

// MARK: - Folders that nobody else may look into

extension FileSystem {
  /// A folder of the user's own, held open: it belongs to the user, is no link, and nobody else may
  /// look into it. What goes wrong in it is nil or false, never an error.
  public struct PrivateFolder: ~Copyable {
    private let descriptor: Int32

    /// Opens the folder at `path`, making it and the one above it where they are missing.
    public init?(_ path: String) {
      _ = unsafe mkdir(FileSystem.folder(of: path), 0o700)
      _ = unsafe mkdir(path, 0o700)
      let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
      let descriptor = unsafe open(path, flags)
      guard descriptor >= 0, Self.privateStatus(descriptor, S_IFDIR) != nil else {
        if descriptor >= 0 { close(descriptor) }
        return nil
      }
      self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// The status of what is open, when it is of that kind and the user's alone.
    private static func privateStatus(_ descriptor: Int32, _ kind: mode_t) -> stat? {
      var status = stat()
      guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == kind,
        status.st_uid == geteuid(), status.st_mode & 0o077 == 0
      else { return nil }
      return status
    }

    /// The bytes of a file that is the user's alone and no link, which counts as used now.
    public func read(_ name: String, limit: Int) -> [UInt8]? {
      let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
      let file = unsafe openat(descriptor, name, flags)
      if file < 0 { return nil }
      defer { close(file) }
      guard let status = Self.privateStatus(file, S_IFREG) else { return nil }
      _ = futimens(file, nil)
      return try? drain(file, sizeHint: Int(status.st_size), name: name, limit: limit)
    }

    /// Puts a file that is the user's alone in the place of whatever has that name.
    public func write(_ bytes: [UInt8], to name: String) -> Bool {
      let temporary = "\(name).\(String(UInt64.random(in: .min ... .max), radix: 36))"
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
      let file = unsafe openat(descriptor, temporary, flags, 0o600)
      if file < 0 { return false }
      defer { close(file) }
      let isWritten = (try? FileSystem.write(bytes, to: file, name: name)) != nil
      if isWritten, unsafe renameat(descriptor, temporary, descriptor, name) == 0 { return true }
      remove(temporary)
      return false
    }

    /// Takes a file out.
    public func remove(_ name: String) { _ = unsafe unlinkat(descriptor, name, 0) }

    /// The files, those used last first, with their sizes.
    public var files: [(name: String, size: Int)] {
      let copy = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard copy >= 0, let folder = unsafe fdopendir(copy) else { return [] }
      let names = (try? unsafe list(folder, ".").compactMap(\.name)) ?? []
      let found = names.compactMap { name -> (name: String, status: stat)? in
        var status = stat()
        let isThere = unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0
        return isThere && status.st_mode & S_IFMT != S_IFDIR ? (name, status) : nil
      }
      return found.sorted { $0.status.lastUse > $1.status.lastUse }
        .map { ($0.name, Int($0.status.st_size)) }
    }
  }
}

extension stat {
  /// Seconds and nanoseconds.
  fileprivate var lastUse: (Int, Int) {
    #if canImport(Darwin)
      (st_mtimespec.tv_sec, st_mtimespec.tv_nsec)
    #else
      (st_mtim.tv_sec, st_mtim.tv_nsec)
    #endif
  }
}

// MARK: - The process

extension FileSystem {
  /// Whether a descriptor (0 input, 1 output, 2 error) is a terminal.
  public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The value of an environment variable, or nil when it is not set or not valid UTF-8.
  public static func environmentVariable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(validatingCString: value)
  }

  /// The seconds since 1970-01-01 00:00 UTC.
  public static func secondsSinceEpoch() -> Int {
    time(nil)
  }

  /// Makes writes to a closed pipe fail with `brokenPipe` instead of ending the process.
  ///
  /// For the whole process: executables call it first, libraries never.
  public static func ignoreBrokenPipeSignal() {
    signal(SIGPIPE, SIG_IGN)
  }

  /// The error of the C call that failed just now.
  static func failure(_ operation: FileError.Operation, _ path: String) -> FileError {
    let code = errno
    let text = unsafe String(cString: strerror(code))
    let reason = text.prefix(1).lowercased() + text.dropFirst()
    return FileError(path: path, operation: operation, reason: reason, kind: kind(ofErrno: code))
  }

  private static func kind(ofErrno code: Int32) -> FileError.Kind {
    switch code {
    case ENOENT: .missing
    case EACCES, EPERM: .permissionDenied
    case EISDIR, ENOTDIR: .wrongKind
    case EFBIG: .tooLarge
    case EPIPE: .brokenPipe
    default: .other
    }
  }
}

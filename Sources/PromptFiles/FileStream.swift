// Files that are read and written piece by piece.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file or standard input, read piece by piece.
package struct FileInput: ~Copyable {
  /// The name to show.
  package let name: String
  /// How many bytes the file has; nil for what is no regular file.
  package let size: Int?
  private let descriptor: Int32
  private var chunk: [UInt8]

  /// Opens the file at `path`, standard input when that is `-`.
  package init(_ path: String, chunkSize: Int = 1 << 20) throws(FileError) {
    let isStandardInput = path == "-"
    name = isStandardInput ? "<stdin>" : path
    descriptor = isStandardInput ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw FileSystem.failure(.read, path) }
    var status = stat()
    let isKnown = unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    size = isKnown ? Int(status.st_size) : nil
    chunk = [UInt8](repeating: 0, count: chunkSize)
  }

  deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

  /// Reads what is there next onto the end of `bytes`; false at the end of the file.
  package mutating func read(onto bytes: inout [UInt8]) throws(FileError) -> Bool {
    let count = try FileSystem.readOnce(descriptor, into: &chunk, name: name)
    bytes += chunk[..<count]
    return count > 0
  }
}

/// A file that is written piece by piece.
package struct FileOutput: ~Copyable {
  private let path: String
  private let descriptor: Int32

  /// Opens the file at `path`, making it where it is missing, and cuts it off behind `count` bytes.
  ///
  /// - Parameter other: A file whose permissions it gets, when there is one.
  package init(
    _ path: String, keeping count: Int = 0, like other: String? = nil
  ) throws(FileError) {
    self.path = path
    let mode = other.flatMap { Self.mode(of: $0) }
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC, mode ?? 0o666)
    if descriptor < 0 { throw FileSystem.failure(.write, path) }
    if let mode, fchmod(descriptor, mode) != 0 { throw FileSystem.failure(.write, path) }
    var status = stat()
    let isFile = unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    guard !isFile || ftruncate(descriptor, off_t(count)) == 0, lseek(descriptor, 0, SEEK_END) >= -1
    else { throw FileSystem.failure(.write, path) }
  }

  deinit { close(descriptor) }

  /// The permissions of a regular file; nil when there is none.
  private static func mode(of path: String) -> mode_t? {
    var status = stat()
    let isFile = unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    return isFile ? status.st_mode & 0o777 : nil
  }

  /// A writer to the file; it must not outlive it.
  package var writer: OutputWriter { OutputWriter(descriptor: descriptor, name: path) }

  /// Makes what was written last, as far as the system can.
  package func synchronize() throws(FileError) {
    if fsync(descriptor) != 0, errno != EINVAL, errno != EROFS {
      throw FileSystem.failure(.write, path)
    }
  }
}

extension FileSystem {
  /// Calls `body` with the bytes of a file, piece by piece.
  ///
  /// - Throws: `FileError`.
  /// - Complexity: O(n), holding a megabyte.
  public static func forEachPiece(
    of path: String, _ body: ([UInt8]) -> Void
  ) throws(FileError) {
    var input = try FileInput(path)
    var piece: [UInt8] = []
    while try input.read(onto: &piece) {
      body(piece)
      piece.removeAll(keepingCapacity: true)
    }
  }

  /// Gives a file another name, in the place of whatever has it.
  package static func move(_ path: String, to name: String) throws(FileError) {
    if unsafe rename(path, name) != 0 { throw failure(.write, name) }
  }

  /// Takes the place of standard streams that are closed, so that no file that is opened later gets it:
  /// reading and writing there fails, as it would without.
  ///
  /// For the whole process: executables call it first, libraries never.
  public static func holdStandardStreams() {
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) < 0 {
      // The lowest free number is this one; turned the wrong way, it can be neither read nor written.
      _ = unsafe open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// How many processors are at work.
  package static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

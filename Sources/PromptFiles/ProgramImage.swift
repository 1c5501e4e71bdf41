// The running program: where its file is, and how another takes its place.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The running program.
public enum ProgramImage {
  /// The absolute path of the program's own file without symbolic links, or nil where the system doesn't
  /// say.
  public static var path: String? {
    #if canImport(Darwin)
      var size: UInt32 = 4096
      var buffer = [CChar](repeating: 0, count: Int(size))
      guard unsafe _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      return FileSystem.resolved(String(decoding: bytes, as: UTF8.self))
    #else
      return FileSystem.resolved("/proc/self/exe")
    #endif
  }

  /// The arguments, the name of the program first.
  ///
  /// Swift finds them beside the environment, and finds none where a library that was loaded from outside
  /// has moved that; then the system is asked.
  public static var arguments: [String] {
    if !CommandLine.arguments.isEmpty { return CommandLine.arguments }
    let bytes = (try? FileSystem.read("/proc/self/cmdline")) ?? []
    return bytes.split(separator: 0, omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Puts the program at `path` in the place of this one, with the same descriptors and environment.
  ///
  /// - Parameter arguments: All of them, the name of the program first.
  /// - Parameter settings: Environment variables that are set before.
  /// - Throws: `FileError` when it can't be started; otherwise it doesn't return.
  public static func become(
    _ path: String, arguments: [String], setting settings: [(name: String, value: String)] = []
  ) throws(FileError) -> Never {
    for setting in settings { _ = unsafe setenv(setting.name, setting.value, 1) }
    var pointers = unsafe arguments.map { unsafe strdup($0) }
    unsafe pointers.append(nil)
    _ = unsafe execv(path, pointers)
    throw FileSystem.failure(.run, path)
  }

  /// Keeps the system from writing the memory of the process to a file when it crashes.
  public static func forbidCoreDumps() {
    var limit = rlimit(rlim_cur: 0, rlim_max: 0)
    #if canImport(Glibc)
      _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
    #else
      _ = unsafe setrlimit(RLIMIT_CORE, &limit)
    #endif
  }
}

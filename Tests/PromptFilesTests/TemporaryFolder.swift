// A real folder for a test, removed with the value that stands for it.

import Foundation

final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("mjprompt-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders above it, and returns its path.
  @discardableResult
  func write(_ name: String, _ text: String = "a cat\n") throws -> String {
    let file = "\(path)/\(name)"
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // `Data.write` waits for the disk; streams take no long paths.
    let stream = OutputStream(toFileAtPath: file, append: false)
    stream?.open()
    stream?.close()
    if let opened = FileHandle(forWritingAtPath: file) {
      try opened.write(contentsOf: Data(text.utf8))
    } else {
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    }
    return file
  }

  func link(_ name: String, to target: String) throws -> String {
    let file = "\(path)/\(name)"
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: target)
    return file
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }
}

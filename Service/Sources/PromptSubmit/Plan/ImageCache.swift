// Image files of records: each is read and hashed once, and read again when it is sent.

internal import PromptFiles

/// What is known of image files.
struct ImageCache {
  private var known: [String: PlannedSubmission.ImageFile] = [:]

  /// The files at some paths with the hashes of their bytes.
  mutating func files(
    _ paths: [String]
  ) -> Result<[PlannedSubmission.ImageFile], ImageFailure> {
    if paths.count > ImageAttachment.maximumCount { return .failure(.tooMany(paths.count)) }
    var files: [PlannedSubmission.ImageFile] = []
    for path in paths {
      do throws(ImageAttachment.Failure) {
        files.append(try file(path))
      } catch {
        return .failure(.file(error))
      }
    }
    return .success(files)
  }

  private mutating func file(
    _ path: String
  ) throws(ImageAttachment.Failure) -> PlannedSubmission.ImageFile {
    if let file = known[path] { return file }
    let image = try ImageAttachment(file: path)
    let file = PlannedSubmission.ImageFile(
      path: FileSystem.resolved(path) ?? path, hash: image.hash)
    known[path] = file
    return file
  }
}

/// Why images can't go with a prompt.
enum ImageFailure: Error, CustomStringConvertible {
  case tooMany(Int)
  case file(ImageAttachment.Failure)

  var description: String {
    switch self {
    case .tooMany(let count):
      "\(count) images are more than the \(ImageAttachment.maximumCount) that go with a prompt"
    case .file(let failure): failure.description
    }
  }
}

// libFuzzer's way in: each input goes through the properties of the target that the environment names.
// MJPROMPT_FUZZ_TARGET says which; MJPROMPT_FUZZ_SEEDS names a folder to write seeds to instead.

import Foundation
import PromptTestSupport

private struct Fuzzing {
  let target: FuzzTarget
  let properties: FuzzProperties

  static let shared: Fuzzing = {
    let name = ProcessInfo.processInfo.environment["MJPROMPT_FUZZ_TARGET"] ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      let known = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
      fatalError("MJPROMPT_FUZZ_TARGET must be one of \(known)")
    }
    do { return Fuzzing(target: target, properties: try FuzzProperties()) } catch {
      fatalError("\(error)")
    }
  }()
}

/// Makes the properties; writes the seeds and ends, if they are asked for.
@c(LLVMFuzzerInitialize) public func start(_: OpaquePointer?, _: OpaquePointer?) -> CInt {
  let target = Fuzzing.shared.target
  if let folder = ProcessInfo.processInfo.environment["MJPROMPT_FUZZ_SEEDS"] {
    do { try write(FuzzSeeds(target), to: folder) } catch { fatalError("\(error)") }
    exit(0)
  }
  return 0
}

/// The dictionary as FOLDER.dict and each input as FOLDER/<number>.
private func write(_ seeds: FuzzSeeds, to folder: String) throws {
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  try Data(seeds.dictionary.utf8).write(to: URL(filePath: "\(folder).dict"))
  for (number, input) in seeds.inputs.enumerated() {
    try Data(input).write(to: URL(filePath: "\(folder)/\(number)"))
  }
}

/// Tries one input; a broken property stops the program.
@c(LLVMFuzzerTestOneInput) public func run(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // SAFETY: libFuzzer's bytes live until this function returns; they are copied at once.
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  if let fault = Fuzzing.shared.properties.fault(of: Fuzzing.shared.target, in: bytes) {
    fatalError(fault)
  }
  return 0
}

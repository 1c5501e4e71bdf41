// `mjprompt submit` and its like become the program beside this one.

import Foundation
import PromptTestSupport
import Testing

@Suite struct ServiceProgramTests {
  /// A folder that holds a copy of the program, and beside it what is called mjprompt-service.
  private func folder(service: String?) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: Tool.path, toPath: "\(folder.path)/mjprompt")
    if let service {
      let path = try folder.write(service, to: "mjprompt-service")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    return folder
  }

  @Test(arguments: ["submit", "task", "serve"])
  func argumentsAreHandedOn(_ command: String) throws {
    let folder = try folder(
      service: "#!/bin/sh\nprintf '%s|' \"$MJPROMPT_CALLER_VERSION\" \"$@\"\nexit 5\n")
    let result = try Tool.shell("./mjprompt \(command) 'a b' --wait -", in: folder.path)
    #expect(result.status == 5 && result.output == "0.1.0|\(command)|a b|--wait|-|")
    // However it is called.
    let linked = try Tool.shell("ln -s mjprompt other; PATH=. other \(command)", in: folder.path)
    #expect(linked.status == 5)
  }

  @Test func aMissingProgramIsExplained() throws {
    let folder = try folder(service: nil)
    let result = try Tool.shell("./mjprompt submit in.prompt", in: folder.path)
    #expect(result.status == 2 && result.errors.contains("needs mjprompt-service beside"))
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/mjprompt-service", withIntermediateDirectories: false)
    #expect(try Tool.shell("./mjprompt task list", in: folder.path).status == 2)
  }
}

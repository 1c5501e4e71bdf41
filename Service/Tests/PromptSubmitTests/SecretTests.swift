// The key: it can't be shown, and it comes only from where nobody else can read it.

import Foundation
import PromptFiles
import PromptSubmit
import ServiceTestSupport
import Testing

@Suite struct SecretTests {
  private static let text = "sk-canary-0123456789"

  private func secret() throws -> Secret { try #require(Secret(Self.text.utf8)) }

  @Test func secretsShowNothing() async throws {
    let secret = try secret()
    let client = ImagineClient(APISettings(), key: secret)
    var dumped = ""
    dump(client, to: &dumped)
    dump(secret, to: &dumped)
    dump(["key": secret], to: &dumped)
    let shown = [
      "\(secret)", String(describing: secret), String(reflecting: secret), "\([secret])",
      "\(Optional(secret) as Any)", dumped, "\(Mirror(reflecting: secret).children.count)",
      "\(client)", dumped,
    ]
    try await client.close()
    #expect(shown.allSatisfy { !$0.contains("canary") && !$0.contains("0123") })
    #expect(secret.removed(from: "no key \(Self.text)!") == "no key <secret>!")
  }

  @Test func whatNoHeaderCarriesIsNoSecret() {
    for text in ["", " \n", "a b", "a\r\nX: y", "a\u{0}b", "ключ", "a\u{7F}"] {
      #expect(Secret(text.utf8) == nil)
    }
    #expect(Secret("  key\r\n".utf8) != nil)
    #expect(Secret(String(repeating: "k", count: Secret.maximumCount + 1).utf8) == nil)
  }

  // MARK: Files

  /// Modes of files, and whether a key may be read from one.
  @Test(arguments: [
    (0o600, true), (0o400, true), (0o700, true), (0o640, false), (0o604, false), (0o644, false),
    (0o660, false), (0o602, false), (0o620, false), (0o610, false), (0o601, false), (0o666, false),
    (0o777, false),
  ])
  func modesAreChecked(_ mode: Int, _ isGood: Bool) throws {
    let folder = try ServiceFolder()
    let path = try folder.write(Self.text + "\n", to: "key")
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    do throws(APIKey.Failure) {
      _ = try APIKey.read(file: path)
      #expect(isGood)
    } catch {
      #expect(!isGood && error.description.contains("chmod 600"))
      #expect(!error.description.contains("canary"))
    }
  }

  @Test func onlyPlainFilesAreRead() throws {
    let folder = try ServiceFolder()
    let path = try folder.write(Self.text, to: "key")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    let link = "\(folder.path)/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    let fifo = "\(folder.path)/fifo"
    #expect(unsafe mkfifo(fifo, 0o600) == 0)
    for other in [link, fifo, folder.path, "/dev/null", "\(folder.path)/missing"] {
      #expect(throws: APIKey.Failure.self) { try APIKey.read(file: other) }
    }
    let long = try folder.write(String(repeating: "k", count: 5000), to: "long")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: long)
    #expect(throws: APIKey.Failure.self) { try APIKey.read(file: long) }
  }
}

// swift-tools-version: 6.2
// A server's side of mjprompt, as a package of its own: what an importer writes. A test builds it.

import PackageDescription

let package = Package(
  name: "prompt-door",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "mjprompt", path: "../..")],
  targets: [
    .executableTarget(
      name: "prompt-door", dependencies: [.product(name: "MJPrompt", package: "mjprompt")])
  ],
  swiftLanguageModes: [.v6]
)

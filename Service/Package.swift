// swift-tools-version: 6.2
// The second package of mjprompt: what talks to the network. It stands apart so that a linter drags
// no network stack. Targets stand in layer order; a target imports only what it lists, which
// ArchitectureTests of the root package checks.

import PackageDescription

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let httpClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let database: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let support: Target.Dependency = .product(name: "MJPromptSupport", package: "mjprompt")

func nio(_ names: String...) -> [Target.Dependency] {
  names.map { .product(name: $0, package: "swift-nio") }
}

let package = Package(
  name: "mjprompt-service",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "mjprompt-service", targets: ["PromptService"])
  ],
  dependencies: [
    .package(name: "mjprompt", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", "4.0.0"..<"6.0.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
  ],
  targets: [
    // MARK: The imagine API
    .target(
      name: "PromptSubmit",
      dependencies: [
        support, httpClient, database,
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ] + nio("NIOCore", "NIOPosix", "NIOHTTP1")),

    // MARK: The product
    .executableTarget(
      name: "PromptService", dependencies: ["PromptSubmit", support, argumentParser]),

    // MARK: Tests
    .executableTarget(
      name: "mjprompt-fake-api", dependencies: nio("NIOCore", "NIOPosix"),
      path: "Tests/FakeAPI"),
    .target(
      name: "ServiceTestSupport", dependencies: ["mjprompt-fake-api"],
      path: "Tests/ServiceTestSupport"),
    .testTarget(
      name: "FakeAPITests",
      dependencies: ["mjprompt-fake-api", "ServiceTestSupport"] + nio("NIOCore", "NIOPosix")),
    .testTarget(
      name: "PromptSubmitTests",
      dependencies: ["PromptSubmit", "ServiceTestSupport", support, database]),
    .testTarget(
      name: "PromptServiceTests",
      dependencies: ["PromptService", "ServiceTestSupport", support]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .strictMemorySafety(),
      .treatAllWarnings(as: .error),
    ]
}

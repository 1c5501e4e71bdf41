// swift-tools-version: 6.2
// The benchmarks of mjprompt: a package of its own, so that the root package stays free of them.

import PackageDescription

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "mjprompt", path: "..")],
  targets: [
    .target(name: "CClock"),
    .executableTarget(
      name: "scan-bench",
      dependencies: ["CClock", .product(name: "MJPromptSupport", package: "mjprompt")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
      ]),
  ],
  swiftLanguageModes: [.v6]
)

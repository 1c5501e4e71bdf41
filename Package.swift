// swift-tools-version: 6.2
// The root package of mjprompt: parse, lint, normalize and scan prompts. No network code lives here.
// Targets stand in layer order; a target imports only what it lists, which ArchitectureTests checks.

import PackageDescription

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "mjprompt",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "mjprompt", targets: ["PromptCLI"]),
    .library(name: "MJPrompt", targets: ["MJPrompt"]),
    // What our own packages beside this one use; no promise of stability.
    .library(
      name: "MJPromptSupport",
      targets: [
        "PromptCore", "PromptRules", "PromptFiles", "PromptFormat", "PromptScan", "PromptLint",
        "PromptReport", "PromptRuleFiles", "PromptBatch", "PromptCommand",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    // MARK: L0 – C
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "CRuleImage"),
    .target(name: "CScanKernel"),

    // MARK: L1 – values, and the doors to C
    .target(name: "PCRE2", dependencies: ["CPCRE2"]),
    .target(name: "YAML", dependencies: ["CYAML"]),
    .target(name: "PromptCore"),

    // MARK: L2 – facts and files
    .target(name: "PromptRules", dependencies: ["PromptCore", "CRuleImage"]),
    .target(name: "PromptFiles", dependencies: ["PromptCore"]),

    // MARK: L3 – canonical text and listed terms
    .target(name: "PromptFormat", dependencies: ["PromptCore", "PromptRules"]),
    .target(
      name: "PromptScan", dependencies: ["PromptCore", "PromptRules", "PCRE2", "CScanKernel"]),

    // MARK: L4 – judgement and reports
    .target(
      name: "PromptLint",
      dependencies: ["PromptCore", "PromptRules", "PromptScan", "PromptFormat"]),
    .target(name: "PromptReport", dependencies: ["PromptCore", "PromptFiles"]),

    // MARK: L5 – rule files and configuration
    .target(
      name: "PromptRuleFiles",
      dependencies: [
        "PromptCore", "PromptRules", "PromptFiles", "PromptScan", "PromptLint", "YAML",
      ]),

    .target(
      name: "PromptCompose",
      dependencies: [
        "PromptCore", "PromptRules", "PromptFiles", "PromptScan", "PromptLint", "YAML",
      ]),

    // MARK: L6 – many prompts at once, and what executables share
    .target(
      name: "PromptBatch",
      dependencies: [
        "PromptCore", "PromptRules", "PromptFiles", "PromptFormat", "PromptScan", "PromptLint",
        "PromptReport", "PromptRuleFiles",
      ]),
    .target(
      name: "PromptCommand",
      dependencies: [
        "PromptCore", "PromptRules", "PromptFiles", "PromptLint", "PromptReport",
        "PromptRuleFiles", argumentParser,
      ]),

    // MARK: L7 – products
    .executableTarget(
      name: "PromptCLI",
      dependencies: [
        "PromptCore", "PromptRules", "PromptFiles", "PromptFormat", "PromptScan", "PromptLint",
        "PromptReport", "PromptRuleFiles", "PromptCompose", "PromptBatch", "PromptCommand",
        argumentParser,
      ]),
    .target(
      name: "MJPrompt",
      dependencies: [
        "PromptCore", "PromptRules", "PromptFormat", "PromptScan", "PromptLint", "PromptCompose",
      ]),

    // MARK: Development – the generator of the embedded rule set
    .executableTarget(
      name: "generate-mjprompt",
      dependencies: ["PromptRules", "PromptFiles", "PromptRuleFiles"]),

    // MARK: Tests
    .target(
      name: "PatternTestSupport", dependencies: ["PCRE2"], path: "Tests/PatternTestSupport"),
    .testTarget(name: "PCRE2Tests", dependencies: ["PCRE2", "PatternTestSupport"]),
    .testTarget(name: "YAMLTests", dependencies: ["YAML"]),
    .testTarget(name: "PromptCoreTests", dependencies: ["PromptCore"]),
    .testTarget(name: "PromptFilesTests", dependencies: ["PromptCore", "PromptFiles"]),
    .testTarget(
      name: "PromptReportTests", dependencies: ["PromptCore", "PromptFiles", "PromptReport"]),
    .target(
      name: "PromptTestSupport",
      dependencies: [
        "PromptCore", "PromptRules", "PromptFiles", "PromptFormat", "PromptScan", "PromptLint",
        "PromptRuleFiles", "PromptCompose", "PCRE2", "YAML",
      ],
      path: "Tests/PromptTestSupport"),
    .testTarget(
      name: "PromptRulesTests", dependencies: ["PromptCore", "PromptRules", "PromptTestSupport"]),
    .testTarget(
      name: "PromptRuleFilesTests",
      dependencies: [
        "PromptCore", "PromptRules", "PromptScan", "PromptLint", "PromptRuleFiles",
        "PromptTestSupport", "YAML",
      ]),
    .testTarget(
      name: "PromptScanTests",
      dependencies: [
        "PromptCore", "PromptRules", "PromptScan", "PromptRuleFiles", "CScanKernel",
        "PromptTestSupport",
      ]),
    .testTarget(
      name: "PromptFormatTests",
      dependencies: [
        "PromptCore", "PromptRules", "PromptFiles", "PromptFormat", "PromptTestSupport",
      ]),
    .testTarget(
      name: "PromptLintTests",
      dependencies: [
        "PromptCore", "PromptRules", "PromptFiles", "PromptFormat", "PromptScan", "PromptLint",
        "PromptRuleFiles", "PromptTestSupport",
      ]),
    .testTarget(
      name: "PromptComposeTests",
      dependencies: [
        "PromptCore", "PromptRules", "PromptFiles", "PromptScan", "PromptLint", "PromptCompose",
        "PromptTestSupport",
      ]),
    .testTarget(
      name: "PromptBatchTests",
      dependencies: [
        "PromptCore", "PromptRules", "PromptFiles", "PromptLint", "PromptBatch",
        "PromptTestSupport",
      ]),
    .testTarget(
      name: "PromptCommandTests",
      dependencies: ["PromptCommand", "PromptLint", "PromptRules", "PromptTestSupport"]),
    .testTarget(name: "MJPromptTests", dependencies: ["MJPrompt", "PromptTestSupport"]),
    .testTarget(name: "PromptCLITests", dependencies: ["PromptCLI", "PromptTestSupport"]),
    .testTarget(name: "ArchitectureTests", dependencies: ["PromptTestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

// Fuzzing: declared for scripts/fuzz alone, since libFuzzer brings the program's entry point.
if Context.environment["MJPROMPT_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz-mjprompt", dependencies: ["PromptTestSupport"], path: "Fuzz/Target",
      swiftSettings: [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]))
}

// Explosive patterns: declared for scripts/catastrophe alone.
if Context.environment["MJPROMPT_CATASTROPHE"] != nil {
  package.targets.append(
    .executableTarget(
      name: "catastrophe", dependencies: ["PCRE2", "PromptScan", "PatternTestSupport"],
      path: "Tests/Catastrophe", swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}

// The scanner against plain searches: declared for scripts/differential alone.
if Context.environment["MJPROMPT_DIFFERENTIAL"] != nil {
  package.targets.append(
    .executableTarget(
      name: "differential",
      dependencies: [
        "PromptCore", "PromptRules", "PromptScan", "PromptRuleFiles", "PromptTestSupport",
      ],
      path: "Tests/Differential", swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}

for target in package.targets where [.regular, .executable, .test].contains(target.type) {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .strictMemorySafety(),
      .treatAllWarnings(as: .error),
    ]
}

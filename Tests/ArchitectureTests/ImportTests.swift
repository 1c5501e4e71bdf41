// The house: which target may import which, where unsafe code may stand, how large files may be.

import Foundation
import PromptTestSupport
import Testing

/// The Swift files of both packages, with their targets.
struct SourceFile: Sendable, CustomTestStringConvertible {
  let target: String
  let path: String
  let lines: [Substring]
  var testDescription: String { path }

  static let all: [SourceFile] = {
    ["Sources", "Service/Sources"].map(Repository.file).flatMap { root in
      let paths = FileManager.default.subpaths(atPath: root) ?? []
      return paths.sorted().filter { $0.hasSuffix(".swift") && !$0.contains(".docc/") }.map {
        path in
        let text = (try? String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)) ?? ""
        return SourceFile(
          target: String(path.prefix { $0 != "/" }), path: path,
          lines: text.split(separator: "\n", omittingEmptySubsequences: false))
      }
    }
  }()

  /// The modules that the file imports.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), index < 3, !line.contains("//"),
        words[..<index].allSatisfy({ ["public", "internal", "@_exported"].contains($0) }),
        index + 1 < words.count
      else { return nil }
      return String(words[index + 1])
    }
  }
}

@Suite struct ImportTests {
  /// The table of CONTRIBUTING.md: what each target may import, besides the C library.
  static let allowed: [String: Set<String>] = [
    "PCRE2": ["CPCRE2"],
    "YAML": ["CYAML"],
    "PromptCore": [],
    "PromptRules": ["PromptCore", "CRuleImage"],
    "PromptFiles": ["PromptCore"],
    "PromptFormat": ["PromptCore", "PromptRules"],
    "PromptScan": ["PromptCore", "PromptRules", "PCRE2", "CScanKernel", "Synchronization"],
    "PromptLint": ["PromptCore", "PromptRules", "PromptScan", "PromptFormat"],
    "PromptReport": ["PromptCore", "PromptFiles"],
    "PromptRuleFiles": [
      "PromptCore", "PromptRules", "PromptFiles", "PromptScan", "PromptLint", "PromptFormat",
      "PromptReport", "YAML",
    ],
    "PromptCompose": [
      "PromptCore", "PromptRules", "PromptFiles", "PromptScan", "PromptLint", "YAML",
    ],
    "PromptBatch": [
      "PromptCore", "PromptRules", "PromptFiles", "PromptFormat", "PromptScan", "PromptLint",
      "PromptReport", "PromptRuleFiles",
    ],
    "PromptCommand": [
      "PromptCore", "PromptRules", "PromptFiles", "PromptFormat", "PromptScan", "PromptLint",
      "PromptReport", "PromptRuleFiles", "ArgumentParser",
    ],
    "PromptCLI": [
      "PromptCore", "PromptRules", "PromptFiles", "PromptFormat", "PromptScan", "PromptLint",
      "PromptReport", "PromptRuleFiles", "PromptCompose", "PromptBatch", "PromptCommand",
      "ArgumentParser", "Dispatch", "Synchronization",
    ],
    "MJPrompt": [
      "PromptCore", "PromptRules", "PromptFormat", "PromptScan", "PromptLint", "PromptCompose",
    ],
    "generate-mjprompt": ["PromptRules", "PromptFiles", "PromptRuleFiles"],
    "PromptSubmit": [
      "PromptCore", "PromptRules", "PromptFiles", "PromptScan", "PromptLint", "PromptBatch",
      "AsyncHTTPClient", "Crypto", "Foundation", "GRDB", "NIOCore", "NIOHTTP1", "NIOPosix",
      "NIOSSL", "Synchronization",
    ],
    "PromptService": [
      "PromptCore", "PromptRules", "PromptFiles", "PromptScan", "PromptLint", "PromptReport",
      "PromptRuleFiles", "PromptCommand", "PromptSubmit", "ArgumentParser", "Dispatch",
    ],
  ]
  static let system: Set<String> = ["Glibc", "Musl", "Darwin"]
  static let systemUsers: Set<String> = [
    "PromptFiles", "PromptCLI", "PromptService", "generate-mjprompt", "YAML",
  ]

  @Test(arguments: SourceFile.all)
  func importsPointDownward(_ file: SourceFile) throws {
    let allowed = try #require(Self.allowed[file.target], "unknown target")
    let extra = Self.systemUsers.contains(file.target) ? Self.system : []
    let wrong = Set(file.imports).subtracting(allowed).subtracting(extra)
    #expect(wrong.isEmpty)
  }

  @Test func everyTargetIsInTheTable() {
    #expect(Set(SourceFile.all.map(\.target)) == Set(Self.allowed.keys))
  }

  @Test func noTwoTargetsDifferOnlyByCase() {
    let names = SourceFile.all.map(\.target)
    #expect(Set(names).count == Set(names.map { $0.lowercased() }).count)
  }
}

@Suite struct ShapeTests {
  /// The only places for unsafe code.
  static func mayBeUnsafe(_ file: SourceFile) -> Bool {
    ["PCRE2", "YAML"].contains(file.target)
      || [
        "PromptFiles/FileSystem.swift", "PromptFiles/FileStream.swift",
        "PromptFiles/PrivateFile.swift", "PromptFiles/ProgramImage.swift",
        "PromptRules/Image/EmbeddedImage.swift",
      ].contains(file.path)
      || ["PromptScan/Folding/FoldKernel", "PromptScan/Kernel/"].contains {
        file.path.hasPrefix($0)
      }
  }

  @Test(arguments: SourceFile.all)
  func unsafeCodeStandsInItsPlaces(_ file: SourceFile) throws {
    let mark = try Regex(#"(^|[ (=])(unsafe [A-Za-z&(]|@unsafe|@unchecked|nonisolated\(unsafe\))"#)
    let marks = file.lines.filter { line in
      let code = line.trimmingCharacters(in: .whitespaces)
      return !code.hasPrefix("//") && code.contains(mark) && !code.contains("\"")
    }
    #expect(Self.mayBeUnsafe(file) || marks.isEmpty)
  }

  @Test(arguments: SourceFile.all)
  func filesSayWhatLivesThere(_ file: SourceFile) {
    #expect(file.lines.first?.hasPrefix("// ") ?? false)
    #expect(file.lines.count <= 400)
  }
}

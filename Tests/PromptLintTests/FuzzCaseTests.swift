// The inputs that fuzzing once broke something with, kept in Fuzz/Cases.

import Foundation
import PromptTestSupport
import Testing

@Suite struct FuzzCaseTests {
  private static let shared = Result { try FuzzProperties() }

  @Test(arguments: FuzzTarget.allCases)
  func keptInputsKeepTheProperties(_ target: FuzzTarget) throws {
    let properties = try Self.shared.get()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: target.cases)) ?? []
    for name in names.sorted() where !name.hasPrefix(".") {
      let bytes = try Data(contentsOf: URL(filePath: "\(target.cases)/\(name)"))
      let fault = properties.fault(of: target, in: Array(bytes))
      #expect(fault == nil, "\(target.rawValue)/\(name)")
    }
  }

  /// There are seeds for each target, and those of files, of which few tests know, are tried.
  @Test(arguments: FuzzTarget.allCases)
  func seedsKeepTheProperties(_ target: FuzzTarget) throws {
    let properties = try Self.shared.get()
    let seeds = try FuzzSeeds(target)
    #expect(!seeds.inputs.isEmpty && !seeds.dictionary.isEmpty)
    let areFiles = [.rules, .configuration, .compose].contains(target)
    for index in stride(from: 0, to: areFiles ? seeds.inputs.count : 0, by: 7) {
      let seed = seeds.inputs[index]
      let fault = properties.fault(of: target, in: seed)
      #expect(fault == nil, "\(String(decoding: seed, as: UTF8.self))")
    }
  }
}

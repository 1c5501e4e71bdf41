// The inputs that fuzzing once broke something with, kept in Fuzz/Cases.

import Foundation
import PromptTestSupport
import Testing

@Suite struct FuzzCaseTests {
  @Test(arguments: FuzzTarget.allCases)
  func keptInputsKeepTheProperties(_ target: FuzzTarget) throws {
    let properties = try FuzzProperties()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: target.cases)) ?? []
    for name in names.sorted() where !name.hasPrefix(".") {
      let bytes = try Data(contentsOf: URL(filePath: "\(target.cases)/\(name)"))
      let fault = properties.fault(of: target, in: Array(bytes))
      #expect(fault == nil, "\(target.rawValue)/\(name)")
    }
  }

  /// Seeds are inputs too, and there are some for each target.
  @Test(arguments: FuzzTarget.allCases)
  func seedsKeepTheProperties(_ target: FuzzTarget) throws {
    let properties = try FuzzProperties()
    let seeds = try FuzzSeeds(target)
    #expect(!seeds.inputs.isEmpty && !seeds.dictionary.isEmpty)
    for seed in seeds.inputs where target == .rules || target == .configuration {
      #expect(
        properties.fault(of: target, in: seed) == nil, "\(String(decoding: seed, as: UTF8.self))")
    }
  }
}

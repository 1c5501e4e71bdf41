// `mjprompt schema`.

import Foundation
import PromptTestSupport
import Testing

@Suite struct SchemaCommandTests {
  @Test func namesAreListed() throws {
    let result = try Tool.run(["schema"])
    let names = result.output.split(separator: "\n").dropFirst().map { $0.prefix { $0 != " " } }
    #expect(result.status == 0)
    #expect(
      names.contains("parameters") && names.contains("configuration") && names.contains("template")
        && names.count == 14)
    for name in names {
      let schema = try Tool.run(["schema", String(name)])
      let object = try JSONSerialization.jsonObject(with: Data(schema.output.utf8))
      #expect((object as? [String: Any])?["$id"] as? String == "urn:mjprompt:schema:\(name)")
    }
  }

  @Test func unknownNamesAreMistakesOfUsage() throws {
    let result = try Tool.run(["schema", "parameter"])
    #expect(result.status == 2)
    #expect(result.errors.contains("there is no schema `parameter`; did you mean `parameters`?"))
  }
}

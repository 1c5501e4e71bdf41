// Compiles the files of rules/ and writes them where the default rule set is embedded from.
// Run in the repository: swift run generate-mjprompt

import PromptFiles
import PromptRuleFiles
import PromptRules

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@main
enum Generate {
  static func main() {
    do {
      let image = try RuleFolder("rules").load().prepared.image
      try FileSystem.replace(EmbeddedFile.path, with: EmbeddedFile.bytes(of: image))
      print("\(EmbeddedFile.path): \(image.bytes.count) bytes of rules")
    } catch {
      print("\(error)")
      exit(2)
    }
  }
}

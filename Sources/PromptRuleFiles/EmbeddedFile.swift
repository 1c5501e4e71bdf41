// The generated file that carries the default rule set into the program.

public import PromptRules

/// The list of bytes that the C target CRuleImage includes.
public enum EmbeddedFile {
  /// Where it stands in the repository.
  public static let path = "Sources/CRuleImage/rule_image_bytes.inc"
  /// The command that writes it anew.
  public static let command = "swift run generate-mjprompt"

  /// The file's text for an image: numbers, 24 on a line, and a 0 that ends the array.
  ///
  /// - Complexity: O(size of the image).
  public static func bytes(of image: RuleImage) -> [UInt8] {
    var text: [UInt8] = []
    for (index, byte) in image.bytes.enumerated() {
      text += String(byte).utf8
      text.append(UInt8(ascii: ","))
      if index % 24 == 23 { text.append(UInt8(ascii: "\n")) }
    }
    return text + Array("0\n".utf8)
  }
}

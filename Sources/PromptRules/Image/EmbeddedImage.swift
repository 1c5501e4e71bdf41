// The default rule set that is linked into the program.

internal import CRuleImage

extension RuleImage {
  /// The image made from `rules/` when the program was built.
  ///
  /// - Complexity: O(size), for one copy.
  public static var embedded: RuleImage {
    let start = unsafe mjprompt_rule_image()
    // The C array lives as long as the process and has exactly this many bytes.
    let bytes = unsafe UnsafeBufferPointer(start: start, count: mjprompt_rule_image_size())
    return unsafe RuleImage(bytes: Array(bytes))
  }
}

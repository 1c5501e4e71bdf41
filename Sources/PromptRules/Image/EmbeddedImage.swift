// The default rule set that is linked into the program.

internal import CRuleImage

extension RuleImage {
  /// The image made from `rules/` when the program was built.
  ///
  /// - Complexity: O(size), for one copy.
  public static var embedded: RuleImage { beginning(.max) }

  /// The same up to the end of a section; of what is behind it nothing is touched.
  static func embedded(upTo section: String) -> RuleImage {
    beginning(beginning(longestTable).end(of: section) ?? .max)
  }

  /// The first bytes of the image, at most so many.
  private static func beginning(_ count: Int) -> RuleImage {
    let start = unsafe mjprompt_rule_image()
    // The C array lives as long as the process and has exactly this many bytes.
    let bytes = unsafe UnsafeBufferPointer(start: start, count: mjprompt_rule_image_size())
    return unsafe RuleImage(bytes: Array(bytes.prefix(count)))
  }
}

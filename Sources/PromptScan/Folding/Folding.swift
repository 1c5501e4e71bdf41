// Text in the form that terms are compared in.

/// A folded text and what folding found. Kept and used again, it allocates nothing once it is
/// large.
package struct FoldedText {
  /// The folded text: valid UTF-8 of lower-case ASCII and of letters, digits and marks of other
  /// scripts.
  package var bytes: [UInt8] = []
  /// What was undone.
  package var changes: FoldChanges = []
  /// Whether letters of scripts without spaces are among the bytes.
  package var hasUnsegmented = false

  /// An empty text.
  package init() {}
}

/// Folds text so that spellings which read alike are alike: `Ｎüde`, `ɴᴜᴅᴇ`, `ṉ̃υ𝐝ⓔ` become `nude`.
///
/// Folding is idempotent, and the same for terms and texts. It takes compatibility forms apart
/// (NFKD), folds case, drops marks of alphabets and what is invisible, turns look-alikes into their
/// ASCII letter, katakana into hiragana, digits into ASCII digits, spaces, `_`, controls, symbols,
/// emoji and bytes that aren't UTF-8 into a space each, and typographic punctuation into its ASCII
/// kin. Syllables of Hangul are composed; marks keep their order. `scripts/generate-folding` holds
/// the decisions.
///
/// Tag characters (U+E0020–E007E) are dropped where they stand, since they may be noise within a
/// word; what they spell follows behind the text as a sentence of its own, since they may be the
/// text. So neither use of them hides anything.
package enum Folding {
  /// Folds a text.
  ///
  /// - Complexity: O(n). Allocates when the capacity of `folded.bytes` is too small: 64 bytes more
  ///   than the text has, and more for texts that grow.
  package static func fold(_ text: Span<UInt8>, into folded: inout FoldedText) {
    var kernel = FoldKernel()
    var room = max(folded.bytes.capacity, text.count + FoldKernel.room)
    var isDone = false
    while !isDone {
      kernel = FoldKernel()
      folded.bytes.clear()
      folded.bytes.append(addingCapacity: room) { isDone = kernel.run(text, into: &$0) }
      room *= 2
    }
    folded.changes = FoldChanges(rawValue: kernel.classes & ~1)
    folded.hasUnsegmented = kernel.hasUnsegmented
  }

  /// Whether folding leaves anything beyond ASCII of a scalar: `ñ` becomes `n`, `Я` becomes `я`.
  static func leavesLetters(of scalar: Unicode.Scalar) -> Bool {
    var folded = FoldedText()
    fold(Array(String(scalar).utf8).span, into: &folded)
    return folded.bytes.contains { $0 >= 0x80 }
  }
}

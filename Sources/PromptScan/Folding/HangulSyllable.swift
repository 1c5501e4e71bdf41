// Jamo joined to Hangul syllables, as a keyboard does it.

/// Arithmetic of syllables: Unicode numbers them by their lead, vowel and tail.
enum HangulSyllable {
  /// What a jamo makes of the scalar before it.
  struct Joined: Equatable {
    /// What stands in place of the scalar before.
    let replacement: UInt32
    /// The syllable behind it, if the jamo took the tail along.
    var next: UInt32?
    /// Whether the last syllable can still give its tail away.
    var isLoose = true
  }

  private static let leads: ClosedRange<UInt32> = 0x1100...0x1112
  private static let vowels: ClosedRange<UInt32> = 0x1161...0x1175
  private static let tails: ClosedRange<UInt32> = 0x11A8...0x11C2
  private static let syllables: ClosedRange<UInt32> = 0xAC00...0xD7A3

  /// The number of the tail that is the same consonant as a lead; 0 for the three leads without
  /// one.
  private static let tailOfLead: [UInt32] = [
    1, 2, 4, 7, 0, 8, 16, 17, 0, 19, 20, 21, 22, 0, 23, 24, 25, 26, 27,
  ]

  /// What `jamo` makes of `previous`; nil when it stands for itself. `isLoose` says that `previous`
  /// was joined from single jamo, so that one more consonant belongs to it for now: `ㅅㅔㄱㅅㅡ` is
  /// read `세`, `섹`, `섹ㅅ`, `섹스`.
  static func join(_ previous: UInt32, _ jamo: UInt32, isLoose: Bool) -> Joined? {
    if vowels.contains(jamo) {
      if leads.contains(previous) {
        return Joined(replacement: syllable(lead: previous - leads.lowerBound, vowel: jamo))
      }
      return isLoose ? split(previous, jamo) : nil
    }
    guard syllables.contains(previous), tail(previous) == 0 else { return nil }
    if tails.contains(jamo) {
      return Joined(replacement: previous + jamo - tails.lowerBound + 1, isLoose: false)
    }
    guard isLoose, leads.contains(jamo) else { return nil }
    let tail = tailOfLead[Int(jamo - leads.lowerBound)]
    return tail == 0 ? nil : Joined(replacement: previous + tail)
  }

  /// The tail of a syllable goes to the vowel behind it.
  private static func split(_ previous: UInt32, _ vowel: UInt32) -> Joined? {
    guard syllables.contains(previous), tail(previous) != 0,
      let lead = tailOfLead.firstIndex(of: tail(previous))
    else { return nil }
    return Joined(
      replacement: previous - tail(previous), next: syllable(lead: UInt32(lead), vowel: vowel))
  }

  private static func tail(_ syllable: UInt32) -> UInt32 { (syllable - syllables.lowerBound) % 28 }

  private static func syllable(lead: UInt32, vowel: UInt32) -> UInt32 {
    syllables.lowerBound + (lead * 21 + vowel - vowels.lowerBound) * 28
  }
}

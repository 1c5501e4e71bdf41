// Texts that patterns explode on: a piece again and again, with and without an end that spoils it.

internal import PCRE2

/// One hostile text of 8 KiB.
struct HostileProbe {
  /// The piece that is repeated, in short.
  let name: String
  let text: [UInt8]

  /// Pieces that any pattern meets.
  private static let pieces = ["a", " ", "ab ", "0", "é", "猫"]

  /// The hostile texts for `pattern`: those for any, and what its own items and examples suggest.
  static func all(_ pattern: Pattern, match: [String], clean: [String]) -> [HostileProbe] {
    let samples = PatternSamples(pattern)
    let (whole, spoiler) = (samples.text, samples.spoiler)
    var pieces = Self.pieces
    for piece in samples.repeated.prefix(8) + [whole, whole + " ", String(whole.dropLast())]
    where !piece.isEmpty && !pieces.contains(piece) { pieces.append(piece) }
    pieces += [match, clean].filter { !$0.isEmpty }.map { $0.joined(separator: " ") + " " }
    return pieces.flatMap { [HostileProbe($0, end: ""), HostileProbe($0, end: spoiler)] }
  }

  /// As many of `piece` as there is room for before `end`.
  private init(_ piece: String, end: String) {
    let (piece, end) = (Array(piece.utf8), Array(end.utf8))
    let room = max(0, PatternAdmission.probeLength - end.count)
    let length = room - room % piece.count
    // By doubling, which takes a dozen copies rather than one for each piece.
    var text = Array(piece.prefix(length))
    while text.count < length { text += text.prefix(length - text.count) }
    self.text = text + end
    let tail = end.isEmpty ? "" : " and an end that spoils it"
    name = String(decoding: piece.prefix(40), as: UTF8.self) + (piece.count > 40 ? "…" : "") + tail
  }
}

// A prompt with the caller's own parameters written out, as the service gets it.

internal import PromptCore

/// A prompt in which every preset stands for its text, with the way back to the original.
struct PresetExpansion {
  /// The prompt, written out.
  let text: SourceText
  private let pieces: [Piece]

  /// A piece of the text: copied from the original, or what a preset there stands for.
  private struct Piece {
    let range: ByteRange
    let original: ByteRange
    let isCopied: Bool
  }

  /// The prompt with its presets written out; nil for one that has none.
  init?(_ prompt: Prompt, _ source: SourceText, _ presets: [String: String]) {
    if presets.isEmpty { return nil }
    var bytes: [UInt8] = []
    var pieces: [Piece] = []
    func add(_ new: some Collection<UInt8>, for original: ByteRange, isCopied: Bool) {
      let start = UInt32(bytes.count)
      bytes += new
      let range = ByteRange(start, UInt32(bytes.count))
      if !range.isEmpty {
        pieces.append(Piece(range: range, original: original, isCopied: isCopied))
      }
    }
    var next = prompt.range.start
    for parameter in prompt.parameters where parameter.entry == nil && parameter.value == nil {
      guard let preset = presets[source.string(in: parameter.name).lowercased()] else { continue }
      let before = ByteRange(next, parameter.range.start)
      add(source.bytes[before.indices], for: before, isCopied: true)
      add(preset.utf8, for: parameter.range, isCopied: false)
      next = parameter.range.end
    }
    guard pieces.contains(where: { !$0.isCopied }) else { return nil }
    let rest = ByteRange(next, prompt.range.end)
    add(source.bytes[rest.indices], for: rest, isCopied: true)
    text = SourceText(bytes)
    self.pieces = pieces
  }

  /// A finding at its place in the original, with the fixes that touch no preset.
  func original(of finding: Diagnostic) -> Diagnostic {
    var notes = finding.notes.map { note in
      DiagnosticNote(note.message, at: note.range.map { original(of: $0) })
    }
    let piece = piece(at: finding.range.start)
    if !piece.isCopied {
      notes.append(DiagnosticNote("this preset stands for `\(text.string(in: piece.range))`"))
    }
    return Diagnostic(
      finding.rule, at: original(of: finding.range), finding.message, severity: finding.severity,
      help: finding.help, notes: notes, fixes: finding.fixes.compactMap { original(of: $0) },
      category: finding.category)
  }

  private func original(of range: ByteRange) -> ByteRange {
    let first = piece(at: range.start)
    if range.isEmpty { return ByteRange(at: start(range.start, in: first)) }
    let last = piece(at: range.end - 1)
    let end = last.isCopied ? start(range.end - 1, in: last) + 1 : last.original.end
    return ByteRange(start(range.start, in: first), end)
  }

  private func original(of fix: FixIt) -> FixIt? {
    let edits = fix.edits.compactMap { edit -> TextEdit? in
      let piece = piece(at: edit.range.start)
      guard piece.isCopied, edit.range.end <= piece.range.end else { return nil }
      return TextEdit(original(of: edit.range), edit.replacement)
    }
    return edits.count == fix.edits.count ? FixIt(fix.message, fix.applicability, edits) : nil
  }

  private func start(_ offset: UInt32, in piece: Piece) -> UInt32 {
    piece.original.start + (piece.isCopied ? offset - piece.range.start : 0)
  }

  /// The piece that holds an offset, the last one for the end.
  private func piece(at offset: UInt32) -> Piece {
    pieces[max(1, pieces.partitionPoint { $0.range.start > offset }) - 1]
  }
}

// What a fix would change in a file, as a patch.

/// The difference of two versions of a file in the form `patch -p0` and `git apply -p0` accept.
///
/// Versions of equally many lines are compared line by line, which is what fixes leave behind;
/// otherwise everything between the first and the last differing line is one change.
public struct UnifiedDiff: Hashable, Sendable {
  private static let context = 3

  /// The patch; empty when the versions are equal.
  public let bytes: [UInt8]

  /// Compares two versions of the file at `path`.
  ///
  /// - Complexity: O(n).
  public init(path: String, old: [UInt8], new: [UInt8]) {
    guard old != new else {
      bytes = []
      return
    }
    let (old, new) = (Lines(old), Lines(new))
    let name = Self.fileName(path)
    var output = Array("--- \(name)\n+++ \(name)\n".utf8)
    for hunk in Self.hunks(Self.changes(old, new)) {
      Self.write(hunk, old, new, to: &output)
    }
    bytes = output
  }
}

extension UnifiedDiff {
  /// The lines of one version, each with its LF.
  private struct Lines {
    let bytes: [UInt8]
    let ranges: [Range<Int>]

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      var ranges: [Range<Int>] = []
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
        ranges.append(start..<end)
        start = end
      }
      self.ranges = ranges
    }

    var count: Int { ranges.count }
    subscript(line: Int) -> ArraySlice<UInt8> { bytes[ranges[line]] }
  }

  /// Lines of the old version that others take the place of.
  private struct Change {
    var old: Range<Int>
    var new: Range<Int>
  }

  private static func changes(_ old: Lines, _ new: Lines) -> [Change] {
    guard old.count == new.count else { return [wholeChange(old, new)] }
    var changes: [Change] = []
    for line in 0..<old.count where old[line] != new[line] {
      if let last = changes.indices.last, changes[last].old.upperBound == line {
        changes[last].old = changes[last].old.lowerBound..<(line + 1)
        changes[last].new = changes[last].old
      } else {
        changes.append(Change(old: line..<(line + 1), new: line..<(line + 1)))
      }
    }
    return changes
  }

  private static func wholeChange(_ old: Lines, _ new: Lines) -> Change {
    let shared = min(old.count, new.count)
    var before = 0
    while before < shared, old[before] == new[before] { before += 1 }
    var after = 0
    while after < shared - before, old[old.count - 1 - after] == new[new.count - 1 - after] {
      after += 1
    }
    return Change(old: before..<(old.count - after), new: before..<(new.count - after))
  }

  /// Groups changes whose context would touch.
  private static func hunks(_ changes: [Change]) -> [[Change]] {
    var hunks: [[Change]] = []
    for change in changes {
      if let last = hunks.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
    }
    return hunks
  }
}

// MARK: - Writing

extension UnifiedDiff {
  private static func write(
    _ hunk: [Change], _ old: Lines, _ new: Lines, to output: inout [UInt8]
  ) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let before = min(context, first.old.lowerBound)
    let after = min(context, old.count - last.old.upperBound)
    let oldSpan = (first.old.lowerBound - before)..<(last.old.upperBound + after)
    let newSpan = (first.new.lowerBound - before)..<(last.new.upperBound + after)
    output += Array("@@ -\(header(oldSpan)) +\(header(newSpan)) @@\n".utf8)
    var line = oldSpan.lowerBound
    for change in hunk {
      write(old, line..<change.old.lowerBound, " ", to: &output)
      write(old, change.old, "-", to: &output)
      write(new, change.new, "+", to: &output)
      line = change.old.upperBound
    }
    write(old, line..<oldSpan.upperBound, " ", to: &output)
  }

  /// A span in a hunk's header; an empty one names the line before it.
  private static func header(_ span: Range<Int>) -> String {
    "\(span.isEmpty ? span.lowerBound : span.lowerBound + 1),\(span.count)"
  }

  private static func write(
    _ lines: Lines, _ span: Range<Int>, _ mark: Unicode.Scalar, to output: inout [UInt8]
  ) {
    for line in span {
      output.append(UInt8(ascii: mark))
      output += lines[line]
      if lines[line].last != UInt8(ascii: "\n") {
        output += Array("\n\\ No newline at end of file\n".utf8)
      }
    }
  }

  /// The path as patches spell it: quoted when it holds control characters, quotes or backslashes,
  /// with a tab behind it when it holds a space.
  private static func fileName(_ path: String) -> String {
    let isOdd = { (scalar: Unicode.Scalar) in
      scalar < " " || scalar == "\u{7F}" || scalar == "\"" || scalar == "\\"
    }
    guard path.unicodeScalars.contains(where: isOdd) else {
      return path.utf8.contains(UInt8(ascii: " ")) ? path + "\t" : path
    }
    let quoted = path.unicodeScalars.map { scalar in
      if scalar == "\"" || scalar == "\\" { return "\\\(scalar)" }
      guard isOdd(scalar) else { return String(scalar) }
      let digits = String(scalar.value, radix: 8)
      return "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
    }
    return "\"\(quoted.joined())\""
  }
}

// How far a batch is, on one line of a terminal.

import PromptFiles

/// Shows how many records were judged, how fast, and how long it will take.
struct Progress {
  private let isShown: Bool
  private let size: Int?
  private let startBytes: Int
  private let startRecords: Int
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?

  /// Begins with what an earlier run has done.
  init(isShown: Bool, size: Int?, done bytes: Int, records: Int) {
    self.isShown = isShown
    self.size = size
    (startBytes, startRecords) = (bytes, records)
  }

  /// Shows where it is, four times a second.
  mutating func show(records: Int, bytes: Int) {
    guard isShown else { return }
    let now = ContinuousClock.now
    if let last, now - last < .milliseconds(250) { return }
    last = now
    let seconds = max((now - start) / .seconds(1), 0.001)
    let rate = Int(Double(records - startRecords) / seconds)
    var text = "\(records) records, \(rate)/s"
    if let size, bytes > startBytes {
      let left = seconds * Double(max(0, size - bytes)) / Double(bytes - startBytes)
      text += ", \(Self.duration(Int(left))) left"
    }
    Self.write("\r\(text)\u{1B}[K")
  }

  /// Takes the line away.
  func end() {
    if last != nil { Self.write("\r\u{1B}[K") }
  }

  private static func duration(_ seconds: Int) -> String {
    let (minutes, rest) = seconds.quotientAndRemainder(dividingBy: 60)
    let (hours, left) = minutes.quotientAndRemainder(dividingBy: 60)
    return hours > 0
      ? "\(hours) h \(left) min" : minutes > 0 ? "\(minutes) min \(rest) s" : "\(rest) s"
  }

  private static func write(_ text: String) {
    var output = OutputWriter.standardError()
    // Nobody is left to tell when standard error is closed.
    try? output.write(text)
    try? output.flush()
  }
}

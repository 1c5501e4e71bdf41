// STUB until the table lands.
struct FoldChanges: OptionSet, Hashable, Sendable {
  let rawValue: UInt32
  static let bidi = FoldChanges(rawValue: 1)
  static let turned = FoldChanges(rawValue: 2)
}
struct FoldedText {
  var bytes: [UInt8] = []
  var changes: FoldChanges = []
  var hasUnsegmented = false
}
enum Folding {
  static func fold(_ text: Span<UInt8>, into output: inout FoldedText) {
    output.bytes.removeAll(keepingCapacity: true)
    for i in text.indices {
      let b = text[i]
      output.bytes.append(b &- 0x41 < 26 ? b | 0x20 : b == 0x5F ? 0x20 : b)
    }
  }
  static func origins(of text: Span<UInt8>, into output: inout [UInt32]) {
    output = (0...UInt32(text.count)).map { $0 }
  }
  static func segmented(_ text: Span<UInt8>, into output: inout [UInt8]) {
    output.removeAll(keepingCapacity: true)
    for i in text.indices { output.append(text[i]) }
  }
}

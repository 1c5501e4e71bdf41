// STUB until the reader lands.
struct PatternOutline {
  enum Anchor { case words([[UInt8]], isStart: Bool), literals([[UInt8]]), none }
  let anchor: Anchor = .none
  let words: [[UInt8]] = []
  init(_ source: String) {}
}

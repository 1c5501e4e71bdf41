// The only calls into libyaml: bytes in, events out, one at a time.

internal import CYAML

extension Event {
  /// Calls `body` with each event of a YAML file, in order, until the end or the first error.
  ///
  /// The encoding is UTF-8, with or without a byte order mark. Events before an error are reported
  /// before it is thrown.
  ///
  /// - Throws: `YAMLError` for invalid UTF-8, control characters and broken YAML, or what `body`
  ///   throws, which ends the reading.
  /// - Complexity: O(n).
  public static func forEach(
    in bytes: [UInt8], _ body: (Event) throws(YAMLError) -> Void
  ) throws(YAMLError) {
    try checkEncoding(of: bytes)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = bytes.span.extracting(droppingFirst: start)
    // SAFETY: the reader, and with it libyaml's pointer to the bytes, lives in this closure only.
    try unsafe text.withUnsafeBufferPointer { buffer throws(YAMLError) in
      var reader = unsafe EventReader(buffer, marks: MarkCursor(bytes, start: start))
      while let event = try reader.next() { try body(event) }
    }
  }

  /// All events of a YAML file.
  ///
  /// - Throws: `YAMLError` for invalid UTF-8, control characters and broken YAML.
  /// - Complexity: O(n), in memory too.
  public static func all(in bytes: [UInt8]) throws(YAMLError) -> [Event] {
    var events: [Event] = []
    try forEach(in: bytes) { events.append($0) }
    return events
  }

  private static func checkEncoding(of bytes: [UInt8]) throws(YAMLError) {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let valid = Array(bytes[..<error.byteOffsets.lowerBound])
      var marks = MarkCursor(valid)
      throw YAMLError(message: "invalid UTF-8", mark: marks.mark(byte: valid.count))
    }
  }
}

/// A libyaml parser over borrowed bytes.
@safe private struct EventReader: ~Copyable {
  // SAFETY: this value alone owns the parser, whose address may not change (it points to itself),
  // hence the allocation. It is initialized in `init` and destroyed in `deinit` only.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var marks: MarkCursor
  private var isAtEnd = false

  /// - Precondition: `buffer` outlives the reader.
  @unsafe init(_ buffer: UnsafeBufferPointer<UInt8>, marks: MarkCursor) {
    self.marks = marks
    unsafe parser = .allocate(capacity: 1)
    guard unsafe yaml_parser_initialize(parser) == 1 else { fatalError("out of memory") }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    // An empty buffer may have no address, and libyaml aborts on that.
    let empty: StaticString = ""
    unsafe yaml_parser_set_input_string(
      parser, buffer.baseAddress ?? empty.utf8Start, buffer.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  /// The next event, or nil after the end of the stream.
  mutating func next() throws(YAMLError) -> Event? {
    if isAtEnd { return nil }
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    defer { unsafe yaml_event_delete(&event) }
    let kind = unsafe Event.Kind(event)
    isAtEnd = kind == .streamEnd
    return unsafe Event(kind: kind, mark: marks.mark(scalar: event.start_mark.index))
  }

  private mutating func failure() -> YAMLError {
    if unsafe parser.pointee.error == YAML_MEMORY_ERROR { fatalError("out of memory") }
    let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) }
    let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) }
    let message = [context, problem].compactMap(\.self).joined(separator: ": ")
    return YAMLError(message: message.isEmpty ? "broken YAML" : message, mark: failureMark())
  }

  /// The place of the failure, of which libyaml's reader knows the byte and all else the scalar.
  private mutating func failureMark() -> Mark {
    if unsafe parser.pointee.error == YAML_READER_ERROR {
      return unsafe marks.mark(bytePastStart: parser.pointee.problem_offset)
    }
    return unsafe marks.mark(scalar: parser.pointee.problem_mark.index)
  }
}

// Arrays of plain values as bytes and back, copied whole.

/// Writes arrays one behind the other, as they stand in memory (little-endian).
struct ArrayWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write<Element: BitwiseCopyable>(_ array: [Element]) {
    write(count: array.count)
    // SAFETY: the elements have no padding and no references; their bytes are copied at once.
    unsafe array.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func write(count: Int) {
    for shift in stride(from: 0, to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: count >> shift))
    }
  }
}

/// Reads such arrays.
struct ArrayReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// The next array; nil when the bytes end before it does.
  mutating func read<Element: BitwiseCopyable>(_: Element.Type) -> [Element]? {
    guard let count = readCount(), let bytes = take(count * MemoryLayout<Element>.stride) else {
      return nil
    }
    return unsafe [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      // SAFETY: the elements are plain values for which any bytes will do, and there are as many bytes
      // as they take.
      let target = UnsafeMutableRawBufferPointer(buffer)
      unsafe bytes.withUnsafeBytes { unsafe target.copyMemory(from: $0) }
      initialized = count
    }
  }

  mutating func readCount() -> Int? {
    take(4)?.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}

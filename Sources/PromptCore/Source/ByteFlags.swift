// Questions about bytes whose answer is the highest bit of a byte, without a branch.
//
// A loop over these that only collects bits is widened by the compiler, and looks at many bytes at once.

extension UInt8 {
  /// The bit that is set in an answer of yes.
  package static let yes: UInt8 = 0x80

  /// Whether the byte is `other`; the lower bits mean nothing.
  @inlinable package func flag(is other: UInt8) -> UInt8 {
    let difference = self ^ other
    return (difference &- 1) & ~difference
  }

  /// Whether the byte is beyond ASCII or below `least`, which is ASCII; the lower bits mean nothing.
  @inlinable package func flag(outsideASCIIFrom least: UInt8) -> UInt8 { (self &- least) | self }
}

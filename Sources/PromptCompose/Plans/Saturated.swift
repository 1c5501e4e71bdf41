// Counts that stop at the greatest number instead of overflowing.

extension UInt64 {
  /// The product, or the greatest number.
  static func product(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? .max : product
  }

  /// The sum, or the greatest number.
  static func sum(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? .max : sum
  }
}

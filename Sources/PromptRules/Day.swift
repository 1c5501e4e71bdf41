// A calendar day, for facts and for `--as-of`.

/// A calendar day, for facts and for `--as-of`.
public struct Day: Hashable, Sendable, Comparable {
  /// Year, month and day as one number, 20260724.
  public let rawValue: Int32

  /// The day of an ISO 8601 date (`2026-07-24`); nil for anything else and for days that no month has.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], let year = Int32(parts[0]),
      let month = Int32(parts[1]), let day = Int32(parts[2]),
      1...12 ~= month, day >= 1, day <= Self.count(ofMonth: month, in: year)
    else { return nil }
    rawValue = year * 10_000 + month * 100 + day
  }

  private static func count(ofMonth month: Int32, in year: Int32) -> Int32 {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// The day of such a number; nothing is checked.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The day in UTC of a moment after 1970.
  public init(secondsSinceEpoch seconds: Int) {
    // Days are counted from 0000-03-01, so that the leap day ends a year; 146,097 make 400 years.
    let days = seconds / 86_400 + 719_468
    let (era, day) = (days / 146_097, days % 146_097)
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let calendarMonth = month < 10 ? month + 3 : month - 9
    let calendarYear = era * 400 + year + (calendarMonth < 3 ? 1 : 0)
    let dayOfMonth = dayOfYear - (153 * month + 2) / 5 + 1
    self.init(rawValue: Int32(calendarYear * 10_000 + calendarMonth * 100 + dayOfMonth))
  }

  /// How many days lie between another day and this one; negative when the other comes later.
  public func days(since other: Day) -> Int { daysSinceEpoch - other.daysSinceEpoch }

  /// How many days it lies behind 1970-01-01; negative before.
  public var daysSinceEpoch: Int {
    let (number, month) = (Int(rawValue), Int(rawValue) / 100 % 100)
    let year = number / 10_000 - (month < 3 ? 1 : 0)
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + number % 100 - 1
    return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
  }

  /// The ISO 8601 date.
  public var text: String {
    let digits = String(rawValue)
    return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
  }

  /// Orders by date.
  public static func < (left: Day, right: Day) -> Bool { left.rawValue < right.rawValue }
}

package import Model

/// A day as a number of days since 1 January 1970, so that days can be compared and counted.
package struct Day: Hashable, Comparable, Sendable {
  package let number: Int

  package init(number: Int) { self.number = number }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// Nil for a date without a month or day.
  package init?(_ date: CalendarDate) {
    guard let month = date.month, let day = date.day else { return nil }
    number = Day.number(year: date.year, month: month, day: day)
  }

  /// The number of a date. Years are counted from March, so that the leap day is the last.
  private static func number(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
  }

  /// The calendar date of the day. Days before the year 1 become its first day.
  package var date: CalendarDate {
    // 400 years have 146,097 days, so this is at most one year off.
    var year = max(1, 1970 + number * 400 / 146_097)
    while Day.number(year: year + 1, month: 1, day: 1) <= number { year += 1 }
    while year > 1, Day.number(year: year, month: 1, day: 1) > number { year -= 1 }
    var month = 12
    while month > 1, Day.number(year: year, month: month, day: 1) > number { month -= 1 }
    let day = number - Day.number(year: year, month: month, day: 1) + 1
    return CalendarDate(year: year, month: month, day: day) ?? firstDate
  }

  /// The day some months later, on the same day of the month or on the month's last.
  func adding(months: Int) -> Day {
    let date = date
    let count = date.year * 12 + (date.month ?? 1) - 1 + months
    for day in stride(from: date.day ?? 1, through: 1, by: -1) {
      if let found = CalendarDate(year: count / 12, month: count % 12 + 1, day: day),
        let day = Day(found)
      {
        return day
      }
    }
    return self
  }

  func adding(days: Int) -> Day { Day(number: number + days) }

  package var description: String { date.description }
}

/// 1 January of the year 1.
private let firstDate: CalendarDate = {
  guard let date = CalendarDate(year: 1, month: 1, day: 1) else {
    preconditionFailure("the calendar has a first day")
  }
  return date
}()

/// The day written as `2026-09-07`, from 1000 to 2999. Nil if there is no such day.
package func readDay(_ value: some Collection<UInt8>) -> Day? {
  let bytes = Array(value)
  guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
    return nil
  }
  func number(_ range: Range<Int>) -> Int? {
    bytes[range].reduce(0) { number, byte in
      guard let number, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      return number * 10 + Int(byte - UInt8(ascii: "0"))
    }
  }
  guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
    (1000...2999).contains(year)
  else { return nil }
  return CalendarDate(year: year, month: month, day: day).flatMap(Day.init)
}

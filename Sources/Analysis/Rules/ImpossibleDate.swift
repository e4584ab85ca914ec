internal import Diagnostics
internal import Grammar
internal import Model

/// Two dates of which one cannot be before the other, and is.
struct ImpossibleDate: Problem {
  static let rule = Rule(
    "KSF0304", "impossible-date",
    summary: """
      Reports dates in an order that cannot be: a framework in force before it is issued, a source read, or due to be \
      looked at again, before it was published.
      """,
    reason: "One of the two is a slip, and readers would plan by it.",
    bad: "issued: 2026-11-30\nin-force: 2026-04-01",
    good: "issued: 2026-11-30\nin-force: 2027-04-01")

  let range: SourceRange?
  let key: Key
  let date: CalendarDate
  let earlierKey: Key
  let earlierDate: CalendarDate
  let earlierPlace: SourceRange

  var message: String {
    "`\(key.rawValue)` (\(date)) is before `\(earlierKey.rawValue)` (\(earlierDate))"
  }

  var notes: [Diagnostic.Note] {
    [Diagnostic.Note("`\(earlierKey.rawValue)` is \(earlierDate) here", at: earlierPlace)]
  }

  var help: String { "One of the two dates is wrong: correct it." }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    for record in draft.records(.framework) {
      check(.inForce, notBefore: .issued, of: record, &bag)
    }
    for record in draft.records(.source) {
      check(.accessed, notBefore: .date, of: record, &bag)
      check(.reviewBy, notBefore: .date, of: record, &bag)
    }
  }

  private static func check(
    _ key: Key, notBefore earlierKey: Key, of record: RecordReader, _ bag: inout DiagnosticBag
  ) {
    guard let date = record.date(key), let earlierDate = record.date(earlierKey),
      date.isBefore(earlierDate)
    else { return }
    bag.report(
      ImpossibleDate(
        range: record.range(key), key: key, date: date, earlierKey: earlierKey,
        earlierDate: earlierDate, earlierPlace: record.range(earlierKey)))
  }
}

extension CalendarDate {
  /// Whether it is certainly before another: 2026-03 is before 2026-04-01 and not before 2026.
  func isBefore(_ other: CalendarDate) -> Bool {
    (year, month ?? 12, day ?? 31) < (other.year, other.month ?? 1, other.day ?? 1)
  }
}

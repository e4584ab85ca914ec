/// The name and edition of a framework, when it applies, and what it calls its parts.
package struct Identity: Sendable {
  package var id = ""
  package var title = ""
  package var edition = Edition(0, 0, 0)
  /// A BCP 47 tag.
  package var language = "en"
  package var status = Status.draft
  package var issued: CalendarDate?
  package var inForce: CalendarDate?
  package var publisher: String?
  package var licence: String?
  package var notice: Markdown?
  package var summary: Markdown?
  package var supersedes: String?
  package var supersededBy: String?
  /// The address at which it is published. Permanent links and the ids of schemas begin with it. Ends with a slash.
  package var base: String?
  package var vocabulary = Vocabulary()
  package var budget = Budget()
  package var handbook = HandbookSettings()

  package init() {}
}

/// The status of a framework.
package enum Status: String, CaseIterable, Sendable {
  case draft, consultation, pilot, published, superseded, withdrawn
}

/// Three numbers, ordered as in Semantic Versioning 2.0.0.
package struct Edition: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let major: Int
  package let minor: Int
  package let patch: Int

  package init(_ major: Int, _ minor: Int, _ patch: Int) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  package var description: String { "\(major).\(minor).\(patch)" }

  package static func < (left: Edition, right: Edition) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }
}

extension Edition {
  /// Reads three numbers with points between them. Nil for anything else.
  package init?(reading text: some StringProtocol) {
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, let major = numbers[0], let minor = numbers[1],
      let patch = numbers[2], min(major, minor, patch) >= 0,
      "\(major).\(minor).\(patch)" == text
    else { return nil }
    self.init(major, minor, patch)
  }
}

/// A day of the Gregorian calendar, or a month or year of it where nothing more is known.
package struct CalendarDate: Hashable, Sendable, CustomStringConvertible {
  package let year: Int
  package let month: Int?
  package let day: Int?

  /// Nil if there is no such day.
  package init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year), month.map((1...12).contains) ?? (day == nil) else {
      return nil
    }
    if let day, let month {
      guard (1...CalendarDate.length(ofMonth: month, year: year)).contains(day) else { return nil }
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// As in ISO 8601: `2026-09-01`, `2026-09` or `2026`.
  package var description: String {
    [digits(year, 4), month.map { digits($0, 2) }, day.map { digits($0, 2) }]
      .compactMap { $0 }.joined(separator: "-")
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  private func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}

/// The limits above which there is a warning about the size of a framework.
package struct Budget: Sendable {
  package var statements: Int?
  package var outcomes: Int?
  package var wordsPerStatement = 25
  package var statementsPerPhase: [(phase: Ref<Phase>, count: Int)] = []

  package init() {}
}

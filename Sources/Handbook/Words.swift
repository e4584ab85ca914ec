internal import Model

extension Status {
  /// As readers see it.
  var title: String {
    switch self {
    case .draft: "Draft"
    case .consultation: "Out for consultation"
    case .pilot: "Pilot"
    case .published: "Published"
    case .superseded: "Superseded"
    case .withdrawn: "Withdrawn"
    }
  }
}

extension CalendarDate {
  /// As people write it: "1 September 2026", "September 2026" or "2026".
  var longForm: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return [day.map(String.init), month.map { months[$0 - 1] }, String(year)]
      .compactMap { $0 }.joined(separator: " ")
  }
}

extension Requirement {
  /// As readers see it.
  var title: String {
    switch self {
    case .mandatory: "Mandatory"
    case .offered: "Offered"
    case .optional: "Optional"
    }
  }
}

extension Relation {
  /// As readers see it, from the statement's side.
  var title: String {
    switch self {
    case .exact: "says the same as"
    case .narrower: "is a part of"
    case .broader: "includes"
    case .related: "is related to"
    }
  }
}

/// Months as people say them: "1 year", "18 months".
func lengthInWords(_ months: Int) -> String {
  if months > 0, months % 12 == 0 { return months == 12 ? "1 year" : "\(months / 12) years" }
  return months == 1 ? "1 month" : "\(months) months"
}

/// When something is held, counted from the start.
func monthInWords(_ month: Int) -> String {
  month == 0 ? "At the start" : "Month \(month)"
}

/// Words with commas and a last "and": "a, b and c".
func joined(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}

extension [Diagnostic] {
  /// The counts in words, never capped: "2 errors and 1 warning in 2 files".
  package var summary: String {
    let counts = [counted(errorCount, "error"), counted(warningCount, "warning")]
      .compactMap { $0 }
    guard !counts.isEmpty else { return "no problems" }
    let files = Set(compactMap { $0.range?.file }).count
    let place = files > 1 ? " in \(files) files" : ""
    return counts.joined(separator: " and ") + place
  }

  private func counted(_ count: Int, _ noun: String) -> String? {
    count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

extension [Diagnostic] {
  /// The counts in words, never capped: "2 errors and 1 warning in 2 files".
  package var summary: String {
    guard !isEmpty else { return "no problems" }
    let files = Set(compactMap { $0.range?.file }).count
    return counts + (files > 1 ? " in \(files) files" : "")
  }

  /// The counts in words without the files: "2 errors and 1 warning".
  var counts: String {
    [counted(errorCount, "error"), counted(warningCount, "warning")].compactMap { $0 }
      .joined(separator: " and ")
  }

  private func counted(_ count: Int, _ noun: String) -> String? {
    count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

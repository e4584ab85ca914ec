internal import Output

/// The number of problems that the summary of a job lists. GitHub shows up to a megabyte; nobody reads that much.
private let summaryLimit = 100

extension Report {
  /// The report as Markdown for a job summary or a comment: the counts, and a table of problems, errors first.
  var summary: [UInt8] {
    var buffer = ByteBuffer()
    buffer.append(raw: "### Framework: ")
    buffer.append(markdown: diagnostics.summary)
    buffer.append(raw: "\n")
    let shown = worst(summaryLimit)
    if !shown.isEmpty { buffer.append(raw: "\n| where | what | to do |\n|---|---|---|\n") }
    for severity in [Severity.error, .warning] {
      for finding in shown where finding.diagnostic.severity == severity {
        append(row: finding.diagnostic, to: &buffer)
      }
    }
    if shown.count < findings.count {
      buffer.append(raw: "\nAnd \(findings.count - shown.count) more, which are not listed.\n")
    }
    return buffer.bytes
  }

  private func append(row diagnostic: Diagnostic, to buffer: inout ByteBuffer) {
    buffer.append(raw: "| ")
    if let range = diagnostic.range {
      buffer.append(markdown: "\(path(range.file)):\(span(range).start.line)")
    }
    buffer.append(raw: " | \(diagnostic.severity.rawValue): ")
    buffer.append(markdown: diagnostic.sentence)
    buffer.append(raw: " (\(diagnostic.rule.name)) | ")
    buffer.append(markdown: diagnostic.help)
    buffer.append(raw: " |\n")
  }
}

internal import Output

/// The number of results that GitHub accepts in one run. It refuses a file with more.
private let resultLimit = 25_000

extension Report {
  /// The report as a SARIF 2.1.0 log (OASIS standard with errata 01, whose sections are cited here) with one run.
  ///
  /// Only the rules that occur are described. If there are more results than GitHub accepts, the worst are kept and a
  /// notification counts the rest.
  var sarif: [UInt8] {
    let shown = worst(resultLimit)
    let rules = Set(shown.map { ObjectIdentifier($0.diagnostic.rule) })
    var described: [Rule] = []
    var places: [String: Int] = [:]
    for finding in shown where places[finding.diagnostic.rule.code] == nil {
      places[finding.diagnostic.rule.code] = described.count
      described.append(finding.diagnostic.rule)
      if described.count == rules.count { break }
    }

    var json = JSONWriter()
    json.object { json in
      json.pair(
        "$schema",
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
      )
      json.pair("version", "2.1.0")
      json.key("runs")
      json.array { json in
        json.object { json in
          writeTool(describing: described, to: &json)
          writeInvocation(leavingOut: findings.count - shown.count, to: &json)
          json.key("originalUriBaseIds")
          json.object { json in
            json.key(SARIFBase.name)
            json.object { $0.message("description", SARIFBase.description) }
          }
          // Our columns count Unicode scalars.
          json.pair("columnKind", "unicodeCodePoints")
          json.key("results")
          json.array { json in
            for finding in shown {
              json.object { json in
                write(finding, rulePlace: places[finding.diagnostic.rule.code] ?? 0, to: &json)
              }
            }
          }
        }
      }
    }
    return json.finish()
  }

  private func writeTool(describing rules: [Rule], to json: inout JSONWriter) {
    json.key("tool")
    json.object { json in
      json.key("driver")
      json.object { json in
        json.pair("name", "ksf")
        json.pair("version", run.version)
        json.key("rules")
        json.array { json in
          for rule in rules { json.object { $0.write(rule) } }
        }
      }
    }
  }

  private func writeInvocation(leavingOut count: Int, to json: inout JSONWriter) {
    json.key("invocations")
    json.array { json in
      json.object { json in
        json.key("executionSuccessful")
        json.boolean(true)
        guard count > 0 else { return }
        json.key("toolExecutionNotifications")
        json.array { json in
          json.object { json in
            json.pair("level", "warning")
            json.message(
              "message",
              """
              \(count) more \(count == 1 ? "problem is" : "problems are") not listed here: \
              a log holds the \(resultLimit) worst.
              """
            )
          }
        }
      }
    }
  }

  private func write(_ finding: Finding, rulePlace: Int, to json: inout JSONWriter) {
    let diagnostic = finding.diagnostic
    json.pair("ruleId", diagnostic.rule.code)
    json.key("ruleIndex")
    json.integer(rulePlace)
    json.pair("level", diagnostic.severity.rawValue)
    json.message("message", diagnostic.explanation)
    json.key("locations")
    json.array { json in
      json.object { write(diagnostic.range, to: &$0) }
    }
    if !diagnostic.notes.isEmpty { write(diagnostic.notes, to: &json) }
    if !diagnostic.fixes.isEmpty { write(diagnostic.fixes, to: &json) }
    json.key("partialFingerprints")
    // Not `primaryLocationLineHash`: GitHub's upload computes that itself and warns about every other value.
    json.object { $0.pair("ksfLine/v1", fingerprint(finding)) }
  }

  private func write(_ notes: [Diagnostic.Note], to json: inout JSONWriter) {
    json.key("relatedLocations")
    json.array { json in
      for (index, note) in notes.enumerated() {
        json.object { json in
          json.key("id")
          json.integer(index + 1)
          json.message("message", note.message)
          write(note.range, to: &json)
        }
      }
    }
  }
}

extension JSONWriter {
  /// Writes a message, or a text in one format (3.11, 3.12).
  mutating func message(_ key: String, _ text: String) {
    self.key(key)
    object { $0.pair("text", withoutPlaceholders(text)) }
  }

  /// Writes a rule as a reporting descriptor (3.49).
  fileprivate mutating func write(_ rule: Rule) {
    pair("id", rule.code)
    pair("name", rule.name)
    message("shortDescription", rule.summary)
    message("fullDescription", rule.reason)
    key("help")
    object { json in
      json.pair("text", rule.page)
      json.pair("markdown", rule.page)
    }
    key("defaultConfiguration")
    object { $0.pair("level", rule.severity.rawValue) }
  }
}

/// The text with doubled braces around numbers, which readers would otherwise take for placeholders (3.11.5).
///
/// The standard wants every brace doubled. But no reader that we know undoes that in a message without arguments, so authors
/// would be told to write `}}`.
private func withoutPlaceholders(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
  var result = ""
  var rest = text[...]
  while let open = rest.firstIndex(of: "{") {
    let number = rest[open...].dropFirst().prefix { $0.isASCII && $0.isWholeNumber }
    result += rest[..<open]
    rest = rest[number.endIndex...]
    let isPlaceholder = !number.isEmpty && rest.first == "}"
    result += isPlaceholder ? "{{\(number)}}" : "{\(number)"
    if isPlaceholder { rest = rest.dropFirst() }
  }
  return result + rest
}

internal import Output

extension Coverage {
  /// The coverage for people: a line for each document, or with `inFull`, each fact and item with its fate.
  package func text(inFull: Bool) -> String {
    let width = documents.map(\.id.count).max() ?? 0
    let blocks = documents.map { inFull ? $0.inFull : [$0.line(width)] }
    let body = blocks.map { $0.joined(separator: "\n") }.joined(separator: inFull ? "\n\n" : "\n")
    return body.isEmpty ? total : body + "\n\n" + total
  }

  private var total: String {
    guard !documents.isEmpty else { return "The framework names no source and no crosswalk." }
    return openCount == 0
      ? "Everything is used or declined with a reason."
      : "\(openCount) \(openCount == 1 ? "is" : "are") neither used nor declined."
  }

  /// The coverage as JSON: every document with every fact or item.
  package var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("open")
      json.integer(openCount)
      json.key("documents")
      json.array { json in
        for document in documents { document.write(to: &json) }
      }
    }
    return json.finish()
  }
}

extension Coverage.Document {
  private var noun: String { kind == .source ? "fact" : "item" }

  private var summary: String {
    let (used, declined, open) = counts
    let total = "\(parts.count) \(parts.count == 1 ? noun : noun + "s")"
    return "\(total): \(used) used, \(declined) declined, \(open) open"
  }

  /// The summary line of a document: "report     12 facts: 10 used, 2 declined, 0 open".
  fileprivate func line(_ width: Int) -> String {
    id + String(repeating: " ", count: width - id.count + 2) + summary
  }

  fileprivate var inFull: [String] {
    var lines = ["\(id): \(title)", summary]
    if !citedAsWhole.isEmpty { lines.append("as a whole: \(citedAsWhole.joined(separator: ", "))") }
    for part in parts {
      lines.append("")
      lines.append("  \(part.code)  \(part.text)")
      switch part.fate {
      case .used(let users): lines.append("      used by \(users.joined(separator: ", "))")
      case .declined(let reason): lines.append("      declined: \(reason)")
      case .open: lines.append("      OPEN: neither used nor declined")
      }
    }
    return lines
  }

  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("kind")
      json.string(kind.rawValue)
      json.key("id")
      json.string(id)
      json.key("title")
      json.string(title)
      json.strings("citedAsWhole", citedAsWhole)
      json.key("parts")
      json.array { json in
        for part in parts { part.write(to: &json) }
      }
    }
  }
}

extension Coverage.Part {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("code")
      json.string(code)
      json.key("text")
      json.string(text)
      json.key("fate")
      switch fate {
      case .used(let users):
        json.string("used")
        json.strings("by", users)
      case .declined(let reason):
        json.string("declined")
        json.key("because")
        json.string(reason)
      case .open: json.string("open")
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func strings(_ name: String, _ values: [String]) {
    key(name)
    array { json in
      for value in values { json.string(value) }
    }
  }
}

internal import Analysis
internal import Grammar
internal import Output

extension Listing {
  /// A line for each record, with its columns one below another.
  package var text: String {
    let rows = found.map { record in
      shown.map { cells(of: record, $0) } ?? [
        record.name ?? record.owners.last?.name ?? "", record.label ?? "",
      ]
    }
    return aligned(rows)
  }

  /// A line for people after the list: "12 of 104".
  package var summary: String { "\(found.count) of \(total)" }

  /// A table with a row for each record, after RFC 4180.
  package var csv: [UInt8] {
    let columns = shown ?? allColumns
    return csvTable([columns.map(\.title)] + found.map { cells(of: $0, columns) })
  }

  /// An array with an object for each record.
  package var json: [UInt8] {
    var json = JSONWriter()
    json.array { json in
      for record in found { write(record, to: &json) }
    }
    return json.finish()
  }

  private func cells(of record: WrittenRecord, _ columns: [Column]) -> [String] {
    columns.map { column in
      switch column {
      case .key(let key):
        self.columns.values(of: key, in: record).map(\.inOneLine).joined(separator: "; ")
      case .file: catalogue.place(of: record.range).path
      case .line: String(catalogue.place(of: record.range).line)
      }
    }
  }

  private func write(_ record: WrittenRecord, to json: inout JSONWriter) {
    json.object { json in
      for column in shown ?? allColumns {
        switch column {
        case .key(let key):
          for value in columns.values(of: key, in: record).prefix(1) {
            json.key(key.rawValue)
            value.write(to: &json)
          }
        case .file:
          json.key("file")
          json.string(catalogue.place(of: record.range).path)
        case .line:
          json.key("line")
          json.integer(catalogue.place(of: record.range).line)
        }
      }
    }
  }
}

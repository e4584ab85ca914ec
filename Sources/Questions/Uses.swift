package import Analysis
internal import Diagnostics
internal import Grammar
internal import Output

/// Everything that refers to a thing, and what its removal would break.
package struct Uses {
  package let record: WrittenRecord
  package let mentions: [Mention]

  /// The named records inside it, which would go with it.
  package let inside: [WrittenRecord]

  /// The mentions of those records from outside.
  package let mentionsOfInside: [Mention]

  let catalogue: Catalogue
  private let isPublished: Bool

  /// `isPublished` says whether the lock has an id.
  package init(
    of name: String, in catalogue: Catalogue, isPublished: (String) -> Bool
  ) throws(QuestionFailure) {
    record = try catalogue.requireRecord(named: name)
    let name = record.name ?? name
    let own = record
    let inside = catalogue.records.filter { inner in
      inner.name != nil
        && inner.owners.contains { $0.entity == own.entity && $0.name == own.name }
    }
    let names = Set(inside.compactMap(\.name))
    self.inside = inside
    mentions = catalogue.mentions.filter { $0.name == name }
    mentionsOfInside = catalogue.mentions.filter { mention in
      names.contains(mention.name) && !own.range.contains(mention.range)
    }
    self.isPublished = isPublished(name)
    self.catalogue = catalogue
  }
}

extension SourceRange {
  fileprivate func contains(_ other: SourceRange) -> Bool {
    file == other.file && start <= other.start && other.end <= end
  }
}

extension Catalogue {
  /// The record with a name. Throws with what was most likely meant if there is none.
  func requireRecord(named name: String) throws(QuestionFailure) -> WrittenRecord {
    if let record = record(named: name) { return record }
    let meant = QuestionFailure.didYouMean(name, among: records.compactMap(\.name))
    throw QuestionFailure("Nothing in the framework is called \"\(name)\".\(meant)")
  }
}

extension Uses {
  /// The answer for people.
  package var text: String {
    ([head] + list + [consequences]).joined(separator: "\n\n")
  }

  private var head: String {
    let title = Grammar.entity(record.entity).title
    let count =
      switch mentions.count {
      case 0: "not used anywhere"
      case 1: "used in 1 place"
      default: "used in \(mentions.count) places"
      }
    return "\(record.name ?? ""), \(title) at \(catalogue.written(record.range)), is \(count)."
  }

  private var list: [String] {
    guard !mentions.isEmpty else { return [] }
    let table = aligned(
      mentions.map { mention in
        [
          "  " + (mention.user.name ?? Grammar.entity(mention.user.entity).title),
          mention.isLink ? "\(mention.key.rawValue) (link)" : mention.key.rawValue,
          catalogue.written(mention.range),
        ]
      })
    return [table]
  }

  private var consequences: String {
    var sentences: [String] = []
    if !inside.isEmpty {
      sentences.append(
        "\(inside.count) \(inside.count == 1 ? "thing stands" : "things stand") in it and would go too."
      )
    }
    let broken = brokenCount
    if broken > 0 {
      sentences.append(
        "\(broken) \(broken == 1 ? "place" : "places") would refer to nothing, which `ksf check` reports as errors."
      )
    }
    if isPublished {
      sentences.append("Its id is published: name it under `retired` in the framework.")
    }
    return sentences.isEmpty
      ? "It can go without breaking anything."
      : "If it went:\n  " + sentences.joined(separator: "\n  ")
  }

  /// The number of places outside of it that would refer to nothing.
  private var brokenCount: Int {
    Set((mentions + mentionsOfInside).map(\.range).filter { !record.range.contains($0) }).count
  }

  /// The answer for programs.
  package var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("name")
      json.string(record.name ?? "")
      json.key("uses")
      json.array { json in
        for mention in mentions { write(mention, to: &json) }
      }
      json.key("inside")
      json.array { json in
        for inner in inside { json.string(inner.name ?? "") }
      }
      json.key("broken")
      json.integer(brokenCount)
      json.key("published")
      json.boolean(isPublished)
    }
    return json.finish()
  }

  private func write(_ mention: Mention, to json: inout JSONWriter) {
    let place = catalogue.place(of: mention.range)
    json.object(onOneLine: true) { json in
      for (key, value) in [
        ("by", mention.user.name ?? ""), ("key", mention.key.rawValue), ("file", place.path),
      ] {
        json.key(key)
        json.string(value)
      }
      json.key("line")
      json.integer(place.line)
      json.key("link")
      json.boolean(mention.isLink)
    }
  }

  /// The uses as a table, after RFC 4180.
  package var csv: [UInt8] {
    csvTable(
      [["by", "key", "file", "line"]]
        + mentions.map { mention in
          let place = catalogue.place(of: mention.range)
          return [mention.user.name ?? "", mention.key.rawValue, place.path, String(place.line)]
        })
  }
}

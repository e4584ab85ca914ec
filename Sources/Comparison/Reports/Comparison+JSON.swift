internal import Model
internal import Output

extension Comparison {
  /// The comparison as JSON for programs. `docs/changes.md` describes the format.
  package func json() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("version")
      json.integer(1)
      json.key("framework")
      json.string(new.id)
      json.key("from")
      json.string(old.edition.description)
      json.key("to")
      json.string(new.edition.description)
      json.key("class")
      json.string(changeClass?.rawValue ?? "none")
      json.key("requiredEdition")
      json.string(requiredEdition.lowest.description)
      json.key("isEditionEnough")
      json.boolean(requiredEdition.allows(new.edition))
      json.key("summary")
      json.string(changeClass == nil ? "" : summary)
      json.key("changes")
      json.array { json in
        for change in changes { change.write(to: &json) }
      }
    }
    return json.finish()
  }
}

extension Change {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      for (key, value) in [
        ("code", rule.code), ("rule", rule.name), ("class", rule.changeClass.rawValue), ("id", id),
        ("noun", noun), ("title", title),
      ] {
        json.key(key)
        json.string(value)
      }
      for (key, value) in [("part", part), ("before", before), ("after", after)] {
        guard let value else { continue }
        json.key(key)
        json.string(value)
      }
      json.key("touches")
      json.object { json in
        for (key, values) in [
          ("roles", impact.roles), ("phases", impact.phases), ("records", impact.records),
          ("schemas", impact.schemas),
        ] {
          json.key(key)
          json.array { json in
            for value in values { json.string(value) }
          }
        }
      }
    }
  }
}

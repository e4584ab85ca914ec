internal import Model
internal import Templates

/// An earlier edition, with what has changed since.
struct EarlierEditionItem: RecordShape {
  static let layout = RecordLayout<Self>("earlier edition")

  let edition = Field<String>("edition", "The edition: three numbers.")
  let summary = Field<String>("summary", "What has changed since, in a sentence.")
  let groups = Field<[Record<ChangeGroup>]>(
    "groups", "The changes, those that concern people the most first.")
  let rest = Field<String>(
    "rest", "How many more changes there are that are not listed, if there are any.")
}

/// Changes that mean the same to people.
struct ChangeGroup: RecordShape {
  static let layout = RecordLayout<Self>("change group")

  let title = Field<String>("title", "What they mean to people.")
  let items = Field<[Record<ChangeItem>]>("items", "The changes.")
}

/// One change.
struct ChangeItem: RecordShape {
  static let layout = RecordLayout<Self>("change item")

  let id = Field<String>("id", "What changed, by its code.")
  let address = Field<String>("address", "Its page, if it still has one.")
  let event = Field<String>("event", "What happened to it.")
  let words = Field<[Record<WordsItem>]>(
    "words", "What it said and says, where that can be said in a line.")
}

/// A run of words that was there before, is new, or has stayed.
struct WordsItem: RecordShape {
  static let layout = RecordLayout<Self>("words item")

  let isAdded = Field<Bool>("isAdded", "Whether they are new.")
  let isRemoved = Field<Bool>("isRemoved", "Whether they are gone.")
  let text = Field<String>("text", "The words.")
}

extension PageWriter {
  /// What has changed since each recorded edition, the newest first.
  var earlierEditions: [Record<EarlierEditionItem>] {
    site.provenance.earlierEditions.map { edition in
      Record(in: values) { record, field in
        record[field.edition] = edition.edition
        record[field.summary] = edition.summary
        record[field.groups] = edition.groups.map(group)
        record[field.rest] = edition.restCount == 0 ? nil : String(edition.restCount)
      }
    }
  }

  private func group(_ group: EditionChanges.Group) -> Record<ChangeGroup> {
    Record(in: values) { record, field in
      record[field.title] = group.title
      record[field.items] = group.items.map(item)
    }
  }

  private func item(_ item: EditionChanges.Item) -> Record<ChangeItem> {
    Record(in: values) { record, field in
      record[field.id] = item.id
      record[field.address] = site.framework.links.subject(withID: item.id).map(way)
      record[field.event] = item.event
      record[field.words] = item.words.map { words in
        Record(in: values) { record, field in
          record[field.isAdded] = words.kind == .added
          record[field.isRemoved] = words.kind == .removed
          record[field.text] = words.text
        }
      }
    }
  }
}

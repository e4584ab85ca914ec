internal import Model
internal import Templates

/// An earlier edition, with what has changed since.
struct EarlierEditionItem: RecordShape {
  static let layout = RecordLayout<EarlierEditionItem>("earlier edition")

  let edition: Field<EarlierEditionItem, String>
  let summary: Field<EarlierEditionItem, String>
  let groups: Field<EarlierEditionItem, [Record<ChangeGroup>]>
  let rest: Field<EarlierEditionItem, String>

  init(_ declare: inout FieldDeclarations<EarlierEditionItem>) {
    edition = declare("edition", "The edition: three numbers.")
    summary = declare("summary", "What has changed since, in a sentence.")
    groups = declare("groups", "The changes, those that concern people the most first.")
    rest = declare("rest", "How many more changes there are that are not listed, if there are any.")
  }
}

/// Changes that mean the same to people.
struct ChangeGroup: RecordShape {
  static let layout = RecordLayout<ChangeGroup>("change group")

  let title: Field<ChangeGroup, String>
  let items: Field<ChangeGroup, [Record<ChangeItem>]>

  init(_ declare: inout FieldDeclarations<ChangeGroup>) {
    title = declare("title", "What they mean to people.")
    items = declare("items", "The changes.")
  }
}

/// One change.
struct ChangeItem: RecordShape {
  static let layout = RecordLayout<ChangeItem>("change item")

  let id: Field<ChangeItem, String>
  let address: Field<ChangeItem, String>
  let event: Field<ChangeItem, String>
  let words: Field<ChangeItem, [Record<WordsItem>]>

  init(_ declare: inout FieldDeclarations<ChangeItem>) {
    id = declare("id", "What changed, by its code.")
    address = declare("address", "Its page, if it still has one.")
    event = declare("event", "What happened to it.")
    words = declare("words", "What it said and says, where that can be said in a line.")
  }
}

/// A run of words that was there before, is new, or has stayed.
struct WordsItem: RecordShape {
  static let layout = RecordLayout<WordsItem>("words item")

  let isAdded: Field<WordsItem, Bool>
  let isRemoved: Field<WordsItem, Bool>
  let text: Field<WordsItem, String>

  init(_ declare: inout FieldDeclarations<WordsItem>) {
    isAdded = declare("isAdded", "Whether they are new.")
    isRemoved = declare("isRemoved", "Whether they are gone.")
    text = declare("text", "The words.")
  }
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

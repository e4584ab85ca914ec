internal import Model
internal import Templates

/// All terms in alphabetical order.
struct GlossaryPage: RecordShape {
  static let layout = RecordLayout<Self>("glossary page")
  static let template = PageTemplate<GlossaryPage>("glossary", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let terms = Field<[Record<TermItem>]>("terms", "All terms.")

  static func render(_ site: Site, _ place: PagePlace) -> [UInt8] {
    let writer = PageWriter(site, place)
    // By letters alone, so that the order is the same on every machine.
    let terms = site.contents.terms.elements.enumerated().sorted {
      ($0.element.term.lowercased(), $0.element.term, $0.offset)
        < ($1.element.term.lowercased(), $1.element.term, $1.offset)
    }
    return writer.render(template) { record, field in
      record[field.terms] = terms.map { writer.item($0.element, number: $0.offset + 1) }
      record[field.frame] = writer.frame("Glossary", in: .glossary)
    }
  }
}

/// A term with its definition.
struct TermItem: RecordShape {
  static let layout = RecordLayout<Self>("term")

  let anchor = Field<String>("anchor", "Its anchor on the page.")
  let term = Field<String>("term", "The term.")
  let language = Field<String>("language", "Its language, if it is another than the framework's.")
  let abbreviation = Field<String>("abbreviation", "Its abbreviation.")
  let also = Field<String>("also", "Its other forms, with commas between them.")
  let definition = Field<SafeMarkup>("definition", "What it means here.")
}

extension PageWriter {
  fileprivate func item(_ term: Term, number: Int) -> Record<TermItem> {
    Record(in: values) { record, field in
      record[field.anchor] = "term-\(number)_"
      record[field.term] = term.term
      record[field.language] = foreign(term.language)
      record[field.abbreviation] = term.abbreviation
      record[field.also] = term.also.joined(separator: ", ")
      record[field.definition] = bareBlocks(term.definition)
    }
  }
}

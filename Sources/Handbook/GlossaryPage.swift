internal import Model
internal import Output
internal import Templates

/// All terms in alphabetical order.
struct GlossaryPage: RecordShape {
  static let layout = RecordLayout<GlossaryPage>("glossary page")
  static let template = PageTemplate<GlossaryPage>("glossary", .html)

  let frame: Field<GlossaryPage, Record<Frame>>
  let terms: Field<GlossaryPage, [Record<TermItem>]>

  init(_ declare: inout FieldDeclarations<GlossaryPage>) {
    frame = declare("frame", "What is the same on every page.")
    terms = declare("terms", "All terms.")
  }

  static func file(_ site: Site) -> OutputFile {
    let place = PagePlace(path: Section.glossary.path)
    let writer = PageWriter(site, place)
    // By letters alone, so that the order is the same on every machine.
    let terms = site.contents.terms.elements.sorted {
      ($0.term.lowercased(), $0.term) < ($1.term.lowercased(), $1.term)
    }
    let record = Record<GlossaryPage> { record, field in
      record[field.frame] = writer.frame("Glossary", in: .glossary)
      record[field.terms] = terms.map(writer.item)
    }
    return site.file(place, template, record)
  }
}

/// A term with its definition.
struct TermItem: RecordShape {
  static let layout = RecordLayout<TermItem>("term")

  let term: Field<TermItem, String>
  let abbreviation: Field<TermItem, String>
  let also: Field<TermItem, String>
  let definition: Field<TermItem, SafeMarkup>

  init(_ declare: inout FieldDeclarations<TermItem>) {
    term = declare("term", "The term.")
    abbreviation = declare("abbreviation", "Its abbreviation.")
    also = declare("also", "Its other forms, with commas between them.")
    definition = declare("definition", "What it means here.")
  }
}

extension PageWriter {
  fileprivate func item(_ term: Term) -> Record<TermItem> {
    Record { record, field in
      record[field.term] = term.term
      record[field.abbreviation] = term.abbreviation
      record[field.also] = term.also.joined(separator: ", ")
      record[field.definition] = blocks(term.definition)
    }
  }
}

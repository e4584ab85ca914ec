internal import Model
internal import Templates

/// The way to find things without a script: all words by letter.
struct IndexPage: RecordShape {
  static let layout = RecordLayout<Self>("index page")
  static let template = PageTemplate<IndexPage>("a-to-z", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let letters = Field<[Record<LetterItem>]>("letters", "The letters with their words.")

  static func render(_ site: Site, _ place: PagePlace) -> [UInt8] {
    let writer = PageWriter(site, place)
    let pages = site.keywords.pages
    let isShort = site.keywords.isShort
    return writer.render(template) { record, field in
      record[field.letters] = pages.map { page in
        Record(in: writer.values) { record, field in
          record[field.title] = page.title
          record[field.address] = place.link(to: page.path)
          record[field.words] =
            isShort
            ? page.entries.enumerated().map { index, entry in
              writer.linkItem(entry.head, place.link(to: "\(page.path)#entry-\(index + 1)_"))
            } : []
        }
      }
      record[field.frame] = writer.frame(Section.index.title(site.words), in: .index)
    }
  }
}

/// A letter of the index.
struct LetterItem: RecordShape {
  static let layout = RecordLayout<Self>("letter")

  let title = Field<String>("title", "The letter.")
  let address = Field<String>("address", "Its page.")
  let words = Field<[Record<LinkItem>]>(
    "words", "The words that start with it, if all the words are not too many.")
}

/// The words of one letter, each with where it leads.
struct LetterPage: RecordShape {
  static let layout = RecordLayout<Self>("letter page")
  static let template = PageTemplate<LetterPage>("letter", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let title = Field<String>("title", "The letter.")
  let letters = Field<[Record<NavigationItem>]>("letters", "All letters.")
  let entries = Field<[Record<IndexEntry>]>("entries", "Its words.")
  let previous = Field<Record<LinkItem>>("previous", "The letter before it.")
  let next = Field<Record<LinkItem>>("next", "The letter after it.")

  static func plan(_ site: Site, _ index: Int) -> PagePlan {
    PagePlan(site.keywords.pages[index].path) { render(site, $0, index) }
  }

  private static func render(_ site: Site, _ place: PagePlace, _ index: Int) -> [UInt8] {
    let writer = PageWriter(site, place)
    let pages = site.keywords.pages
    let page = pages[index]
    func link(_ offset: Int) -> Record<LinkItem>? {
      guard pages.indices.contains(index + offset) else { return nil }
      let other = pages[index + offset]
      return writer.linkItem(other.title, place.link(to: other.path))
    }
    return writer.render(template) { record, field in
      record[field.title] = page.title
      record[field.letters] = pages.indices.map { other in
        Record(in: writer.values) { record, field in
          record[field.title] = pages[other].title
          record[field.address] = place.link(to: pages[other].path)
          record[field.isCurrent] = other == index
        }
      }
      record[field.entries] = page.entries.enumerated().map { writer.entry($1, number: $0 + 1) }
      record[field.previous] = link(-1)
      record[field.next] = link(1)
      record[field.frame] = writer.frame(
        "A to Z: \(page.title)", in: .index, trail: [writer.trailLink(.index)])
    }
  }
}

/// A word with where it leads.
struct IndexEntry: RecordShape {
  static let layout = RecordLayout<Self>("index entry")

  let anchor = Field<String>("anchor", "Its anchor on the page.")
  let head = Field<String>("head", "The word or title.")
  let links = Field<Record<LinkList>>("links", "The pages of that title, and the glossary.")
  let statements = Field<Record<StatementList>>("statements", "The statements with that word.")
}

extension PageWriter {
  fileprivate func entry(_ entry: KeywordIndex.Entry, number: Int) -> Record<IndexEntry> {
    let glossary = entry.terms.map {
      linkItem(
        Section.glossary.title(site.words),
        place.link(to: "\(Section.glossary.path)#term-\($0 + 1)_"))
    }
    let subjects = entry.subjects.map {
      linkItem(word(for: $0), way(to: $0))
    }
    return Record(in: values) { record, field in
      record[field.anchor] = "entry-\(number)_"
      record[field.head] = entry.head
      if !glossary.isEmpty || !subjects.isEmpty {
        record[field.links] = Record(in: values) { list, field in
          list[field.items] = subjects + glossary
        }
      }
      record[field.statements] = list(entry.statements)
    }
  }

  /// What sort of thing something is, in the framework's words; of a domain or outcome its title, since the head is a
  /// word of that.
  private func word(for subject: Subject) -> String {
    let words = site.words
    let word =
      switch subject {
      case .phase: words.phase
      case .specialism: words.specialism
      case .role: words.role
      case .evidenceType: words.evidence
      case .domain: words.domain
      case .outcome: words.outcome
      case .level: words.level
      case .duty: words.duty
      case .review: words.review
      case .form: words.record
      case .source: words.source
      case .crosswalk: words.crosswalk
      case .kind: words.kind
      case .result: Word("result", "results")
      case .framework, .statement: words.statement
      }
    switch subject {
    case .outcome: return "\(site.framework.id(of: subject)) \(site.framework.title(of: subject))"
    case .domain: return "\(word.title): \(site.framework.title(of: subject))"
    default: return word.title
    }
  }
}

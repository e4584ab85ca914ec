internal import Model
internal import Output
internal import Templates

/// A statement with all that supports it. Its address holds nothing but its id, which never changes.
struct StatementPage: RecordShape {
  static let layout = RecordLayout<Self>("statement page")
  static let template = PageTemplate<StatementPage>("statement", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let word = Field<String>("word", "The framework's word for a statement.")
  let phaseWord = Field<String>("phaseWord", "The framework's word for a phase.")
  let roleWord = Field<String>("roleWord", "The framework's word for a role.")
  let evidenceTitle = Field<String>("evidenceTitle", "The framework's word for types of evidence.")
  let sourcesTitle = Field<String>("sourcesTitle", "The framework's word for sources.")
  let crosswalksTitle = Field<String>(
    "crosswalksTitle", "The framework's word for other frameworks.")
  let id = Field<String>("id", "Its id, which is also its anchor.")
  let permanentAddress = Field<String>(
    "permanentAddress",
    "Where it can always be found on the web, if the framework says where it is published.")
  let kind = Field<Record<KindMark>>("kind", "Which kind it is.")
  let text = Field<SafeMarkup>("text", "What is to be known or done.")
  let phase = Field<Record<LinkItem>>("phase", "When it is due.")
  let requirement = Field<String>("requirement", "Whether its phase is mandatory, in a word.")
  let isOptional = Field<Bool>("isOptional", "Whether people may leave it out.")
  let specialism = Field<Record<LinkItem>>("specialism", "The specialism that it belongs to.")
  let roles = Field<Record<LinkList>>("roles", "The roles that it is for, if not for all.")
  let levels = Field<[Record<RoleLevel>]>("levels", "The level at which each role has to meet it.")
  let status = Field<Record<StatusCard>>(
    "status", "How far it has come, if not as far as the whole framework.")
  let buildsOn = Field<SafeMarkup>("buildsOn", "What earlier training covers, and what this adds.")
  let examples = Field<Record<LabelledTexts>>("examples", "What it looks like, by setting.")
  let evidence = Field<Record<EvidenceCard>>("evidence", "What shows that it is met.")
  let alternative = Field<SafeMarkup>("alternative", "Another way of showing it.")
  let hasShown = Field<Bool>("hasShown", "Whether there is anything on how it is shown.")
  let notes = Field<Record<LabelledTexts>>("notes", "What each role should know.")
  let progression = Field<Record<LabelledTexts>>("progression", "What more is expected later.")
  let hasPlace = Field<Bool>("hasPlace", "Whether it builds on anything or leads to anything.")
  let picture = Field<SafeMarkup>("picture", "What it builds on and leads to, as a picture.")
  let reliesOn = Field<Record<StatementList>>("reliesOn", "What it relies on.")
  let after = Field<Record<StatementList>>("after", "What has to be achieved before it.")
  let usedBy = Field<Record<StatementList>>("usedBy", "What relies on it or comes after it.")
  let hasCitations = Field<Bool>("hasCitations", "Whether it cites anything.")
  let citations = Field<[Record<CitationCard>]>("citations", "What it rests on.")
  let hasAlignments = Field<Bool>(
    "hasAlignments", "Whether it corresponds to items of other frameworks.")
  let alignments = Field<[Record<AlignmentCard>]>(
    "alignments", "What it corresponds to in other frameworks.")
  let hasTags = Field<Bool>("hasTags", "Whether there are any such words.")
  let tags = Field<[String]>("tags", "Words to find it by.")
  let previous = Field<Record<LinkItem>>("previous", "The statement before it.")
  let next = Field<Record<LinkItem>>("next", "The statement after it.")

  static func render(_ site: Site, _ place: PagePlace, _ ref: Ref<Statement>) -> [UInt8] {
    let writer = PageWriter(site, place)
    let statement = site.contents.statements[ref]
    return writer.render(template) { record, field in
      writer.fillHead(&record, field, ref, statement)
      writer.fillSupport(&record, field, ref, statement)
      let outcome = site.contents.outcomes[statement.outcome]
      record[field.frame] = writer.frame(
        writer.title(statement), in: .domains,
        trail: [
          writer.trailLink(.domains), writer.link(to: .domain(outcome.domain)),
          writer.linkItem(
            writer.values.text(outcome.id, " ", outcome.title),
            writer.way(to: .outcome(statement.outcome))),
        ], parts: writer.parts(of: record, field), about: .statement(ref))
    }
  }
}

extension PageWriter {
  fileprivate func fillHead(
    _ record: inout Record<StatementPage>, _ field: StatementPage, _ ref: Ref<Statement>,
    _ statement: Statement
  ) {
    record[field.word] = site.headings.statement
    record[field.phaseWord] = site.headings.phase
    record[field.roleWord] = site.words.role.one
    record[field.evidenceTitle] = site.headings.evidence
    record[field.sourcesTitle] = site.headings.sources
    record[field.crosswalksTitle] = site.headings.crosswalks
    record[field.id] = values.plainText(statement.id)
    record[field.permanentAddress] = permanentAddress(statement)
    record[field.kind] = statement.kind.map(mark)
    record[field.text] = inline(statement.text)
    record[field.phase] = statement.phase.map { link(to: .phase($0)) }
    record[field.requirement] = statement.phase.map { site.contents.phases[$0].requirement.title }
    record[field.isOptional] = option(of: statement.phase) != nil
    record[field.specialism] = statement.specialism.map { link(to: .specialism($0)) }
    record[field.roles] = links(to: statement.roles, Subject.role)
    record[field.levels] = values.list(statement.levels, roleLevel)
    record[field.status] = statement.status.map(status)
    record[field.buildsOn] = blocks(statement.buildsOn)
    record[field.previous] = neighbour(ref, -1)
    record[field.next] = neighbour(ref, 1)
  }

  fileprivate func fillSupport(
    _ record: inout Record<StatementPage>, _ field: StatementPage, _ ref: Ref<Statement>,
    _ statement: Statement
  ) {
    let usedBy = site.framework.links.usedBy(ref)
    record[field.examples] = labelled(statement.examples) {
      labelled($0.setting, $0.text, foreign($0.language))
    }
    record[field.evidence] = statement.evidence.map(evidence)
    record[field.alternative] = blocks(statement.alternative)
    record[field.hasShown] = statement.evidence != nil || statement.alternative != nil
    record[field.notes] = labelled(statement.notes) {
      labelled(site.headings.roles[Int($0.role.index)], $0.text)
    }
    record[field.progression] = labelled(statement.progression) {
      labelled(site.framework.title(of: $0.stage.subject), $0.text)
    }
    record[field.reliesOn] = list(statement.reliesOn)
    record[field.after] = list(statement.after, \.subject)
    record[field.usedBy] = list(usedBy)
    record[field.hasPlace] =
      !statement.reliesOn.isEmpty || !statement.after.isEmpty || !usedBy.isEmpty
    record[field.picture] = NeighbourhoodPicture(self, ref)?.markup
    record[field.hasCitations] = !statement.citations.isEmpty
    record[field.citations] = values.list(statement.citations, citation)
    record[field.hasAlignments] = !statement.alignments.isEmpty
    record[field.alignments] = values.list(statement.alignments, alignment)
    record[field.hasTags] = !statement.tags.isEmpty
    record[field.tags] = Array(statement.tags)
  }

  /// The parts of the page, by what there is to show.
  fileprivate func parts(
    of record: Record<StatementPage>, _ field: StatementPage
  ) -> [(title: String, anchor: String)] {
    var parts: [(title: String, anchor: String)] = []
    parts.reserveCapacity(7)
    func add(_ isShown: Bool, _ title: String, _ anchor: String) {
      if isShown { parts.append((title, anchor)) }
    }
    add(record.shows(field.examples), "What it looks like", "examples_")
    add(record.shows(field.hasShown), "How it is shown", "shown_")
    add(record.shows(field.notes), site.headings.notes, "notes_")
    add(record.shows(field.progression), "What grows later", "later_")
    add(record.shows(field.hasPlace), "Builds on and leads to", "place_")
    add(record.shows(field.hasAlignments), "Elsewhere", "elsewhere_")
    add(record.shows(field.hasCitations), "What it rests on", "sources_")
    return parts
  }

  /// The stem and the text as plain words.
  func wholeText(_ statement: Statement) -> String {
    let text = plain(statement.text)
    guard let stem = statement.kind.flatMap({ site.contents.kinds[$0].stem }) else { return text }
    return stem + " " + text
  }

  /// The id, and the stem and the text as plain words.
  fileprivate func title(_ statement: Statement) -> PageText {
    values.text { buffer in
      appendStart(of: statement, to: &buffer)
      appendPlain(statement.text, to: &buffer)
    }
  }

  /// The same, with no more of the text than tells which statement it is.
  private func beginning(of statement: Statement) -> PageText {
    values.text { buffer in
      appendStart(of: statement, to: &buffer)
      let start = buffer.count
      appendPlain(statement.text, to: &buffer)
      guard buffer.count - start > longestBeginning,
        let end = buffer.bytes[start..<(start + longestBeginning)].lastIndex(
          of: UInt8(ascii: " "))
      else { return }
      buffer.removeAll(from: end)
      buffer.append(fixed: "…")
    }
  }

  /// The id and the stem, each with a space behind it.
  private func appendStart(of statement: Statement, to buffer: inout ByteBuffer) {
    buffer.append(raw: statement.id)
    buffer.append(UInt8(ascii: " "))
    guard let kind = statement.kind, let stem = site.contents.kinds[kind].stem else { return }
    buffer.append(raw: stem)
    buffer.append(UInt8(ascii: " "))
  }

  /// Nil if the framework does not say where it is published.
  fileprivate func permanentAddress(_ statement: Statement) -> PageText? {
    site.contents.identity.base.map {
      values.text($0, "handbook/statements/", statement.id, ".html")
    }
  }

  fileprivate func neighbour(_ ref: Ref<Statement>, _ offset: Int) -> Record<LinkItem>? {
    let index = Int(ref.index) + offset
    guard (0..<site.contents.statements.count).contains(index) else { return nil }
    let neighbour = Ref<Statement>(index)
    let statement = site.contents.statements[neighbour]
    return linkItem(beginning(of: statement), way(to: .statement(neighbour)))
  }
}

/// How many bytes of a text tell which statement it is. A text without spaces is not cut.
private let longestBeginning = 60

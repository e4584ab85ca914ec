internal import Model
internal import Output
internal import Templates

/// A statement with all that supports it. Its address holds nothing but its id, which never changes.
struct StatementPage: RecordShape {
  static let layout = RecordLayout<StatementPage>("statement page")
  static let template = PageTemplate<StatementPage>("statement", .html)

  let frame: Field<StatementPage, Record<Frame>>
  let word: Field<StatementPage, String>
  let phaseWord: Field<StatementPage, String>
  let roleWord: Field<StatementPage, String>
  let evidenceTitle: Field<StatementPage, String>
  let sourcesTitle: Field<StatementPage, String>
  let crosswalksTitle: Field<StatementPage, String>
  let id: Field<StatementPage, String>
  let permanentAddress: Field<StatementPage, String>
  let kind: Field<StatementPage, Record<KindMark>>
  let text: Field<StatementPage, SafeMarkup>
  let phase: Field<StatementPage, Record<LinkItem>>
  let requirement: Field<StatementPage, String>
  let isOptional: Field<StatementPage, Bool>
  let specialism: Field<StatementPage, Record<LinkItem>>
  let roles: Field<StatementPage, Record<LinkList>>
  let levels: Field<StatementPage, [Record<RoleLevel>]>
  let status: Field<StatementPage, Record<StatusCard>>
  let buildsOn: Field<StatementPage, SafeMarkup>
  let examples: Field<StatementPage, Record<LabelledTexts>>
  let evidence: Field<StatementPage, Record<EvidenceCard>>
  let alternative: Field<StatementPage, SafeMarkup>
  let hasShown: Field<StatementPage, Bool>
  let notes: Field<StatementPage, Record<LabelledTexts>>
  let progression: Field<StatementPage, Record<LabelledTexts>>
  let hasPlace: Field<StatementPage, Bool>
  let picture: Field<StatementPage, SafeMarkup>
  let reliesOn: Field<StatementPage, Record<StatementList>>
  let after: Field<StatementPage, Record<StatementList>>
  let usedBy: Field<StatementPage, Record<StatementList>>
  let hasCitations: Field<StatementPage, Bool>
  let citations: Field<StatementPage, [Record<CitationCard>]>
  let hasAlignments: Field<StatementPage, Bool>
  let alignments: Field<StatementPage, [Record<AlignmentCard>]>
  let hasTags: Field<StatementPage, Bool>
  let tags: Field<StatementPage, [String]>
  let previous: Field<StatementPage, Record<LinkItem>>
  let next: Field<StatementPage, Record<LinkItem>>

  init(_ declare: inout FieldDeclarations<StatementPage>) {
    frame = declare("frame", "What is the same on every page.")
    word = declare("word", "The framework's word for a statement.")
    phaseWord = declare("phaseWord", "The framework's word for a phase.")
    roleWord = declare("roleWord", "The framework's word for a role.")
    evidenceTitle = declare("evidenceTitle", "The framework's word for types of evidence.")
    sourcesTitle = declare("sourcesTitle", "The framework's word for sources.")
    crosswalksTitle = declare("crosswalksTitle", "The framework's word for other frameworks.")
    id = declare("id", "Its id, which is also its anchor.")
    permanentAddress = declare(
      "permanentAddress",
      "Where it can always be found on the web, if the framework says where it is published."
    )
    kind = declare("kind", "Which kind it is.")
    text = declare("text", "What is to be known or done.")
    phase = declare("phase", "When it is due.")
    requirement = declare("requirement", "Whether its phase is mandatory, in a word.")
    isOptional = declare("isOptional", "Whether people may leave it out.")
    specialism = declare("specialism", "The specialism that it belongs to.")
    roles = declare("roles", "The roles that it is for, if not for all.")
    levels = declare("levels", "The level at which each role has to meet it.")
    status = declare("status", "How far it has come, if not as far as the whole framework.")
    buildsOn = declare("buildsOn", "What earlier training covers, and what this adds.")
    examples = declare("examples", "What it looks like, by setting.")
    evidence = declare("evidence", "What shows that it is met.")
    alternative = declare("alternative", "Another way of showing it.")
    hasShown = declare("hasShown", "Whether there is anything on how it is shown.")
    notes = declare("notes", "What each role should know.")
    progression = declare("progression", "What more is expected later.")
    hasPlace = declare("hasPlace", "Whether it builds on anything or leads to anything.")
    picture = declare("picture", "What it builds on and leads to, as a picture.")
    reliesOn = declare("reliesOn", "What it relies on.")
    after = declare("after", "What has to be achieved before it.")
    usedBy = declare("usedBy", "What relies on it or comes after it.")
    hasCitations = declare("hasCitations", "Whether it cites anything.")
    citations = declare("citations", "What it rests on.")
    hasAlignments = declare("hasAlignments", "Whether it corresponds to items of other frameworks.")
    alignments = declare("alignments", "What it corresponds to in other frameworks.")
    hasTags = declare("hasTags", "Whether there are any such words.")
    tags = declare("tags", "Words to find it by.")
    previous = declare("previous", "The statement before it.")
    next = declare("next", "The statement after it.")
  }

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

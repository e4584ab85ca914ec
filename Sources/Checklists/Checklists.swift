internal import Markup
package import Model
package import Output
package import Templates

/// The checklists: Markdown with task lists, as files below `checklists/`.
package enum Checklists {
  /// The templates that it needs, each with the record that it shows.
  package static let pages: [any AnyPageTemplate] = [PhaseChecklist.template]

  /// One checklist for each phase that has statements; for all statements, where the framework has no phases.
  package static func generate(
    _ framework: Framework, _ templates: TemplateSet
  ) -> [OutputFile] {
    let writer = ChecklistWriter(framework)
    let phases: [Ref<Phase>?] =
      framework.contents.phases.isEmpty ? [nil] : framework.contents.phases.refs.map { $0 }
    return phases.compactMap { phase in
      guard let record = writer.checklist(of: phase) else { return nil }
      var buffer = ByteBuffer()
      templates.render(PhaseChecklist.template, record, into: &buffer)
      let name = phase.map { framework.contents.phases[$0].id } ?? framework.contents.identity.id
      return OutputFile(path: "checklists/\(name).md", bytes: buffer.bytes)
    }
  }
}

/// Makes the records of checklists.
struct ChecklistWriter {
  let framework: Framework
  private let renderer: MarkdownRenderer

  init(_ framework: Framework) {
    self.framework = framework
    renderer = MarkdownRenderer { id in
      guard let subject = framework.links.subject(withID: id) else { return nil }
      if case .statement = subject { return MarkdownRenderer.Target(address: "", label: id) }
      return MarkdownRenderer.Target(address: "", label: framework.title(of: subject))
    }
  }

  private var contents: Contents { framework.contents }

  /// Nil if nothing is due in the phase.
  func checklist(of phase: Ref<Phase>?) -> Record<PhaseChecklist>? {
    let groups = groups(of: phase)
    guard !groups.isEmpty else { return nil }
    let identity = contents.identity
    return Record { record, field in
      record[field.title] = phase.map { contents.phases[$0].title } ?? identity.title
      record[field.framework] = identity.title
      record[field.edition] = identity.edition.description
      record[field.status] = identity.status.rawValue
      record[field.notice] = line(identity.notice)
      record[field.summary] = line(phase.flatMap { contents.phases[$0].summary })
      record[field.requirement] = phase.map { contents.phases[$0].requirement.rawValue }
      record[field.people] = contents.roles.elements.map(\.title)
      record[field.groups] = groups
    }
  }

  /// What is for everybody, by domain, and then what belongs to each specialism.
  private func groups(of phase: Ref<Phase>?) -> [Record<ChecklistGroup>] {
    let common = contents.domains.elements.compactMap { domain in
      group(domain.title, domain.outcomes) { $0.phase == phase && $0.specialism == nil }
    }
    let special = contents.specialisms.entries.compactMap { ref, specialism in
      group(
        "\(contents.identity.vocabulary.specialism.title): \(specialism.title)",
        Array(contents.outcomes.refs)
      ) { $0.phase == phase && $0.specialism == ref }
    }
    return common + special
  }

  private func group(
    _ title: String, _ outcomes: [Ref<Outcome>], _ belongs: (Statement) -> Bool
  ) -> Record<ChecklistGroup>? {
    let items = outcomes.compactMap { ref -> Record<ChecklistOutcome>? in
      let outcome = contents.outcomes[ref]
      let statements = outcome.statements.filter {
        belongs(contents.statements[$0]) && !contents.statements[$0].isOver
      }
      guard !statements.isEmpty else { return nil }
      return Record { record, field in
        record[field.id] = outcome.id
        record[field.title] = outcome.title
        record[field.statements] = statements.map(item)
      }
    }
    guard !items.isEmpty else { return nil }
    return Record { record, field in
      record[field.title] = title
      record[field.outcomes] = items
    }
  }

  private func item(_ ref: Ref<Statement>) -> Record<ChecklistItem> {
    let statement = contents.statements[ref]
    let before = statement.reliesOn.map(Prerequisite.statement) + statement.after
    return Record { record, field in
      record[field.id] = statement.id
      record[field.kind] = statement.kind.map { contents.kinds[$0].title }
      record[field.stem] = statement.kind.flatMap { contents.kinds[$0].stem }
      record[field.text] = line(statement.text)
      record[field.evidence] = statement.evidence.map(inWords)
      record[field.before] = before.map(id).joined(separator: ", ")
    }
  }

  private func id(of prerequisite: Prerequisite) -> String {
    switch prerequisite {
    case .statement(let ref): contents.statements[ref].id
    case .outcome(let ref): contents.outcomes[ref].id
    }
  }

  /// Markdown on one line; nil if there is none.
  private func line(_ text: Markdown?) -> SafeMarkup? {
    guard let text, !text.isEmpty else { return nil }
    var buffer = ByteBuffer()
    renderer.appendMarkdownLine(text.markdown, to: &buffer)
    return SafeMarkup(buffer)
  }
}

extension ChecklistWriter {
  /// An evidence rule on one line: "at least 2 pieces, from: observation, reflection; seen by 2 people".
  private func inWords(_ rule: EvidenceRule) -> String {
    var parts: [String] = []
    if let count = rule.atLeast {
      parts.append("at least \(count) \(count == 1 ? "piece" : "pieces")")
    }
    if !rule.allOf.isEmpty { parts.append("all of: " + titles(rule.allOf)) }
    if !rule.anyOf.isEmpty { parts.append("any of: " + titles(rule.anyOf)) }
    if let count = rule.observers {
      parts.append(count == 1 ? "seen by an observer" : "seen by \(count) different observers")
    }
    return parts.joined(separator: "; ")
  }

  private func titles(_ types: [Ref<EvidenceType>]) -> String {
    types.map { contents.evidenceTypes[$0].title.lowercased() }.joined(separator: ", ")
  }
}

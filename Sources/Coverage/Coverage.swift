internal import Markup
package import Model

/// What a framework does with each fact of its sources and each item of the frameworks that it is compared with: taken
/// up, declined with a reason, or neither.
package struct Coverage: Sendable {
  package let documents: [Document]

  /// A source with its facts, or another framework with its items.
  package struct Document: Sendable {
    package let kind: Kind
    package let id: String
    package let title: String

    /// What cites it without saying which part, by name.
    package let citedAsWhole: [String]
    package let parts: [Part]

    package enum Kind: String, Sendable {
      case source, crosswalk
    }
  }

  /// A fact or an item.
  package struct Part: Sendable {
    package let code: String

    /// Plain text.
    package let text: String
    package let fate: Fate
  }

  /// What becomes of a part.
  package enum Fate: Sendable {
    /// By name, in the order of the framework.
    case used(by: [String])

    /// With the reason, in plain text.
    case declined(String)
    case open
  }
}

extension Coverage {
  /// Of everything; or, where ids are given, of the sources and crosswalks that they name.
  package init(_ contents: Contents, only ids: Set<String>? = nil) {
    let reader = CoverageReader(contents)
    let sources = contents.sources.entries.map { reader.document($0.ref, $0.element) }
    let crosswalks = contents.crosswalks.entries.map { reader.document($0.ref, $0.element) }
    documents = (sources + crosswalks).filter { ids?.contains($0.id) ?? true }
  }

  /// How many parts are neither taken up nor declined.
  package var openCount: Int {
    documents.reduce(0) { $0 + $1.counts.open }
  }
}

extension Coverage.Document {
  package var counts: (used: Int, declined: Int, open: Int) {
    parts.reduce(into: (0, 0, 0)) { counts, part in
      switch part.fate {
      case .used: counts.used += 1
      case .declined: counts.declined += 1
      case .open: counts.open += 1
      }
    }
  }
}

/// Works out what becomes of each part.
private struct CoverageReader {
  private let contents: Contents
  private let facts: CitedFacts
  private let aligned: [[[String]]]
  private let renderer = MarkdownRenderer { MarkdownRenderer.Target(address: "", label: $0) }

  init(_ contents: Contents) {
    self.contents = contents
    facts = CitedFacts(contents)
    var aligned = contents.crosswalks.elements.map {
      Array(repeating: [String](), count: $0.items.count)
    }
    for statement in contents.statements {
      for alignment in statement.alignments {
        aligned[Int(alignment.crosswalk.index)][alignment.item].append(statement.id)
      }
    }
    self.aligned = aligned
  }

  func document(_ ref: Ref<Source>, _ source: Source) -> Coverage.Document {
    Coverage.Document(
      kind: .source, id: source.id, title: source.title,
      citedAsWhole: facts.citers(ofWhole: ref).map(name),
      parts: source.facts.enumerated().map { place, fact in
        part(
          String(fact.number), plain(fact.text), fact.declined,
          facts.citers(of: ref, fact: place).map(name))
      })
  }

  func document(_ ref: Ref<Crosswalk>, _ crosswalk: Crosswalk) -> Coverage.Document {
    Coverage.Document(
      kind: .crosswalk, id: crosswalk.id, title: crosswalk.title, citedAsWhole: [],
      parts: crosswalk.items.enumerated().map { place, item in
        part(item.code, item.title, item.declined, aligned[Int(ref.index)][place])
      })
  }

  private func part(
    _ code: String, _ text: String, _ declined: Markdown?, _ users: [String]
  ) -> Coverage.Part {
    let fate: Coverage.Fate =
      if !users.isEmpty { .used(by: users) } else if let declined {
        .declined(plain(declined))
      } else { .open }
    return Coverage.Part(code: code, text: text, fate: fate)
  }

  private func name(_ citer: Citer) -> String {
    switch citer {
    case .subject(let subject): contents.id(of: subject)
    case .event(let place): "history: " + contents.events.elements[place].title
    }
  }

  private func plain(_ text: Markdown) -> String { renderer.plainText(text.bytes) }
}

internal import Markup
package import Model

/// The use that a framework makes of each fact of its sources and each item of its crosswalks: used, declined with a reason, or
/// open.
package struct Coverage: Sendable {
  package let documents: [Document]

  /// A source with its facts, or a crosswalk with its items.
  package struct Document: Sendable {
    package let kind: Kind
    package let id: String
    package let title: String

    /// The names of the things that cite it as a whole.
    package let citedAsWhole: [String]
    package let parts: [Part]

    package enum Kind: String, Sendable {
      case source, crosswalk
    }
  }

  /// A fact or an item.
  package struct Part: Sendable {
    package let code: String

    /// The text, as plain text.
    package let text: String
    package let fate: Fate
  }

  /// The fate of a fact or item.
  package enum Fate: Sendable {
    /// Used by things with these names, in the order of the framework.
    case used(by: [String])

    /// Declined, with the reason as plain text.
    case declined(String)
    case open
  }
}

extension Coverage {
  /// Covers all sources and crosswalks, or only those with some ids.
  package init(_ contents: Contents, only ids: Set<String>? = nil) {
    let reader = CoverageReader(contents)
    let sources = contents.sources.entries.map { reader.document($0.ref, $0.element) }
    let crosswalks = contents.crosswalks.entries.map { reader.document($0.ref, $0.element) }
    documents = (sources + crosswalks).filter { ids?.contains($0.id) ?? true }
  }

  /// The number of facts and items that are neither used nor declined.
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

/// Determines the fate of each fact and item.
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

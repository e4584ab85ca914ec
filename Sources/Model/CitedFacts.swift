/// Something that cites sources.
package enum Citer: Hashable, Sendable {
  case subject(Subject)

  /// An event of the framework's history, by its place in it. Events have no id.
  case event(Int)
}

extension Contents {
  /// Everything that cites a source, in the order of the tables.
  package var citers: [(citer: Citer, citations: [Citation])] {
    func list<Element>(
      _ table: Table<Element>, _ subject: (Ref<Element>) -> Subject,
      _ citations: KeyPath<Element, [Citation]>
    ) -> [(citer: Citer, citations: [Citation])] {
      table.entries.filter { !$0.element[keyPath: citations].isEmpty }.map {
        (.subject(subject($0.ref)), $0.element[keyPath: citations])
      }
    }
    return list(phases, Subject.phase, \.citations)
      + list(specialisms, Subject.specialism, \.citations)
      + list(roles, Subject.role, \.citations)
      + list(evidenceTypes, Subject.evidenceType, \.citations)
      + list(statements, Subject.statement, \.citations)
      + list(duties, Subject.duty, \.citations) + list(reviews, Subject.review, \.citations)
      + list(forms, Subject.form, \.citations)
      + list(crosswalks, Subject.crosswalk, \.citations)
      + events.elements.enumerated().filter { !$0.element.citations.isEmpty }.map {
        (.event($0.offset), $0.element.citations)
      }
  }
}

/// Which facts of the sources a framework takes up, and where.
package struct CitedFacts: Sendable {
  /// By source, then by fact.
  private var citers: [[[Citer]]]

  /// By source: what cites it without saying which fact.
  private var whole: [[Citer]]

  package init(_ contents: Contents) {
    let sources = contents.sources.elements
    citers = sources.map { Array(repeating: [], count: $0.facts.count) }
    whole = sources.map { _ in [] }
    let places = sources.map { source in
      Dictionary(
        source.facts.enumerated().map { ($0.element.number, $0.offset) },
        uniquingKeysWith: { first, _ in first })
    }
    for (citer, citations) in contents.citers {
      for citation in citations {
        let source = Int(citation.source.index)
        if citation.facts.isEmpty { whole[source].append(citer) }
        for number in citation.facts {
          if let place = places[source][number] { citers[source][place].append(citer) }
        }
      }
    }
  }

  /// What cites the fact at a place in a source's record, by its number.
  package func citers(of source: Ref<Source>, fact place: Int) -> [Citer] {
    citers[Int(source.index)][place]
  }

  /// What cites a source as a whole, without the number of a fact.
  package func citers(ofWhole source: Ref<Source>) -> [Citer] { whole[Int(source.index)] }
}

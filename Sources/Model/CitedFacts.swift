/// Something that cites sources.
package enum Citer: Hashable, Sendable {
  case subject(Subject)

  /// An event of the framework's history, by its index in it. Events have no id.
  case event(Int)
}

extension Contents {
  /// Everything that cites a source, in the order of the tables.
  package var citers: [(citer: Citer, citations: [Citation])] {
    func list<Element>(
      _ table: Table<Element>, _ subject: (Ref<Element>) -> Subject,
      _ citations: (Element) -> [Citation]
    ) -> [(citer: Citer, citations: [Citation])] {
      var list: [(citer: Citer, citations: [Citation])] = []
      for (index, element) in table.elements.enumerated() {
        let citations = citations(element)
        if !citations.isEmpty { list.append((.subject(subject(Ref(index))), citations)) }
      }
      return list
    }
    return list(phases, Subject.phase) { $0.citations }
      + list(specialisms, Subject.specialism) { $0.citations }
      + list(roles, Subject.role) { $0.citations }
      + list(evidenceTypes, Subject.evidenceType) { $0.citations }
      + statements.filter { !$0.citations.isEmpty }.map {
        (.subject(.statement($0.ref)), Array($0.citations))
      }
      + list(duties, Subject.duty) { $0.citations } + list(reviews, Subject.review) { $0.citations }
      + list(forms, Subject.form) { $0.citations }
      + list(crosswalks, Subject.crosswalk) { $0.citations }
      + events.elements.enumerated().filter { !$0.element.citations.isEmpty }.map {
        (.event($0.offset), $0.element.citations)
      }
  }
}

/// The facts of the sources that a framework takes up, with their citers.
package struct CitedFacts: Sendable {
  /// By source, then by fact.
  private var citers: [[[Citer]]]

  /// By source: the citers that do not say which fact.
  private var whole: [[Citer]]

  package init(_ contents: Contents) {
    let sources = contents.sources.elements
    citers = sources.map { Array(repeating: [], count: $0.facts.count) }
    whole = sources.map { _ in [] }
    for (citer, citations) in contents.citers {
      for citation in citations {
        let source = Int(citation.source.index)
        if citation.facts.isEmpty { whole[source].append(citer) }
        for number in citation.facts {
          if let place = sources[source].facts.place(ofNumber: number) {
            citers[source][place].append(citer)
          }
        }
      }
    }
  }

  /// The citers of the fact at an index in a source's record.
  package func citers(of source: Ref<Source>, fact place: Int) -> [Citer] {
    citers[Int(source.index)][place]
  }

  /// The citers of a source as a whole, without the number of a fact.
  package func citers(ofWhole source: Ref<Source>) -> [Citer] { whole[Int(source.index)] }
}

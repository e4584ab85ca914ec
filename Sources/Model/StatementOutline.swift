/// Where a statement belongs: what is asked of thousands of them in a row, without a look at any of them.
///
/// It owns nothing, so that cores which sort and divide the same statements count no references.
@usableFromInline
package struct StatementOutline: Sendable {
  @usableFromInline package let outcome: Ref<Outcome>
  @usableFromInline package let domain: Ref<Domain>

  /// Whether nobody is to meet it any more.
  @usableFromInline package let isOver: Bool

  /// Whether it relies on anything or comes after anything.
  @usableFromInline package let hasPrerequisites: Bool

  /// How many bytes its id has.
  @usableFromInline package let idLength: Int16

  // Negative for none: an optional number would take twice the memory.
  @usableFromInline let kindNumber: Int32
  @usableFromInline let phaseNumber: Int32
  @usableFromInline let specialismNumber: Int32
  @usableFromInline let evidenceNumber: Int32

  init(_ statement: Statement, _ domain: Ref<Domain>, evidence: Int32) {
    outcome = statement.outcome
    self.domain = domain
    isOver = statement.isOver
    hasPrerequisites = !statement.reliesOn.isEmpty || !statement.after.isEmpty
    idLength = Int16(clamping: statement.id.utf8.count)
    kindNumber = statement.kind?.index ?? -1
    phaseNumber = statement.phase?.index ?? -1
    specialismNumber = statement.specialism?.index ?? -1
    evidenceNumber = evidence
  }

  @inlinable package var kind: Ref<Kind>? {
    kindNumber < 0 ? nil : Ref(Int(kindNumber))
  }

  @inlinable package var phase: Ref<Phase>? {
    phaseNumber < 0 ? nil : Ref(Int(phaseNumber))
  }

  @inlinable package var specialism: Ref<Specialism>? {
    specialismNumber < 0 ? nil : Ref(Int(specialismNumber))
  }

  /// The place of its rule of evidence among `StatementOutlines.evidenceRules`.
  @inlinable package var evidence: Int? {
    evidenceNumber < 0 ? nil : Int(evidenceNumber)
  }
}

/// The outlines of all statements.
@usableFromInline
package struct StatementOutlines: Sendable {
  @usableFromInline let outlines: [StatementOutline]

  /// The rules of evidence, each once: thousands of statements have a handful of them.
  @usableFromInline package let evidenceRules: [EvidenceRule]

  init(_ contents: Contents) {
    var rules: [EvidenceRule] = []
    var known: [EvidenceRule: Int32] = [:]
    // By itself: to pass on all of the contents for each statement would count references to each of its tables.
    let outcomes = contents.outcomes
    outlines = contents.statements.elements.map { statement in
      var number: Int32 = -1
      if let rule = statement.evidence {
        number = known[rule] ?? Int32(rules.count)
        if number == rules.count {
          known[rule] = number
          rules.append(rule)
        }
      }
      return StatementOutline(
        statement, outcomes[statement.outcome].domain, evidence: number)
    }
    evidenceRules = rules
  }

  @inlinable package subscript(ref: Ref<Statement>) -> StatementOutline {
    outlines[Int(ref.index)]
  }
}

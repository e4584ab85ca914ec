/// Every key of the language. The raw value is how it is written.
package enum Key: String, CaseIterable, Sendable {
  case abbreviation
  case accessed
  case accessibility
  case address
  case after
  case aligns
  case allOf = "all-of"
  case allow
  case also
  case alternative
  case anyOf = "any-of"
  case at
  case atLeast = "at-least"
  case attends
  case avoid
  case base
  case because
  case budget
  case buildsOn = "builds-on"
  case changes
  case choices
  case colour
  case colourDark = "colour-dark"
  case completedBy = "completed-by"
  case contact
  case covers
  case crosswalk
  case date
  case declined
  case definition
  case differs
  case domain
  case domains
  case duty
  case duties
  case edition
  case evidence
  case examples
  case facts
  case fields
  case footer
  case framework
  case from
  case glossary
  case handbook
  case history
  case id
  case inForce = "in-force"
  case instead
  case isNow = "is"
  case issued
  case items
  case kind
  case kinds
  case language
  case level
  case levels
  case licence
  case logo
  case logoText = "logo-text"
  case many
  case measure
  case mergedInto = "merged-into"
  case month
  case months
  case name
  case notAlso = "not-also"
  case notes
  case notice
  case number
  case observers
  case one
  case outcome
  case outcomes
  case owner
  case phase
  case phases
  case progression
  case publisher
  case ready
  case record
  case records
  case relation
  case reliesOn = "relies-on"
  case replacedBy = "replaced-by"
  case repository
  case required
  case requirement
  case results
  case retired
  case reviewBy = "review-by"
  case review
  case reviews
  case rights
  case role
  case roles
  case rule
  case rules
  case setting
  case severity
  case since
  case source
  case sources
  case specialism
  case specialisms
  case splitInto = "split-into"
  case statement
  case statements
  case statementsPerPhase = "statements-per-phase"
  case status
  case stem
  case summary
  case supersededBy = "superseded-by"
  case supersedes
  case tags
  case term
  case text
  case title
  case to
  case type
  case verb
  case version
  case vocabulary
  case word
  case wording
  case wordsPerStatement = "words-per-statement"

  /// By number: the comparison that the compiler makes is found by way of a table.
  package static func == (left: Key, right: Key) -> Bool {
    unsafeBitCast(left, to: UInt8.self) == unsafeBitCast(right, to: UInt8.self)
  }
}

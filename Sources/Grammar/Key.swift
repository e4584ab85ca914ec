/// Every key of the language. The raw value is how it is written.
package enum Key: String, CaseIterable, Sendable {
  case abbreviation
  case accessed
  case address
  case after
  case allOf = "all-of"
  case also
  case alternative
  case anyOf = "any-of"
  case at
  case atLeast = "at-least"
  case buildsOn = "builds-on"
  case completedBy = "completed-by"
  case date
  case definition
  case domain
  case domains
  case edition
  case evidence
  case examples
  case facts
  case framework
  case glossary
  case id
  case inForce = "in-force"
  case issued
  case kind
  case kinds
  case language
  case licence
  case many
  case months
  case notAlso = "not-also"
  case notes
  case notice
  case number
  case observers
  case one
  case outcome
  case outcomes
  case phase
  case phases
  case progression
  case publisher
  case reliesOn = "relies-on"
  case requirement
  case reviewBy = "review-by"
  case rights
  case role
  case roles
  case setting
  case source
  case sources
  case specialism
  case specialisms
  case statement
  case statements
  case status
  case stem
  case summary
  case tags
  case term
  case text
  case title
  case verb
  case vocabulary
}

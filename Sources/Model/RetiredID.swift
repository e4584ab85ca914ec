/// An id that was published and that nothing has any more.
package struct RetiredID: Sendable {
  package let id: String
  package let replacedBy: Subject?
  package let reason: Markdown

  package init(id: String, replacedBy: Subject?, reason: Markdown) {
    self.id = id
    self.replacedBy = replacedBy
    self.reason = reason
  }
}

/// Something that a search can find.
package struct SearchEntry: Sendable {
  /// Where it is, relative to the folder of the pages.
  package let address: String

  /// What sort of thing it is, as readers see it: "Statement".
  package let kind: String

  /// Its code, where readers know it by one.
  package let code: String?
  package let title: String

  /// What else is said of it, in plain text. In UTF-8, since it is long and nobody looks at its characters.
  package let text: [UInt8]

  package init(address: String, kind: String, code: String?, title: String, text: [UInt8]) {
    self.address = address
    self.kind = kind
    self.code = code
    self.title = title
    self.text = text
  }
}

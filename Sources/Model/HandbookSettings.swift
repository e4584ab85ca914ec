/// The settings of a framework's handbook: its look, and its texts about itself.
package struct HandbookSettings: Sendable {
  /// A short name for the head of each page.
  package var name: String?
  /// For links and edges, in the light scheme and in the dark one.
  package var colour: Colour?
  package var darkColour: Colour?
  /// The path of a picture below the handbook's folder, and what it shows.
  package var logo: String?
  package var logoText: String?
  package var footer: Markdown?
  /// To which a file's path and `#L` with a line are added. Ends with a slash.
  package var repository: String?
  package var contact: Markdown?
  package var accessibility: Markdown?

  package init() {}
}

/// Which statements a role's own pages show.
package enum RoleShare: String, CaseIterable, Sendable {
  /// Every one that is not for other roles only.
  case all
  /// The statements that name the role, or have a note or a level for it.
  case noted
  case none
}

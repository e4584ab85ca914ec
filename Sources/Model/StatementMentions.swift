/// What each statement names, by its number: as `StatementOutlines`, for whoever looks through all statements.
@usableFromInline
package struct StatementMentions: Sendable {
  /// The roles that it is for; all if none.
  @usableFromInline package private(set) var roles: FlatLists<Ref<Role>>

  /// The roles that it has notes for.
  @usableFromInline package private(set) var notedRoles: FlatLists<Ref<Role>>

  /// The roles that have to meet it at a level.
  @usableFromInline package private(set) var levelRoles: FlatLists<Ref<Role>>

  /// The stages at which more is expected.
  @usableFromInline package private(set) var stages: FlatLists<Progression.Stage>

  /// What it relies on, and what it comes after.
  @usableFromInline package private(set) var reliesOn: FlatLists<Ref<Statement>>
  @usableFromInline package private(set) var after: FlatLists<Prerequisite>

  /// None yet, with room for so many statements.
  init(reserving count: Int) {
    roles = FlatLists(reserving: count)
    notedRoles = FlatLists(reserving: count)
    levelRoles = FlatLists(reserving: count)
    stages = FlatLists(reserving: count)
    reliesOn = FlatLists(reserving: count)
    after = FlatLists(reserving: count)
  }

  /// Adds the next statement.
  mutating func add(_ statement: Statement) {
    let parts = statement.parts
    roles.append(parts.roles)
    notedRoles.append(parts.notes.lazy.map(\.role))
    levelRoles.append(parts.levels.lazy.map(\.role))
    stages.append(parts.progression.lazy.map(\.stage))
    reliesOn.append(parts.reliesOn)
    after.append(parts.after)
  }
}

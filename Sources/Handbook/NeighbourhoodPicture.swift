internal import Model
internal import Output
internal import Templates

/// What a statement builds on and leads to: three columns of boxes with lines between them. The lists beside it say the
/// same in words.
struct NeighbourhoodPicture {
  let markup: SafeMarkup

  /// Nil if there is nothing on either side.
  init?(_ writer: PageWriter, _ ref: Ref<Statement>) {
    let statement = writer.site.contents.statements[ref]
    let before = NeighbourhoodPicture.before(statement)
    let leadsTo = writer.site.framework.links.usedBy(ref)
    guard !before.isEmpty || !leadsTo.isEmpty else { return nil }
    markup = writer.values.markup { buffer in
      NeighbourhoodOutlines.all.write(before.count, leadsTo.count, to: &buffer) { place, buffer in
        switch place {
        case .words:
          buffer.append(raw: statement.id)
          buffer.append(fixed: " builds on ")
          buffer.append(decimal: before.count)
          buffer.append(fixed: " and leads to ")
          buffer.append(decimal: leadsTo.count)
          buffer.append(fixed: "; the lists below name them")
        case .left(let index): buffer.append(label: writer.site.framework.id(of: before[index]))
        case .right(let index):
          buffer.append(label: writer.site.contents.statements[leadsTo[index]].id)
        case .own: buffer.append(label: statement.id)
        case .rest(let count):
          buffer.append(decimal: count)
          buffer.append(fixed: " more")
        }
      }
    }
  }

  /// What it relies on and comes after, each once.
  private static func before(_ statement: Statement) -> [Subject] {
    var all: [Subject] = []
    for ref in statement.reliesOn { all.append(.statement(ref)) }
    for prerequisite in statement.after { all.append(prerequisite.subject) }
    // Few are looked through faster than they are hashed.
    guard all.count > 8 else {
      return all.indices.filter { !all[..<$0].contains(all[$0]) }.map { all[$0] }
    }
    var seen: Set<Subject> = []
    return all.filter { seen.insert($0).inserted }
  }
}

extension ByteBuffer {
  /// Longer ids than fit into a box are cut; the lists have them whole. Ids are ASCII and have no mark of HTML in them.
  fileprivate mutating func append(label id: String) {
    guard id.utf8.count > 17 else { return append(raw: id) }
    append(raw: String(id.prefix(16)))
    append(fixed: "…")
  }
}

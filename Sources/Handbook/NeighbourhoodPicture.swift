internal import Model
internal import Templates

/// What a statement builds on and leads to: three columns of boxes with lines between them. The lists beside it say the
/// same in words.
struct NeighbourhoodPicture {
  let markup: SafeMarkup

  /// How many boxes a column has at most; the lists have them all.
  private static let most = 7

  /// A box is a little narrower than its place, for its edge.
  private static let box = (width: 150, height: 34, gap: 14)
  private static let columns = [0, 245, 490]

  /// Nil if there is nothing on either side.
  init?(_ writer: PageWriter, _ ref: Ref<Statement>) {
    let statement = writer.site.contents.statements[ref]
    let before = NeighbourhoodPicture.before(statement)
    let leadsTo = writer.site.framework.links.usedBy(ref)
    guard !before.isEmpty || !leadsTo.isEmpty else { return nil }
    let left = NeighbourhoodPicture.labels(before.count) {
      writer.site.framework.id(of: before[$0])
    }
    let right = NeighbourhoodPicture.labels(leadsTo.count) {
      writer.site.contents.statements[leadsTo[$0]].id
    }
    let step = Self.box.height + Self.box.gap
    let rows = max(left.count, right.count, 1)
    var drawing = Drawing(width: 640, height: rows * step - Self.box.gap + 32)
    let middle = 30 + (rows * step - Self.box.gap) / 2
    drawing.curves(
      Self.middles(left.count, around: middle).map {
        (start: (Self.box.width, $0), end: (Self.columns[1], middle))
      }
        + Self.middles(right.count, around: middle).map {
          (start: (Self.columns[1] + Self.box.width, middle), end: (Self.columns[2], $0))
        })
    let places =
      Self.middles(left.count, around: middle).map { (x: Self.columns[0], middle: $0) }
      + Self.middles(right.count, around: middle).map { (x: Self.columns[2], middle: $0) }
    Self.draw("box", left + right, at: places, &drawing)
    Self.draw("own", [statement.id], at: [(x: Self.columns[1], middle: middle)], &drawing)
    if !left.isEmpty { drawing.text("side", x: 0, y: 16, "Builds on") }
    if !right.isEmpty { drawing.text("side", x: Self.columns[2], y: 16, "Leads to") }
    markup = drawing.markup(
      label: Self.words(statement.id, before.count, leadsTo.count), in: writer.values)
  }

  /// What it relies on and comes after, each once.
  private static func before(_ statement: Statement) -> [Subject] {
    let all = statement.reliesOn.map(Subject.statement) + statement.after.map(\.subject)
    // Few are looked through faster than they are hashed.
    guard all.count > 8 else {
      return all.indices.filter { !all[..<$0].contains(all[$0]) }.map { all[$0] }
    }
    var seen: Set<Subject> = []
    return all.filter { seen.insert($0).inserted }
  }

  private static func words(_ id: String, _ before: Int, _ after: Int) -> String {
    "\(id) builds on \(before) and leads to \(after); the lists below name them"
  }

  /// The ids of so many things, and in place of those that are too many how many more there are.
  private static func labels(_ count: Int, _ id: (Int) -> String) -> [String] {
    count <= most
      ? (0..<count).map(id) : (0..<(most - 1)).map(id) + ["\(count - most + 1) more"]
  }

  /// The heights of the middles of so many boxes in a column.
  private static func middles(_ count: Int, around middle: Int) -> [Int] {
    let step = box.height + box.gap
    let top = middle - (count * step - box.gap) / 2
    return (0..<count).map { top + $0 * step + box.height / 2 }
  }

  private static func draw(
    _ className: StaticString, _ labels: [String], at places: [(x: Int, middle: Int)],
    _ drawing: inout Drawing
  ) {
    drawing.boxes(
      className, at: places.map { (x: $0.x + 1, y: $0.middle - box.height / 2) },
      width: box.width - 2, height: box.height)
    for (label, place) in zip(labels, places) {
      // Longer ids than fit are cut; the lists have them whole.
      let fits = label.utf8.count <= 17 || label.count <= 17
      let text = fits ? label : label.prefix(16) + "…"
      drawing.text(x: place.x + box.width / 2, y: place.middle + 5, text)
    }
  }
}

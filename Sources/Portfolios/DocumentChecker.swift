internal import Diagnostics
internal import Model
internal import Output
internal import Records
internal import Syntax

/// Checks one file against the shape of its kind of document.
struct DocumentChecker {
  let catalogue: Catalogue
  let file: SourceFile
  let tree: SyntaxTree
  /// Whether the file must be JSON, where texts have quotes and numbers have none.
  let isJSON: Bool

  var bag = DiagnosticBag()
  var masking = Masking()

  /// The migration from the document's edition; nil if that is the present one.
  var migration: Migration?

  /// The successors of codes of an earlier edition, by node.
  var carriedCodes: [Int: [String]] = [:]

  /// The document's codes of an earlier edition that do not carry over unchanged.
  var unconfirmed: [String: MigratedID.Carrying] = [:]

  /// The keys and values of each group that passed the check, by node.
  private(set) var entries: [Int: [String: Int]] = [:]

  init(_ catalogue: Catalogue, _ file: SourceFile, _ tree: SyntaxTree, isJSON: Bool) {
    self.catalogue = catalogue
    self.file = file
    self.tree = tree
    self.isJSON = isJSON
  }

  /// Checks a group of keys. `place` is its name in messages.
  mutating func checkObject(_ node: Int, _ object: DocumentObject, place: String) -> Bool {
    guard tree.nodes[node].kind == .mapping else {
      bag.report(
        WrongRecordValue(range: start(of: node), key: place, expectation: "a group of keys"))
      return false
    }
    var found: [String: Int] = [:]
    var written: Set<String> = []
    for (key, value) in pairs(of: node) {
      guard let field = field(of: key, object, place) else { continue }
      written.insert(field.key)
      if check(value, field.type, key: field.key, at: key) { found[field.key] = value }
    }
    let missing = object.fields.filter { $0.isRequired && !written.contains($0.key) }
    if !missing.isEmpty {
      bag.report(
        MissingRecordKey(
          range: start(of: node), place: place,
          missing: missing.map { $0.title == $0.key ? "`\($0.key)`" : "`\($0.key)` (\($0.title))" })
      )
    }
    entries[node] = found
    return true
  }

  private mutating func field(
    of key: Int, _ object: DocumentObject, _ place: String
  ) -> DocumentField? {
    let written = tree.text(of: key)
    if let field = object.field(written) {
      masking.show(tree.range(of: key))
      if isJSON, tree.nodes[key].style != .doubleQuoted { reportNoJSON(key) }
      return field
    }
    let meant = suggestion(for: written, among: object.fields.map(\.key))
    bag.report(
      UnknownRecordKey(
        range: tree.range(of: key), place: place, meant: meant, allowed: object.fields.map(\.key)))
    if meant != nil { masking.show(tree.range(of: key)) }
    // A misspelt key is read as the suggested one, so that one mistake makes one message.
    return meant.flatMap { object.field($0) }
  }

  /// Whether a value matches its type. If not, it is reported.
  private mutating func check(
    _ node: Int, _ type: DocumentType, key: String, at keyNode: Int, isItem: Bool = false
  ) -> Bool {
    switch type {
    case .object(let object):
      return checkObject(node, object, place: "`\(key)`")
    case .oneOf(let objects): return checkVariant(node, objects, key)
    case .list(let item, let least): return checkList(node, item, least, key: key, at: keyNode)
    default:
      guard tree.nodes[node].kind == .scalar else {
        report(start(of: node), key, isItem, expectation(of: type))
        return false
      }
      return checkScalar(node, type, key: key, at: keyNode, isItem)
    }
  }

  private mutating func checkList(
    _ node: Int, _ item: DocumentType, _ least: Int, key: String, at keyNode: Int
  ) -> Bool {
    guard tree.nodes[node].kind == .sequence else {
      let range = tree.isEmptyPlain(node) ? tree.range(of: keyNode) : start(of: node)
      report(
        range, key, false, "a list", advice: "Write it in brackets, or each item after a dash.")
      return false
    }
    let items = Array(tree.children(of: node))
    if items.count < least { report(start(of: node), key, false, "a list with something in it") }
    var seen: [String: Int] = [:]
    for child in items {
      let isRight = check(child, item, key: key, at: keyNode, isItem: true)
      guard isRight, item.isCode else { continue }
      if let first = seen.updateValue(child, forKey: tree.text(of: child)) {
        bag.report(
          RepeatedInRecord(
            range: tree.range(of: child), first: tree.range(of: first),
            what: "`\(tree.text(of: child))`"))
      }
    }
    return true
  }

  private mutating func checkVariant(_ node: Int, _ objects: [DocumentObject], _ key: String)
    -> Bool
  {
    guard tree.nodes[node].kind == .mapping, let tag = objects.first?.fields.first?.key else {
      report(start(of: node), key, true, "a group of keys")
      return false
    }
    let value = pairs(of: node).first { tree.text(of: $0.key) == tag }?.value
    let name = value.map { carried(tree.text(of: $0)) } ?? ""
    guard let object = objects.first(where: { $0.name == name }) else {
      let names = objects.map(\.name)
      report(
        value.map { tree.range(of: $0) } ?? start(of: node), tag, false,
        "one of \(names.joined(separator: ", "))", meant: suggestion(for: name, among: names))
      return false
    }
    return checkObject(node, object, place: "the record `\(name)`")
  }

  mutating func report(
    _ range: SourceRange, _ key: String, _ isItem: Bool, _ expectation: String,
    meant: String? = nil, advice: String = ""
  ) {
    bag.report(
      WrongRecordValue(
        range: range, key: key, isItem: isItem, expectation: expectation, meant: meant,
        advice: advice))
  }

  mutating func reportNoJSON(_ node: Int) {
    report(
      tree.range(of: node), "a key", false, "in quotes, as JSON has it",
      advice: "Or give the file a name that ends in .yaml.")
  }

  // MARK: Reading the tree

  /// The keys and values of a mapping.
  func pairs(of node: Int) -> [(key: Int, value: Int)] {
    var pairs: [(key: Int, value: Int)] = []
    var pending: Int?
    for child in tree.children(of: node) {
      if let key = pending {
        pairs.append((key, child))
        pending = nil
      } else {
        pending = child
      }
    }
    return pairs
  }

  /// The range of the first character of a group or list, so that no excerpt has to show more.
  func start(of node: Int) -> SourceRange {
    let range = tree.range(of: node)
    return SourceRange(
      file: range.file, start: Int(range.start),
      end: min(Int(range.end), Int(range.start) + 1))
  }
}

extension DocumentType {
  var isCode: Bool {
    switch self {
    case .choice, .statement: true
    default: false
    }
  }
}

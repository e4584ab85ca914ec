package import Diagnostics
internal import Model
internal import Output
internal import Records
internal import Syntax

extension Catalogue {
  /// Checks a document as of a day. It never throws: any bytes result in diagnostics.
  ///
  /// A file whose name ends in `.json` must be JSON. Any other file is YAML, which includes JSON.
  package func check(_ file: SourceFile, on day: Day) -> CheckedDocument {
    let isJSON = file.path.hasSuffix(".json")
    let text = SourceFile(
      id: file.id, path: file.path, bytes: isJSON ? JSONText.readable(file.bytes) : file.bytes)
    let parsed = parse(text)
    var checker = DocumentChecker(self, file, parsed.tree, isJSON: isJSON)
    for diagnostic in parsed.diagnostics {
      checker.bag.report(
        UnreadableRecord(
          range: diagnostic.range, cause: diagnostic.rule.summary, causeName: diagnostic.rule.name))
    }
    var content = CheckedDocument.Content.nothing
    if parsed.tree.isComplete {
      if isJSON, let flaw = JSONText.firstFlaw(parsed.tree, file) {
        checker.bag.report(
          UnreadableRecord(
            range: flaw,
            cause: "The file's name says that it is JSON, and JSON has nothing like this here."))
      }
      content = checker.checkContent(on: day)
    }
    return CheckedDocument(
      file: checker.masking.masked(file), diagnostics: checker.bag.diagnostics.inReadingOrder(),
      content: content)
  }
}

extension DocumentChecker {
  /// Determines the kind of the document, and checks it accordingly.
  fileprivate mutating func checkContent(on day: Day) -> CheckedDocument.Content {
    guard let root = tree.root, tree.nodes[root].kind == .mapping else {
      reportUnknown(file.startRange, meant: nil)
      return .nothing
    }
    let pairs = pairs(of: root)
    let keys = pairs.map { tree.text(of: $0.key) }
    let edition = keys.firstIndex(of: "edition").map { pairs[$0].value }
    migration = edition.flatMap { catalogue.migrations[tree.text(of: $0)] }
    defer { tellOfMigration(at: edition) }
    if let index = keys.firstIndex(of: "record") {
      return checkRecord(root, named: pairs[index].value)
    }
    // At least one key must be a portfolio's alone. Otherwise the file is something else, such as a framework.
    let known = Set(catalogue.portfolio.fields.map(\.key)).subtracting(["framework", "edition"])
    guard keys.contains(where: known.contains), !keys.contains("fields") else {
      reportUnknown(pairs.first.map { tree.range(of: $0.key) } ?? file.startRange, meant: nil)
      return .nothing
    }
    guard checkObject(root, catalogue.portfolio, place: "a portfolio") else { return .nothing }
    let portfolio = readPortfolio(root)
    check(portfolio, on: day)
    return .portfolio(portfolio)
  }

  private mutating func checkRecord(_ root: Int, named value: Int) -> CheckedDocument.Content {
    let name = carried(tree.text(of: value))
    guard let object = catalogue.records[name] else {
      reportUnknown(
        tree.range(of: value), meant: suggestion(for: name, among: catalogue.records.keys.sorted()))
      return .nothing
    }
    guard checkObject(root, object, place: "the record `\(name)`"),
      let person = text("person", of: root), let record = readRecord(root)
    else { return .nothing }
    return .record(LooseRecord(person: person, record: record))
  }

  private mutating func reportUnknown(_ range: SourceRange, meant: String?) {
    bag.report(
      UnknownDocument(
        range: range, meant: meant, records: catalogue.contents.forms.elements.map(\.id)))
  }
}

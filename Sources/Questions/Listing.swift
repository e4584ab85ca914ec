package import Analysis
package import Grammar

/// The records of one entity that meet some conditions.
package struct Listing {
  package let found: [WrittenRecord]

  /// The number of records of the entity, listed or not.
  package let total: Int

  let columns: Columns
  let catalogue: Catalogue

  /// The columns that were asked for; nil if none were.
  let shown: [Column]?

  /// A column of a table.
  enum Column: Equatable {
    case key(Key)
    case file
    case line

    var title: String {
      switch self {
      case .key(let key): key.rawValue
      case .file: "file"
      case .line: "line"
      }
    }
  }

  /// Lists the records of an entity that meet all conditions. `shown` are the titles of the columns, if they were chosen.
  package init(
    _ entity: EntityName, _ conditions: [Condition], shown: [String]? = nil,
    in catalogue: Catalogue
  ) throws(QuestionFailure) {
    let columns = Columns(of: entity)
    self.columns = columns
    self.catalogue = catalogue
    let check = ValueCheck(catalogue: catalogue, columns: columns)
    let known = try conditions.map { condition throws(QuestionFailure) in
      let key = try Listing.key(condition.key, of: columns)
      if case .has(_, let values) = condition {
        for value in values { try check.require(value, under: key) }
      }
      return (key: key, condition: condition)
    }
    if let shown {
      self.shown = try shown.map { title throws(QuestionFailure) in
        try Listing.column(title, of: columns)
      }
    } else {
      self.shown = nil
    }
    let all = catalogue.records(of: entity)
    total = all.count
    found = all.filter { record in
      known.allSatisfy { key, condition in
        let values = columns.values(of: key, in: record)
        return switch condition {
        case .has(_, let asked): values.contains { value in asked.contains(where: value.answers) }
        case .with: values.contains { !$0.isEmpty }
        case .without: values.allSatisfy(\.isEmpty)
        }
      }
    }
  }

  private static func column(
    _ title: String, of columns: Columns
  ) throws(QuestionFailure) -> Column {
    switch title {
    case "file": .file
    case "line": .line
    default: .key(try key(title, of: columns))
    }
  }

  private static func key(_ written: String, of columns: Columns) throws(QuestionFailure) -> Key {
    let keys = columns.keys + columns.innerFields.map(\.key)
    if let key = keys.first(where: { $0.rawValue == written }) { return key }
    let title = columns.entity.title
    let meant = QuestionFailure.didYouMean(written, among: keys.map(\.rawValue), mark: "`")
    let start = title.prefix(1).uppercased() + title.dropFirst()
    throw QuestionFailure(
      """
      \(start) has no key `\(written)`.\(meant) You can ask for \
      \(columns.keys.map(\.rawValue).joined(separator: ", ")).
      """)
  }

  /// All columns of a table: each key, and the place.
  var allColumns: [Column] { columns.keys.map(Column.key) + [.file, .line] }
}

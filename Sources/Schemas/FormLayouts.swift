internal import Records

/// The layouts of a document for form builders: JSON Forms' UI schema and the `uiSchema` of react-jsonschema-form.
extension DocumentObject {
  /// The layout for JSON Forms, with a control for each key and a group for each group of keys (JSON Forms, "UI Schema").
  var jsonFormsLayout: JSONValue {
    .object([
      ("type", .string("VerticalLayout")),
      ("elements", .array(fields.map { $0.jsonFormsElement(scope: "#") })),
    ])
  }

  /// The layout for react-jsonschema-form: the order of the keys, and any special widgets ("uiSchema").
  var reactLayout: JSONValue {
    .object(
      [("ui:order", .strings(fields.map(\.key)))]
        + fields.compactMap { field in field.type.reactLayout.map { (field.key, $0) } })
  }
}

extension DocumentField {
  fileprivate func jsonFormsElement(scope: String) -> JSONValue {
    let scope = "\(scope)/properties/\(key)"
    if case .object(let object) = type {
      return .object([
        ("type", .string("Group")), ("label", .string(title)),
        ("elements", .array(object.fields.map { $0.jsonFormsElement(scope: scope) })),
      ])
    }
    return .object(
      [("type", .string("Control")), ("scope", .string(scope)), ("label", .string(title))]
        + (type.jsonFormsOptions.map { [("options", $0)] } ?? []))
  }
}

extension DocumentType {
  fileprivate var jsonFormsOptions: JSONValue? {
    switch self {
    case .constant: .object([("readonly", .boolean(true))])
    case .text: .object([("multi", .boolean(true))])
    case .date: .object([("format", .string("date"))])
    case .list(.object(let object), _): .object([("detail", object.jsonFormsLayout)])
    default: nil
    }
  }

  fileprivate var reactLayout: JSONValue? {
    switch self {
    case .constant: .object([("ui:readonly", .boolean(true))])
    case .text:
      .object([
        ("ui:widget", .string("textarea")), ("ui:options", .object([("rows", .integer(5))])),
      ])
    case .date: .object([("ui:widget", .string("date"))])
    case .flag: .object([("ui:widget", .string("radio"))])
    case .object(let object): object.reactLayout
    case .list(.choice(let choices), _) where choices.count <= 12:
      .object([("ui:widget", .string("checkboxes"))])
    case .list(.object(let object), _): .object([("items", object.reactLayout)])
    default: nil
    }
  }
}

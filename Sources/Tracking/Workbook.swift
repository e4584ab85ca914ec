internal import Model
internal import Output

/// The workbook of the tracking sheet in SpreadsheetML (ECMA-376, part 1), with three sheets: the tracking sheet, the
/// instructions, and the lists of values. Every cell is a text, so none can be a formula.
extension TrackingTable {
  func writeWorkbook(to give: @escaping ([UInt8]) -> Void) {
    var archive = ZipArchive(to: give)
    archive.add("[Content_Types].xml", xml(contentTypes))
    archive.add("_rels/.rels", xml(packageLinks))
    archive.add("docProps/core.xml", coreProperties)
    archive.add("xl/workbook.xml", xml(workbookPart))
    archive.add("xl/_rels/workbook.xml.rels", xml(workbookLinks))
    archive.add("xl/styles.xml", xml(styles))
    archive.add("xl/worksheets/sheet2.xml", aboutSheet)
    archive.add("xl/worksheets/sheet3.xml", listSheet)
    addTrackingSheet(to: &archive)
    archive.finish()
  }

  /// The cell styles, by index in `styles`.
  private enum Style: Int {
    case plain, heading, wrapped, input, date, title
  }

  private var lastColumn: String { columnName(columns.count - 1) }
  private var lastRow: Int { statements.count + 1 }

  /// Adds the tracking sheet, with some rows in each chunk.
  private func addTrackingSheet(to archive: inout ZipArchive) {
    let rows = statements.inChunks
    archive.add("xl/worksheets/sheet1.xml", chunks: rows.count + 2) { number in
      switch number {
      case 0: headOfTrackingSheet
      case rows.count + 1: endOfTrackingSheet
      default: trackingRows(rows[number - 1])
      }
    }
  }

  private var headOfTrackingSheet: [UInt8] {
    var sheet = ByteBuffer()
    sheet.append(raw: xmlHead)
    sheet.append(raw: "<worksheet xmlns=\"\(mainNamespace)\">")
    sheet.append(raw: "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>")
    sheet.append(raw: "<dimension ref=\"A1:\(lastColumn)\(lastRow)\"/>")
    sheet.append(
      raw: """
        <sheetViews><sheetView tabSelected="1" workbookViewId="0">\
        <pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>\
        </sheetView></sheetViews><cols>
        """)
    for (index, column) in columns.enumerated() {
      sheet.append(
        raw: "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(column.width)\" ")
      sheet.append(raw: "customWidth=\"1\"/>")
    }
    sheet.append(raw: "</cols><sheetData>")
    appendRow(1, columns.map { ($0.title, .heading) }, names, to: &sheet)
    return sheet.bytes
  }

  /// The letters of the columns.
  private var names: [[UInt8]] { columns.indices.map { Array(columnName($0).utf8) } }

  private func trackingRows(_ statements: ArraySlice<Statement>) -> [UInt8] {
    var sheet = ByteBuffer(reserving: 128 << 10)
    let (names, styles) = (names, columns.map(style))
    var row = Row()
    for (index, statement) in zip(statements.indices, statements) {
      writer.write(statement, to: &row)
      append(row, index + 2, styles, names, to: &sheet)
    }
    return sheet.bytes
  }

  private var endOfTrackingSheet: [UInt8] {
    var sheet = ByteBuffer()
    sheet.append(raw: "</sheetData><autoFilter ref=\"A1:\(lastColumn)\(lastRow)\"/>")
    appendValidations(to: &sheet)
    sheet.append(raw: "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>")
    sheet.append(raw: "</worksheet>")
    return sheet.bytes
  }

  private func style(of column: Column) -> Style {
    switch column.input {
    case .none: .wrapped
    case .text, .list: .input
    case .date: .date
    }
  }

  /// Appends the validations: the lists that cells offer, and the dates that they accept.
  private func appendValidations(to sheet: inout ByteBuffer) {
    let inputs = columns.enumerated().compactMap { index, column -> String? in
      guard !statements.isEmpty else { return nil }
      let cells = "\(columnName(index))2:\(columnName(index))\(lastRow)"
      switch column.input {
      case .none, .text: return nil
      case .date:
        // 36526 is 1 January 2000 as a spreadsheet counts days.
        return """
          <dataValidation type="date" operator="greaterThanOrEqual" allowBlank="1" showErrorMessage="1" \
          errorTitle="Date" error="Write a day, such as 2026-09-01." sqref="\(cells)">\
          <formula1>36526</formula1></dataValidation>
          """
      case .list(let number):
        let values =
          "Lists!$\(columnName(number))$2:$\(columnName(number))$\(lists[number].values.count + 1)"
        return """
          <dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="List" \
          error="Choose one of the list; the sheet Lists holds it." sqref="\(cells)">\
          <formula1>\(values)</formula1></dataValidation>
          """
      }
    }
    guard !inputs.isEmpty else { return }
    sheet.append(
      raw: "<dataValidations count=\"\(inputs.count)\">\(inputs.joined())</dataValidations>")
  }

  private var aboutSheet: [UInt8] {
    var sheet = ByteBuffer()
    sheet.append(raw: xmlHead)
    sheet.append(raw: "<worksheet xmlns=\"\(mainNamespace)\">")
    sheet.append(raw: "<cols><col min=\"1\" max=\"1\" width=\"100\" customWidth=\"1\"/></cols>")
    sheet.append(raw: "<sheetData>")
    let names = [Array(columnName(0).utf8)]
    for (index, line) in about.enumerated() {
      appendRow(index + 1, [(line, index == 0 ? .title : .wrapped)], names, to: &sheet)
    }
    sheet.append(raw: "</sheetData></worksheet>")
    return sheet.bytes
  }

  private var listSheet: [UInt8] {
    var sheet = ByteBuffer()
    sheet.append(raw: xmlHead)
    sheet.append(raw: "<worksheet xmlns=\"\(mainNamespace)\">")
    sheet.append(
      raw: "<cols><col min=\"1\" max=\"\(lists.count)\" width=\"30\" customWidth=\"1\"/></cols>")
    sheet.append(raw: "<sheetData>")
    let names = lists.indices.map { Array(columnName($0).utf8) }
    appendRow(1, lists.map { ($0.title, .heading) }, names, to: &sheet)
    for index in 0..<(lists.map(\.values.count).max() ?? 0) {
      let cells = lists.map { index < $0.values.count ? $0.values[index] : "" }
      appendRow(index + 2, cells.map { ($0, .plain) }, names, to: &sheet)
    }
    sheet.append(raw: "</sheetData></worksheet>")
    return sheet.bytes
  }

  /// Appends a row of the tracking sheet. `names` are the column letters.
  private func append(
    _ row: Row, _ number: Int, _ styles: [Style], _ names: [[UInt8]], to sheet: inout ByteBuffer
  ) {
    beginRow(number, in: &sheet)
    for index in styles.indices {
      row.withCell(index) {
        appendCell($0, styles[index], names[index], number, to: &sheet)
      }
    }
    sheet.append(fixed: "</row>")
  }

  private func appendRow(
    _ number: Int, _ cells: [(text: String, style: Style)], _ names: [[UInt8]],
    to sheet: inout ByteBuffer
  ) {
    beginRow(number, in: &sheet)
    for (index, cell) in cells.enumerated() {
      cell.text.withBytes {
        appendCell($0, cell.style, names[index], number, to: &sheet)
      }
    }
    sheet.append(fixed: "</row>")
  }

  private func beginRow(_ number: Int, in sheet: inout ByteBuffer) {
    sheet.append(fixed: "<row r=\"")
    sheet.append(decimal: number)
    sheet.append(fixed: "\">")
  }

  private func appendCell(
    _ text: UnsafeBufferPointer<UInt8>, _ style: Style, _ name: [UInt8], _ number: Int,
    to sheet: inout ByteBuffer
  ) {
    sheet.append(fixed: "<c r=\"")
    sheet.append(raw: name[...])
    sheet.append(decimal: number)
    sheet.append(fixed: "\" s=\"")
    sheet.append(decimal: style.rawValue)
    guard !text.isEmpty else { return sheet.append(fixed: "\"/>") }
    sheet.append(fixed: "\" t=\"inlineStr\"><is><t")
    // Without this attribute, spaces at the ends may be dropped.
    if text.hasSpaceAtAnEnd { sheet.append(fixed: " xml:space=\"preserve\"") }
    sheet.append(fixed: ">")
    if fitsCell(text) {
      sheet.append(xml: text)
    } else {
      sheet.append(xml: cellText(String(decoding: text, as: UTF8.self)))
    }
    sheet.append(fixed: "</t></is></c>")
  }

  /// The document properties. The creation date is the framework's date of issue, since no output may depend on a clock.
  private var coreProperties: [UInt8] {
    let day = identity.issued.flatMap { $0.day == nil ? nil : $0.description } ?? "1980-01-01"
    var part = ByteBuffer()
    part.append(raw: xmlHead)
    part.append(
      raw: """
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>
        """)
    part.append(xml: "\(identity.title), edition \(identity.edition)")
    part.append(raw: "</dc:title><dc:creator>")
    part.append(xml: identity.publisher ?? "")
    part.append(raw: "</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">\(day)T00:00:00Z")
    part.append(raw: "</dcterms:created></cp:coreProperties>")
    return part.bytes
  }

  private var workbookPart: String {
    """
    <workbook xmlns="\(mainNamespace)" xmlns:r="\(linkNamespace)"><sheets>\
    <sheet name="Tracking" sheetId="1" r:id="rId1"/><sheet name="About" sheetId="2" r:id="rId2"/>\
    <sheet name="Lists" sheetId="3" r:id="rId3"/></sheets><definedNames>\
    <definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">\
    Tracking!$A$1:$\(lastColumn)$\(lastRow)</definedName>\
    <definedName name="_xlnm.Print_Titles" localSheetId="0">Tracking!$1:$1</definedName>\
    </definedNames></workbook>
    """
  }
}

/// A length in bytes that surely fits into a cell. A cell holds 32,767 UTF-16 units, which need not be counted for less.
private let mostBytes = 32_000

/// Whether a text fits into a cell unchanged.
private func fitsCell(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  text.count <= mostBytes && !text.contains(UInt8(ascii: "_"))
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var hasSpaceAtAnEnd: Bool {
    first.map { $0 <= UInt8(ascii: " ") } ?? false || last.map { $0 <= UInt8(ascii: " ") } ?? false
  }
}

/// A text as a cell holds it: shortened to the allowed length, with anything that reads like an escape escaped (ECMA-376, part
/// 1, 22.9.2.19).
private func cellText(_ text: String) -> String {
  let cut =
    text.utf8.count > mostBytes && text.utf16.count > mostBytes
    ? String(text.prefix(8_000)) + "…" : text
  return cut.replacingUTF8("_x", with: "_x005F_x")
}

/// The letters of a column: A to Z, then AA, AB and so on.
private func columnName(_ index: Int) -> String {
  let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26)))
  return index < 26 ? letter : columnName(index / 26 - 1) + letter
}

private let xmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
private let mainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
private let linkNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
private let typeBase = "application/vnd.openxmlformats-officedocument.spreadsheetml"

private func xml(_ text: String) -> [UInt8] { Array((xmlHead + text).utf8) }

private let contentTypes = """
  <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
  <Default Extension="xml" ContentType="application/xml"/>\
  <Override PartName="/xl/workbook.xml" ContentType="\(typeBase).sheet.main+xml"/>\
  <Override PartName="/xl/styles.xml" ContentType="\(typeBase).styles+xml"/>\
  <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(typeBase).worksheet+xml"/>\
  <Override PartName="/xl/worksheets/sheet2.xml" ContentType="\(typeBase).worksheet+xml"/>\
  <Override PartName="/xl/worksheets/sheet3.xml" ContentType="\(typeBase).worksheet+xml"/>\
  <Override PartName="/docProps/core.xml" \
  ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
  """

private let packageLinks = """
  <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
  <Relationship Id="rId1" Type="\(linkNamespace)/officeDocument" Target="xl/workbook.xml"/>\
  <Relationship Id="rId2" \
  Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" \
  Target="docProps/core.xml"/></Relationships>
  """

private let workbookLinks = """
  <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
  <Relationship Id="rId1" Type="\(linkNamespace)/worksheet" Target="worksheets/sheet1.xml"/>\
  <Relationship Id="rId2" Type="\(linkNamespace)/worksheet" Target="worksheets/sheet2.xml"/>\
  <Relationship Id="rId3" Type="\(linkNamespace)/worksheet" Target="worksheets/sheet3.xml"/>\
  <Relationship Id="rId4" Type="\(linkNamespace)/styles" Target="styles.xml"/></Relationships>
  """

/// The styles: plain, heading, wrapped, input, date input (format 14 is the reader's own short date), title.
private let styles = """
  <styleSheet xmlns="\(mainNamespace)"><fonts count="3">\
  <font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
  <font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
  <font><b/><sz val="16"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="4">\
  <fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
  <fill><patternFill patternType="solid"><fgColor rgb="FFE6ECF2"/><bgColor indexed="64"/></patternFill></fill>\
  <fill><patternFill patternType="solid"><fgColor rgb="FFFFFBEA"/><bgColor indexed="64"/></patternFill></fill>\
  </fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
  <border><left style="hair"/><right style="hair"/><top style="hair"/><bottom style="hair"/><diagonal/></border>\
  </borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
  <cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
  <xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyAlignment="1">\
  <alignment vertical="center" wrapText="1"/></xf>\
  <xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyAlignment="1">\
  <alignment vertical="top" wrapText="1"/></xf>\
  <xf numFmtId="49" fontId="0" fillId="3" borderId="1" xfId="0" applyNumberFormat="1" applyFill="1" applyAlignment="1">\
  <alignment vertical="top" wrapText="1"/></xf>\
  <xf numFmtId="14" fontId="0" fillId="3" borderId="1" xfId="0" applyNumberFormat="1" applyFill="1" applyAlignment="1">\
  <alignment vertical="top"/></xf>\
  <xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>\
  <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
  """

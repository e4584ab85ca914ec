internal import Markup
internal import Model
internal import Output
internal import Templates

/// What scripts put into each page: the search, the rest of the menu and the explanations of terms. Without scripts some of it
/// could do nothing, and the rest is one link away; on each page, a large handbook would hold all of it thousands of times.
///
/// It stands in scripts, since a page that is opened from a folder may run a file but not read it. Links are those of a
/// page in the handbook's folder.
struct SharedParts: RecordShape {
  static let layout = RecordLayout<Self>("shared parts")
  static let template = PageTemplate<SharedParts>("shared", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")

  /// As in `handbook.js`.
  private static let termsInFile = 64

  static func files(_ site: Site) -> [PlannedFile] {
    let terms = Array(site.contents.terms.elements)
    return [PlannedFile(path: Handbook.folder + "shared/frame.js") { frameScript(site) }]
      + stride(from: 0, to: terms.count, by: termsInFile).enumerated().map { number, start in
        let end = min(start + termsInFile, terms.count)
        return PlannedFile(path: Handbook.folder + "shared/terms-\(number).js") {
          termScript(site, number, terms[start..<end])
        }
      }
  }

  private static func frameScript(_ site: Site) -> [UInt8] {
    let writer = PageWriter(site, PagePlace(path: SearchPage.path))
    let markup = writer.render(template) { record, field in
      // What is current is for the script to find; the index stands in the menu itself.
      record[field.frame] = writer.frame("Search", in: .index)
    }
    var script = ByteBuffer()
    script.append(raw: "ksfShared(")
    script.append(quoted: String(decoding: markup, as: UTF8.self))
    script.append(raw: ");\n")
    return script.bytes
  }

  /// Each term with its definition and, if that is another than the framework's, its language.
  private static func termScript(
    _ site: Site, _ number: Int, _ terms: ArraySlice<Term>
  ) -> [UInt8] {
    var script = ByteBuffer()
    script.append(raw: "ksfTerms(\(number),[")
    for (index, term) in terms.enumerated() {
      var definition = ByteBuffer()
      site.renderers[0].appendHTML(term.definition.bytes, to: &definition)
      definition.removeLastLineBreak()
      script.append(raw: index == 0 ? "\n[" : ",\n[")
      script.append(quoted: term.term)
      script.append(raw: ",")
      script.append(quoted: String(decoding: definition.bytes, as: UTF8.self))
      if let language = term.language, language != site.contents.identity.language {
        script.append(raw: ",")
        script.append(quoted: language)
      }
      script.append(raw: "]")
    }
    script.append(raw: "\n]);\n")
    return script.bytes
  }
}

extension ByteBuffer {
  fileprivate mutating func append(quoted text: String) {
    append(raw: "\"")
    append(json: text)
    append(raw: "\"")
  }
}

import Model
import TestSupport
import Testing

@testable import Handbook

@Suite struct `Terms in texts` {
  private func found(in text: String, _ terms: [Term]) -> [String] {
    let bytes = Array(text.utf8)
    var found: [String] = []
    bytes.withUnsafeBufferPointer { text in
      TermFinder(Table(terms)).forEachTerm(in: text) { range, term in
        found.append("\(term):" + String(decoding: bytes[range], as: UTF8.self))
      }
    }
    return found
  }

  private func term(_ term: String, abbreviation: String? = nil, also: [String] = []) -> Term {
    Term(term: term, abbreviation: abbreviation, also: also, definition: Markdown("It."))
  }

  @Test func `are whole words in any case`() {
    #expect(
      found(in: "Trust, entrust and trusting trust", [term("trust")]) == ["0:Trust", "0:trust"])
  }

  @Test func `are as long as they can be`() {
    let terms = [term("care"), term("kinship care"), term("kinship care order")]
    #expect(
      found(in: "kinship care orders and kinship-care", terms) == [
        "1:kinship care", "1:kinship-care",
      ])
    #expect(found(in: "a kinship care order; care", terms) == ["2:kinship care order", "0:care"])
    #expect(found(in: "kinship, care", terms) == ["0:care"])
  }

  @Test func `are abbreviations only as these are written`() {
    let terms = [term("local area officer", abbreviation: "LAO", also: ["area officer"])]
    #expect(found(in: "lao LAO an Area Officer", terms) == ["0:LAO", "0:Area Officer"])
  }

  @Test func `may be in any script`() {
    #expect(
      found(in: "Élan et ÉLAN, прогулка", [term("élan"), term("Прогулка")]) == [
        "0:Élan", "0:ÉLAN", "1:прогулка",
      ])
    // Their first letters have no byte in common.
    #expect(found(in: "рост, Рост", [term("Рост")]) == ["0:рост", "0:Рост"])
    #expect(found(in: "élans", [term("élan")]) == [])
  }

  @Test func `are none where there is no glossary or no word`() {
    #expect(found(in: "trust", []) == [])
    #expect(found(in: "", [term("trust"), term("—")]) == [])
  }

  @Test func `are explained once a page, where they come first`() throws {
    let sample = Sample(
      "summary: Trust grows.\n", count: 2, { _ in "text: \"trust & [trust](https://a.b) grow\"" })
    sample.disk.put("glossary: [{term: trust, definition: A <b.}]", at: "p/framework/g.yaml")
    let files = try sample.build()
    let page = try #require(files["handbook/outcomes/O-1.html"])
    #expect(page.ranges(of: "class=\"term\"").count == 1)
    #expect(
      page.contains(
        "<a class=\"term\" href=\"../glossary.html#term-1_\">trust</a> &amp; <a"))
    // For scripts, which explain it on the page itself.
    let shared = try #require(files["handbook/shared/terms-0.js"])
    #expect(shared == "ksfTerms(0,[\n[\"trust\",\"<p>A &lt;b.</p>\"]\n]);\n")
    let glossary = try #require(files["handbook/glossary.html"])
    #expect(glossary.contains("id=\"term-1_\"") && !glossary.contains("class=\"term\""))
  }
}

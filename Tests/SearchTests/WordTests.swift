import Testing

@testable import Search

@Suite struct `Words of a text` {
  private func words(_ text: String) -> [String] {
    var cutter = WordCutter()
    var words: [String] = []
    cutter.cut(text) { words.append(String(decoding: $0, as: UTF8.self)) }
    return words
  }

  @Test(arguments: [
    ("How often is supervision?", ["how", "often", "is", "supervision"]),
    ("A child's Plan (REL-1.2)", ["a", "child", "s", "plan", "rel", "1", "2"]),
    ("École ÉTÉ naïve Ærø Straße", ["ecole", "ete", "naive", "aero", "strasse"]),
    ("cafe\u{301}", ["cafe"]),
    ("Ελλάδα Ώρα", ["ελλαδα", "ωρα"]),
    ("Социальная работа, йод", ["социальная", "работа", "йод"]),
    ("العمل الاجتماعي", ["العمل", "الاجتماعي"]),
    ("सामाजिक कार्य", ["सामाजिक", "कार्य"]),
    ("社会工作 abc 人", ["社会", "会工", "工作", "abc", "人"]),
    ("multi-agency work", ["multi", "agency", "multiagency", "work"]),
    ("co\u{2011}production", ["co", "production", "coproduction"]),
    ("O'Brien, O\u{2019}Brien", ["o", "brien", "obrien", "o", "brien", "obrien"]),
    ("up-to-date", ["up", "to", "date", "uptodate"]),
    ("don't, a child\u{2019}s", ["don", "t", "a", "child", "s"]),
    ("multi- and -agency - it", ["multi", "and", "agency", "it"]),
    ("école-élève", ["ecole", "eleve", "ecoleeleve"]),
    ("abc-人 de", ["abc", "人", "de"]),
    ("super\u{AD}vision \u{FEFF}now\u{200B}here", ["supervision", "nowhere"]),
    ("\u{FB01}nd con\u{FB02}ict", ["find", "conflict"]),
    ("и\u{306}од", ["йод"]), ("\u{1112}\u{1161}\u{11AB}", ["한"]),
    ("", []), ("!? — …", []),
  ])
  func `are cut`(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test func `tell how letters were folded`() {
    var cutter = WordCutter()
    cutter.cut("École") { _ in }
    #expect(cutter.folded == ["é": "e"])
  }
}

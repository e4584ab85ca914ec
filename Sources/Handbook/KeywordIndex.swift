internal import Markup
internal import Model
internal import Output
internal import Search

/// The words by which things can be looked up, in alphabetical order: titles, terms, tags, and the words of statements
/// that are not in so many of them that they lead nowhere.
struct KeywordIndex: Sendable {
  /// A word or title, and where it leads.
  struct Entry: Sendable {
    var head: String
    var subjects: [Subject] = []
    /// The places of terms in the glossary.
    var terms: [Int] = []
    var statements: [Ref<Statement>] = []
  }

  /// The entries of one page: those of a letter, or a part of them if they are many.
  struct Page: Sendable {
    let title: String
    let path: String
    let entries: [Entry]
  }

  let pages: [Page]

  /// How many links a page has at most, and how many statements a word may lead to.
  private static let mostLinks = 400
  static let mostStatements = 24

  /// How many words one page names at most.
  private static let mostOnOnePage = 2000

  init(_ framework: Framework) {
    let sorted = KeywordCollector(framework).collected().sorted { $0.key < $1.key }
    var pages: [Page] = []
    var run: [(key: String, value: Entry)] = []
    func finish() {
      guard let first = run.first else { return }
      pages += KeywordIndex.pages(Letter(of: first.key), run.map(\.value))
      run = []
    }
    for entry in sorted {
      if let first = run.first, !Letter.isSame(first.key, entry.key) { finish() }
      run.append(entry)
    }
    finish()
    self.pages = pages
  }

  private static func pages(_ letter: Letter, _ entries: [Entry]) -> [Page] {
    var pages: [[Entry]] = [[]]
    var links = 0
    for entry in entries {
      links += entry.statements.count + entry.subjects.count + entry.terms.count
      if links > mostLinks {
        pages.append([])
        links = entry.statements.count
      }
      pages[pages.count - 1].append(entry)
    }
    return pages.enumerated().map { index, entries in
      let suffix = index == 0 ? "" : "-\(index + 1)"
      return Page(
        title: index == 0 ? letter.title : "\(letter.title) (\(index + 1))",
        path: "a-to-z/\(letter.name)\(suffix).html", entries: entries)
    }
  }

  /// Whether the page that leads to the others has all words. Otherwise it has letters alone.
  var isShort: Bool { pages.reduce(0) { $0 + $1.entries.count } <= KeywordIndex.mostOnOnePage }

  static func most(of statements: Int) -> Int { min(mostStatements, max(3, statements / 12)) }
}

/// The key by which entries are grouped: their first letter, or one key for all digits.
private struct Letter: Equatable {
  /// As readers see it, and as it stands in an address.
  let title: String
  let name: String

  /// Whether two keys are of one letter. Nearly always they begin with the same one.
  static func isSame(_ one: String, _ other: String) -> Bool {
    one.unicodeScalars.first == other.unicodeScalars.first || Letter(of: one) == Letter(of: other)
  }

  init(of key: String) {
    guard let first = key.unicodeScalars.first, !first.properties.numericType.isDigit else {
      (title, name) = ("0–9", "0-9")
      return
    }
    title = String(first).uppercased()
    name = first.isASCII ? String(first).lowercased() : "u" + String(first.value, radix: 16)
  }
}

extension Unicode.NumericType? {
  fileprivate var isDigit: Bool { self != nil }
}

/// Words that stand in texts of every kind, so that nobody looks anything up by them.
enum CommonWords {
  static func of(language: String) -> Set<String> {
    language.lowercased().split(separator: "-").first == "en" ? english : []
  }

  private static let english = Set(
    """
    able about above across after again against along also although always among another anyone anything around aren \
    away back based because become becomes been before began behind being below best better between both cannot come \
    comes could does doing done down during each either else enough even ever every everybody everyone everything from \
    gets give given gives giving goes going gone have having hence here hers himself herself into isn itself just keep \
    kept know known less like likely made make makes making many might more most much must neither never nobody none \
    nothing often once only onto other others otherwise ought ours over part rather really same seem seems several \
    shall should since some somebody someone something sometimes soon still such take takes taken taking than that \
    their them themselves then there therefore these they thing things this those though through thus together told \
    took toward towards under unless until upon used uses using very want wants well were what whatever when whenever \
    where whether which while whom whose will with within without would your yours itself whichever
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}

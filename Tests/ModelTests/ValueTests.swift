import Model
import Testing

@Suite struct `An edition` {
  @Test func `is three numbers, compared as numbers`() {
    #expect(Edition(1, 10, 0) > Edition(1, 9, 9))
    #expect(Edition(2, 0, 0) > Edition(1, 99, 99))
    #expect(Edition(1, 2, 3) < Edition(1, 2, 10))
    #expect(!(Edition(1, 2, 3) < Edition(1, 2, 3)))
    #expect(
      [Edition(10, 0, 0), Edition(2, 0, 0), Edition(0, 9, 0)].sorted().map(\.description) == [
        "0.9.0", "2.0.0", "10.0.0",
      ])
  }

  @Test(arguments: ["0.0.0", "1.0.0", "12.345.6789"])
  func `is read as it is written`(text: String) {
    #expect(Edition(reading: text)?.description == text)
  }

  @Test(arguments: [
    "", "1", "1.0", "1.0.0.0", "1..0", ".1.0", "1.0.", "01.0.0", "1.0.0-beta", "1.0.0+2", "v1.0.0",
    " 1.0.0", "1.0.0\n", "-1.0.0", "+1.0.0", "1.0.x", "१.0.0", "99999999999999999999.0.0",
  ])
  func `is nothing else`(text: String) {
    #expect(Edition(reading: text) == nil)
  }
}

@Suite struct `A date` {
  @Test(arguments: [
    (2024, 2, 29, true), (2023, 2, 29, false), (2000, 2, 29, true), (1900, 2, 29, false),
    (2023, 2, 28, true), (2023, 4, 30, true), (2023, 4, 31, false), (2023, 12, 31, true),
    (2023, 1, 32, false), (2023, 1, 0, false), (2023, 0, 1, false), (2023, 13, 1, false),
    (0, 1, 1, false), (1, 1, 1, true), (9999, 12, 31, true), (10000, 1, 1, false),
    (2023, 6, 31, false), (2023, 9, 31, false), (2023, 11, 31, false),
  ])
  func `exists in the Gregorian calendar or not`(year: Int, month: Int, day: Int, exists: Bool) {
    #expect((CalendarDate(year: year, month: month, day: day) != nil) == exists)
  }

  @Test func `may be a month or a year, but no day without a month`() throws {
    #expect(try #require(CalendarDate(year: 2026)).description == "2026")
    #expect(try #require(CalendarDate(year: 2026, month: 9)).description == "2026-09")
    #expect(try #require(CalendarDate(year: 2026, month: 9, day: 1)).description == "2026-09-01")
    #expect(try #require(CalendarDate(year: 33, month: 4, day: 3)).description == "0033-04-03")
    #expect(CalendarDate(year: 2026, day: 1) == nil)
  }
}

@Suite struct `A text in Markdown` {
  @Test func `is the text at a place in a file`() {
    let source = TextSource(Array("title: Über uns, kurz".utf8))
    let text = Markdown(source, 7..<16)
    #expect(text.markdown == "Über uns")
    #expect(text.bytes.elementsEqual("Über uns".utf8))
    #expect(text.withBytes { Array($0) } == Array("Über uns".utf8))
    #expect(!text.isEmpty)
    #expect(Markdown(source, 7..<7).isEmpty)
    #expect(Markdown("").isEmpty)
  }

  @Test func `is the same wherever it stands, and however its accents are written`() {
    let source = TextSource(Array("xx café".utf8))
    #expect(Markdown(source, 3..<8) == Markdown("café"))
    #expect(Markdown("cafe\u{301}") == Markdown("caf\u{E9}"))
    #expect(Markdown("cafe\u{301}").hashValue == Markdown("caf\u{E9}").hashValue)
    #expect(Markdown("cafe") != Markdown("café"))
    #expect(Markdown("a") != Markdown("a "))
    #expect(Markdown("A") != Markdown("a"))
    #expect(Set([Markdown(source, 3..<8), Markdown("café")]).count == 1)
  }
}

@Suite struct `A colour` {
  @Test func `is six hexadecimal digits`() throws {
    let colour = try #require(Colour(hexadecimal: "#0B5d66".utf8))
    #expect((colour.red, colour.green, colour.blue) == (0x0B, 0x5D, 0x66))
    #expect(colour.hexadecimal == "0b5d66")
    #expect(Colour(hexadecimal: "0B5D66".utf8) == colour)
    #expect(Colour(0, 1, 15).hexadecimal == "00010f")
  }

  @Test(arguments: ["", "#", "fff", "#12345", "1234567", "##12345", "12345g", "#0b5d6६", "0x5d66"])
  func `is nothing else`(text: String) {
    #expect(Colour(hexadecimal: text.utf8) == nil)
  }

  /// From the definition of WCAG 2.2: black on white has 21, a colour on itself 1; the others were worked out by hand from it.
  @Test(arguments: [
    ("000000", "ffffff", 21.0), ("777777", "777777", 1.0), ("767676", "ffffff", 4.54),
    ("777777", "ffffff", 4.48), ("ff0000", "ffffff", 4.0), ("0000ff", "ffffff", 8.59),
    ("00ff00", "ffffff", 1.37), ("0a0a0a", "000000", 1.06),
  ])
  func `has the contrast that WCAG defines, either way`(left: String, right: String, ratio: Double)
    throws
  {
    let one = try #require(Colour(hexadecimal: left.utf8))
    let other = try #require(Colour(hexadecimal: right.utf8))
    #expect(abs(one.contrast(with: other) - ratio) < 0.01)
    #expect(one.contrast(with: other) == other.contrast(with: one))
  }

  @Test func `is made no lighter than a contrast takes`() {
    let (dark, ground) = (Colour(0x0B, 0x5D, 0x66), Colour(0x1B, 0x1B, 0x1B))
    let light = dark.lightened(toContrast: 4.5, on: ground)
    #expect(light.contrast(with: ground) >= 4.5)
    #expect(light.contrast(with: ground) < 4.8)
    #expect(Colour(255, 255, 255).lightened(toContrast: 4.5, on: ground) == Colour(255, 255, 255))
    #expect(Colour(200, 200, 200).lightened(toContrast: 4.5, on: ground) == Colour(200, 200, 200))
    // Nothing is light enough on white, and white comes nearest.
    #expect(dark.lightened(toContrast: 21, on: Colour(9, 9, 9)) == Colour(255, 255, 255))
  }
}

@Suite struct `A word of the vocabulary` {
  @Test func `agrees with its count`() {
    let word = Word("Übung", "Übungen")
    #expect(
      [0, 1, 2, 11, 21].map(word.counted) == [
        "0 Übungen", "1 Übung", "2 Übungen", "11 Übungen", "21 Übungen",
      ])
  }

  @Test func `has a capital in a heading`() {
    let word = Word("élément lié", "éléments liés")
    #expect(word.title == "Élément lié")
    #expect(word.titleMany == "Éléments liés")
    #expect(Word("", "").title == "")
  }
}

@Suite struct `A table` {
  @Test func `gives what was put in, by reference and in order`() {
    var table = Table(["a", "b"])
    table.append("c")
    #expect(table.count == 3)
    #expect(!table.isEmpty)
    #expect(Table<String>().isEmpty)
    #expect(table.refs.map { table[$0] } == ["a", "b", "c"])
    #expect(table[Ref(1)] == "b")
    #expect(table.entries.map { "\($0.ref.index)\($0.element)" } == ["0a", "1b", "2c"])
    #expect(Ref<String>(0) < Ref<String>(1))
    #expect(Array(Table<String>().refs).isEmpty)
  }
}

@Suite struct `What becomes of evidence` {
  @Test func `is ordered from the best to the worst`() {
    #expect(MigratedID.Carrying.asItIs < .lookAgain)
    #expect(MigratedID.Carrying.lookAgain < .noLongerCounts)
    #expect(
      MigratedID.Carrying.allCases.map(\.rawValue) == [
        "as-it-is", "look-again", "no-longer-counts",
      ])
  }
}

@Suite struct `The article of a word` {
  @Test(arguments: [
    "a statement", "an outcome", "an area", "a unit", "a use case", "an umbrella term", "an hour",
    "a European standard", "a one-page profile", "an Employer duty",
  ])
  func `is the one that is heard`(phrase: String) {
    let noun = phrase.split(separator: " ", maxSplits: 1)[1]
    #expect(Word(String(noun), "").oneWithArticle == phrase)
    #expect(Word(String(noun), "").titleWithArticle == "A" + phrase.dropFirst())
  }
}

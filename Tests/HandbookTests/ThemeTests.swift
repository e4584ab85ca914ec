import Analysis
import DefaultTemplates
import Model
import Testing

@testable import Handbook

@Suite struct `Colours` {
  /// The value of a custom property of the style sheet, in its light or its dark part.
  private func ground(_ name: String, isDark: Bool) throws -> Colour {
    let bytes = try #require(DefaultTemplates.files.first { $0.path.hasSuffix("style.css") }?.bytes)
    let parts = String(decoding: bytes, as: UTF8.self)
      .split(separator: "@media (prefers-color-scheme: dark)", maxSplits: 1)
    let value = try #require(
      parts[isDark ? 1 : 0].split(separator: "--\(name): #").dropFirst().first)
    return try #require(Colour(hexadecimal: value.utf8.prefix(6)))
  }

  @Test func `have the contrast that WCAG says`() {
    let white = Colour(255, 255, 255)
    #expect(abs(white.contrast(with: Colour(0, 0, 0)) - 21) < 0.001)
    #expect(abs(white.contrast(with: white) - 1) < 0.001)
    // Well-known neighbours on both sides of the limit.
    #expect(white.contrast(with: Colour(0x76, 0x76, 0x76)) > 4.5)
    #expect(white.contrast(with: Colour(0x77, 0x77, 0x77)) < 4.5)
  }

  @Test(arguments: [false, true])
  func `are checked against the worst ground of the style sheet`(isDark: Bool) throws {
    let checked = isDark ? handbookGrounds.dark : handbookGrounds.light
    for name in ["paper", "card", "tint", "accent-soft"] {
      let ground = try ground(name, isDark: isDark)
      let extreme = isDark ? Colour(255, 255, 255) : Colour(0, 0, 0)
      #expect(extreme.contrast(with: ground) >= extreme.contrast(with: checked) - 0.001, "\(name)")
    }
  }

  @Test(arguments: ["0b5d66", "000000", "5b2a86", "8a1c1c", "00004d"])
  func `of the dark scheme are read well`(light: String) throws {
    var settings = HandbookSettings()
    settings.colour = Colour(hexadecimal: light.utf8)
    let css = try #require(Theme(settings)?.styleSheet)
    let dark = try #require(
      css.split(separator: "dark)").last?.split(separator: "--accent: #").dropFirst().first)
    let colour = try #require(Colour(hexadecimal: dark.utf8.prefix(6)))
    #expect(colour.contrast(with: handbookGrounds.dark) >= 4.5)
  }

  @Test func `are none of ours unless the framework chooses`() throws {
    #expect(Theme(HandbookSettings()) == nil)
    let files = try Sample("", count: 1) { _ in "text: thing" }.build()
    #expect(files["handbook/assets/theme.css"] == nil)
    #expect(files["handbook/index.html"]?.contains("theme.css") == false)
  }

  @Test func `are read with and without the sign`() {
    #expect(Colour(hexadecimal: "#0B5d66".utf8)?.hexadecimal == "0b5d66")
    for wrong in ["", "#", "0b5d6", "0b5d666", "0b5d6g", "##b5d66"] {
      #expect(Colour(hexadecimal: wrong.utf8) == nil)
    }
  }
}

@Suite struct `Directions` {
  @Test(arguments: ["ar", "he-IL", "fa", "ur-PK", "pa-Arab", "az-Arab-IR"])
  func `are from right to left`(language: String) { #expect(isRightToLeft(language)) }

  @Test(arguments: ["en-GB", "cy", "sd-Deva", "ar-Latn", "pa"])
  func `are from left to right`(language: String) { #expect(!isRightToLeft(language)) }
}

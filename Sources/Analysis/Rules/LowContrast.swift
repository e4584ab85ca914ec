internal import Diagnostics
internal import Grammar
package import Model

/// A colour of the handbook that is not read well on its ground.
struct LowContrast: Problem {
  static let rule = Rule(
    "KSF0318", "low-contrast",
    summary:
      "Reports a colour of the handbook that has a contrast of less than 4.5 to 1 on the ground of its scheme.",
    reason:
      "Links are written in it. WCAG 2.2 asks for 4.5 to 1 at level AA, and the law of many countries for that level.",
    bad: "handbook: {colour: ffcc00}",
    good: "handbook: {colour: 7a5c00}")

  let range: SourceRange?
  let colour: Colour
  let contrast: Double
  let isDark: Bool

  var message: String {
    let scheme = isDark ? "dark" : "light"
    return
      "the contrast of `\(colour.hexadecimal)` is \(tenths) to 1 in the \(scheme) scheme; it has to be at least 4.5 to 1"
  }

  /// Cut off and not rounded, so that what is too low never reads as enough.
  private var tenths: String {
    let number = Int(contrast * 10)
    return "\(number / 10).\(number % 10)"
  }

  var help: String {
    isDark ? "Take a lighter shade, or leave the key out." : "Take a darker shade of the colour."
  }

  /// The ground of each scheme in the style sheet that comes with ksf on which a colour has the least contrast.
  static let lightGround = Colour(0xE9, 0xF0, 0xF0)
  static let darkGround = Colour(0x24, 0x2C, 0x35)

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let settings = draft.contents.identity.handbook
    let record = draft.records(.framework).first?.record(.handbook)
    let colours = [
      (settings.colour, Key.colour, lightGround, false),
      (settings.darkColour, Key.colourDark, darkGround, true),
    ]
    for case (let colour?, let key, let ground, let isDark) in colours {
      let contrast = colour.contrast(with: ground)
      guard contrast < 4.5 else { continue }
      bag.report(
        LowContrast(
          range: record?.range(key), colour: colour, contrast: contrast, isDark: isDark))
    }
  }
}

/// The grounds that colours of the handbook are checked against; a test compares them with the style sheet.
package let handbookGrounds = (light: LowContrast.lightGround, dark: LowContrast.darkGround)

internal import Model

/// The colours that a framework chooses for its handbook, as a style sheet of its own beside the one in `templates/`.
struct Theme {
  static let path = "assets/theme.css"

  private let light: Colour?
  private let dark: Colour?

  /// Nil if the framework chooses no colour.
  init?(_ settings: HandbookSettings) {
    guard settings.colour != nil || settings.darkColour != nil else { return nil }
    light = settings.colour
    dark =
      settings.darkColour ?? settings.colour?.lightened(toContrast: 7, on: Theme.darkGround)
  }

  /// The ground of the dark scheme in `style.css`.
  private static let darkGround = Colour(0x1C, 0x22, 0x29)

  var styleSheet: String {
    var text = "/* The colours that framework.yaml chooses. */\n"
    if let light {
      text += """
        :root { --accent: #\(light.hexadecimal); --accent-ink: #\(ink(on: light)); }

        """
    }
    if let dark {
      text += """
        @media (prefers-color-scheme: dark) {
          :root { --accent: #\(dark.hexadecimal); --accent-ink: #\(ink(on: dark)); }
        }

        """
    }
    if let light { text += "@media print { :root { --accent: #\(light.hexadecimal); } }\n" }
    return text
  }

  /// The colour of text that is read best on another colour: nearly black or white.
  private func ink(on colour: Colour) -> String {
    let choices = [Colour(255, 255, 255), Colour(0x0B, 0x12, 0x1A)]
    let best = choices.max { $0.contrast(with: colour) < $1.contrast(with: colour) }
    return (best ?? choices[0]).hexadecimal
  }
}

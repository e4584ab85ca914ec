/// A colour of the sRGB space.
package struct Colour: Hashable, Sendable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Nil if a text is not six hexadecimal digits, with or without `#` before them.
  package init?(hexadecimal text: some Sequence<UInt8>) {
    var digits = Array(text)
    if digits.first == UInt8(ascii: "#") { digits.removeFirst() }
    let values = digits.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count == 6, values.count == 6 else { return nil }
    let parts = [0, 2, 4].map { UInt8(values[$0] * 16 + values[$0 + 1]) }
    self.init(parts[0], parts[1], parts[2])
  }

  /// Six lower-case hexadecimal digits.
  package var hexadecimal: String {
    [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The contrast ratio of two colours, from 1 to 21 (WCAG 2.2).
  package func contrast(with other: Colour) -> Double {
    let (lighter, darker) = (
      max(luminance, other.luminance), min(luminance, other.luminance)
    )
    return (lighter + 0.05) / (darker + 0.05)
  }

  /// From 0 to 1 (WCAG 2.2, relative luminance).
  private var luminance: Double {
    0.2126 * Colour.linear(red) + 0.7152 * Colour.linear(green) + 0.0722 * Colour.linear(blue)
  }

  private static func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
  }

  /// A number from 0 to 1 to the power of 2.4: its square times the fifth root of its square.
  ///
  /// By hand, since it has to come out alike on every machine, whatever its mathematical library.
  private static func power(_ base: Double) -> Double {
    let square = base * base
    var root = 1.0
    for _ in 0..<40 { root -= (root - square / (root * root * root * root)) / 5 }
    return square * root
  }

  /// This colour with as much white in it as it takes to have a contrast on a darker ground.
  package func lightened(toContrast contrast: Double, on ground: Colour) -> Colour {
    func mixed(_ channel: UInt8, _ share: Int) -> UInt8 {
      UInt8((Int(channel) * (100 - share) + 255 * share) / 100)
    }
    for share in 0..<100 {
      let colour = Colour(mixed(red, share), mixed(green, share), mixed(blue, share))
      if colour.contrast(with: ground) >= contrast { return colour }
    }
    return Colour(255, 255, 255)
  }
}

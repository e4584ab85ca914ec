/// The text without terminal commands, whatever an author or a path contains.
///
/// Control characters become visible, except line breaks and tabs. Marks that change the direction of text become U+FFFD, since
/// they disguise what a line says.
package func withoutTerminalCommands(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isTerminalCommand) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if !isTerminalCommand(scalar) {
      result.append(scalar)
    } else if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
      result.append(picture)
    } else {
      result.append("\u{FFFD}")
    }
  }
  return String(result)
}

private func isTerminalCommand(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A: false
  case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}

/// The part of a page that reaches its readers: the text, and the attributes that are seen, heard, followed or copied.
///
/// The digests of source files are left out, since every edit of a file changes them.
func perceived(_ page: [UInt8]) -> [UInt8] {
  let noticed = ["alt", "aria-label", "data-copy", "href", "lang", "src", "title", "value"]
    .map { Array(" \($0)=\"".utf8) }
  var text: [UInt8] = []
  var offset = 0
  while offset < page.count {
    guard page[offset] == UInt8(ascii: "<") else {
      text.append(page[offset])
      offset += 1
      continue
    }
    let end = page[offset...].firstIndex(of: UInt8(ascii: ">")) ?? page.count
    for start in offset..<end where page[start] == UInt8(ascii: " ") {
      guard let name = noticed.first(where: { page[start..<end].starts(with: $0) }) else {
        continue
      }
      let value = page[(start + name.count)..<end].prefix { $0 != UInt8(ascii: "\"") }
      text += name + value
    }
    text.append(UInt8(ascii: "\n"))
    offset = end + 1
  }
  return withoutDigests(text)
}

/// A text in which each run of twelve or more hexadecimal digits is left out.
private func withoutDigests(_ text: [UInt8]) -> [UInt8] {
  let digits = Set("0123456789abcdef".utf8)
  var kept: [UInt8] = []
  var run: [UInt8] = []
  for byte in text + [0] {
    if digits.contains(byte) {
      run.append(byte)
    } else {
      if run.count < 12 { kept += run }
      run = []
      kept.append(byte)
    }
  }
  return kept
}

import Analysis
import Diagnostics
import Syntax
import TestSupport
import Testing

/// Frameworks that are wrong in many places at once.
@Suite struct `A wrong framework` {
  private static let whole = TestFolder("Fixtures").read("whole-language.txt") ?? ""

  private static let pieces = [
    "  ", "\n", ": ", ":", " #", "- ", "[", "]", "{", "}", ", ", "|", ">", "'", "\"", "&a ", "*a",
    "!t ", "? ", "\t", "\\", "\u{A0}", "\u{202E}", "é", "\u{0}", "\r", "---\n", "...\n", "~",
    "null",
    "[[", "]]", "id: REL-1\n", "status: withdrawn\n", "because: x\n", "<<: *a\n", "0x1F", "1e9",
    "99999999999999999999", "2026-13-45", "&#x202E;", "\u{1F468}\u{200D}\u{1F469}",
  ]

  @Test func `never traps, and is told at places in its files`() throws {
    #expect(Self.whole.utf8.count > 4_000)
    var random = FixedRandom(seed: 19)
    for _ in 0..<attacks(few: 40, many: 1_500) {
      var lines = Self.whole.split(separator: "\n", omittingEmptySubsequences: false).map(
        String.init)
      for _ in 0...random.next(12) { Self.spoil(&lines, &random) }
      #expect(!Fixture(lines.joined(separator: "\n")).check().rendering.isEmpty)
    }
  }

  private static func spoil(_ lines: inout [String], _ random: inout FixedRandom) {
    // The first lines say where files start.
    let place = random.next(lines.count)
    guard !lines[place].hasPrefix("-- ") else { return }
    switch random.next(8) {
    case 0: lines.remove(at: place)
    case 1: lines.insert(lines[random.next(lines.count)], at: place)
    case 2: lines.swapAt(place, random.next(lines.count))
    case 3: lines[place] = "  " + lines[place]
    case 4: lines[place] = String(lines[place].drop { $0 == " " })
    case 5:
      let other = lines[random.next(lines.count)].split(separator: ":", maxSplits: 1)
      let key = lines[place].split(separator: ":", maxSplits: 1).first ?? ""
      lines[place] = "\(key):\(other.last ?? "")"
    default:
      let count = lines[place].count
      let index = lines[place].index(lines[place].startIndex, offsetBy: random.next(count + 1))
      lines[place].insert(contentsOf: pieces[random.next(pieces.count)], at: index)
    }
  }
}

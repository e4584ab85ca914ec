import Testing

@testable import Handbook

@Suite struct `A page with gaps` {
  private func parts(_ page: String) -> [String] {
    let bytes = Array(page.utf8)
    return PageWithGaps(bytes).parts.map { part in
      switch part {
      case .text(let range): String(decoding: bytes[range], as: UTF8.self)
      case .gap(let number): "<\(number)>"
      }
    }
  }

  private func gap(_ number: Int) -> String {
    String(decoding: PageWithGaps.gap(number), as: UTF8.self)
  }

  @Test func `is cut at each of them`() {
    #expect(parts("none") == ["none"])
    #expect(parts("a\(gap(0))b\(gap(12))") == ["a", "<0>", "b", "<12>", ""])
    #expect(parts("\(gap(3))\(gap(3))") == ["", "<3>", "", "<3>", ""])
  }

  @Test func `keeps what only looks like one`() {
    #expect(parts("a\0b\0c") == ["a\0b\0c"])
    #expect(parts("a\0") == ["a\0"])
  }
}

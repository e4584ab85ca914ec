import Output
import Testing

@testable import Model
@testable import Workspace

@Suite struct `A manifest that is edited` {
  private static let identity = Identity()

  private static func entries(_ numbers: [Int], size: Int) -> [Manifest.Entry] {
    numbers.map { number in
      Manifest.Entry(
        path: ["a", "a/b", "a-b", "ä", "b"][number % 5] + "/\(number).html", size: size * number,
        digest: Digest(of: [UInt8(number), UInt8(size)]))
    }
  }

  /// Of every way to keep, replace, add or remove four files.
  @Test func `is as one that is made anew`() throws {
    for ways in 0..<256 {
      let way = (0..<4).map { ways >> (2 * $0) & 3 }
      func files(_ which: (Int) -> Bool) -> [Int] { way.indices.filter { which(way[$0]) } }
      let old = Manifest(Self.entries(files { $0 != 2 }, size: 9))
      let (kept, removed) = (files { $0 == 0 }, files { $0 == 3 })
      let made = Self.entries(files { $0 == 1 || $0 == 2 }, size: 10)
      let new = Manifest(Self.entries(kept, size: 9) + made)
      let edit = ManifestEdit(
        old.bytes(Self.identity), adding: made,
        removing: Self.entries(removed, size: 0).map(\.path), Self.identity)
      if old.entries.isEmpty || new.entries.isEmpty {
        #expect(edit == nil)
      } else {
        var bytes: [UInt8] = []
        try #require(edit).forEachPiece { bytes += $0 }
        #expect(bytes == new.bytes(Self.identity))
      }
    }
  }

  @Test func `is made anew if its lines may be in another order than the paths`() {
    let entry = Manifest.Entry(path: "a\"b", size: 1, digest: .none)
    let bytes = Manifest([entry]).bytes(Self.identity)
    #expect(ManifestEdit(bytes, adding: [], removing: ["a\"b"], Self.identity) == nil)
  }

  @Test func `is made anew if it has another form`() {
    let bytes = Manifest(Self.entries([1], size: 1)).bytes(Self.identity)
    for end in bytes.indices {
      let cut = Array(bytes[..<end])
      #expect(
        ManifestEdit(cut, adding: Self.entries([2], size: 1), removing: [], Self.identity) == nil)
    }
  }
}

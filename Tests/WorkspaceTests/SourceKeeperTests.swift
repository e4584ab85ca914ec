import Glibc
import Testing

@testable import Workspace

@Suite struct `A keeper of sources` {
  /// A folder of the test's own.
  private final class Folder {
    let path: String

    init() {
      var template = Array("/tmp/ksf-XXXXXX".utf8CString)
      path = String(cString: mkdtemp(&template))
    }

    deinit { try? PosixFileSystem().removeFolder(path) }
  }

  private let folder = Folder()
  private var path: String { folder.path + "/kept/sources" }

  private func keeper(_ key: [UInt8] = [1]) -> SourceKeeper {
    SourceKeeper(path, in: folder.path, key: key)
  }

  private static func stamp(_ number: Int) -> FileStamp {
    FileStamp(device: 1, inode: 2, size: 3, modified: 4, changed: Int64(number))
  }

  private func size() -> Int { Int(FileStamp(of: path).size) }

  /// Keeps sources in one go, each with the number of its stamp; takes over what is there of others.
  private func keep(_ new: [String: (stamp: Int, bytes: [UInt8])], and old: [String: Int] = [:]) {
    let keeper = keeper()
    var kept: [(path: String, stamp: FileStamp, place: KeptSources.Place)] = []
    for (path, source) in new {
      guard let place = keeper.keep(source.bytes, [7]) else { continue }
      kept.append((path, Self.stamp(source.stamp), place))
    }
    for (path, stamp) in old {
      guard let source = keeper.source(path, Self.stamp(stamp)) else { continue }
      kept.append((path, Self.stamp(stamp), source.place))
    }
    keeper.finish(kept)
  }

  @Test func `finds what was kept, and what was added to it`() {
    keep(["a": (1, [1, 2]), "b": (2, [3])])
    #expect(keeper().source("a", Self.stamp(1))?.bytes == [1, 2])
    #expect(keeper().source("b", Self.stamp(2))?.made == [7])
    #expect(
      keeper().source("a", Self.stamp(2)) == nil && keeper().source("c", Self.stamp(1)) == nil)
    #expect(keeper([2]).source("a", Self.stamp(1)) == nil)
    let before = size()
    keep(["b": (3, [4, 5])], and: ["a": 1])
    #expect(size() > before)
    #expect(keeper().source("a", Self.stamp(1))?.bytes == [1, 2])
    #expect(keeper().source("b", Self.stamp(3))?.bytes == [4, 5])
    #expect(keeper().source("b", Self.stamp(2)) == nil)
  }

  @Test func `writes all anew once most of it is old`() {
    let large = Array(repeating: UInt8(9), count: 50_000)
    keep(["a": (0, [1]), "b": (0, large)])
    var sizes = [size()]
    for number in 1..<9 {
      keep(["b": (number, large + [UInt8(number)])], and: ["a": 0])
      sizes.append(size())
      #expect(keeper().source("a", Self.stamp(0))?.bytes == [1])
      #expect(keeper().source("b", Self.stamp(number))?.bytes.last == UInt8(number))
    }
    #expect(
      sizes.max() ?? 0 < 5 * large.count && zip(sizes, sizes.dropFirst()).contains { $0 > $1 })
    #expect(FileStamp(of: path + "-new") == .absent)
  }

  @Test func `writes nothing if nothing is new`() {
    keep(["a": (1, [1])])
    let before = FileStamp(of: path)
    keep([:], and: ["a": 1])
    #expect(FileStamp(of: path) == before)
  }

  @Test func `leaves what was kept if it cannot write`() throws {
    keep(["a": (1, [1])])
    let before = size()
    let keeper = keeper()
    #expect(keeper.keep([2], [7]) != nil)
    // Somebody else has added to it meanwhile.
    let other = GrowingFile(path, size: before)
    #expect(other == nil && GrowingFile(path, size: size()) != nil)
    GrowingFile(path, size: size())?.cut(at: before)
    #expect(self.keeper().source("a", Self.stamp(1)) != nil)
    // Where no folder can be.
    let nowhere = SourceKeeper(path + "/below", in: folder.path, key: [1])
    #expect(nowhere.keep([1], [2]) == nil)
    nowhere.finish([])
    #expect(self.keeper().source("a", Self.stamp(1)) != nil)
  }
}

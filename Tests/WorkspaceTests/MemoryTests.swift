import Model
import Output
import Testing

@testable import Workspace

@Suite struct `A memory of a build` {
  private static func stamp(_ number: UInt64) -> FileStamp {
    FileStamp(
      device: number, inode: number + 1, size: number + 2, modified: Int64(number) + 3,
      changed: Int64(number) + 4)
  }

  private static func reading(_ statements: [Int32], _ files: [Int32], all: Bool) -> Reading {
    var reading = Reading()
    (reading.statements, reading.files, reading.isOfAll) = (statements, files, all)
    return reading
  }

  private static let digests = ["a", "b", "c", "d"].map { Digest(of: Array($0.utf8)) }
  private static let paths = ["x/y/one.html", "x/y/two.html", "top.json", "x/three.html"]

  private static let readings = [
    reading([2], [], all: false), reading([0, 3], [1], all: false), reading([], [0], all: false),
    reading([], [], all: true),
  ]

  /// Of the second and the last output.
  private static let pieces: [Int: [BuildMemory.Piece]] = [
    1: [
      piece(size: 5, note: 0, reading([3], [], all: false)),
      piece(size: 0, note: .max, reading([], [], all: false)),
    ],
    3: [piece(size: 1 << 40, note: 7, reading([1], [2], all: true))],
  ]

  private static func piece(size: Int, note: UInt64, _ reading: Reading) -> BuildMemory.Piece {
    var digester = Digester()
    digester.add([UInt8](repeating: UInt8(size % 7), count: 64))
    return BuildMemory.Piece(
      size: size, note: note, state: digester.state, reading: .new(reading))
  }

  private static func output(_ index: Int) -> BuildMemory.Output {
    BuildMemory.Output(
      path: paths[index], stamp: stamp(UInt64(index)), digest: digests[index],
      reading: .new(readings[index]),
      links: ContentHash(of: [UInt8(index)]),
      details: BuildMemory.Details(
        basis: index.isMultiple(of: 2) ? digests[3 - index] : nil, pieces: pieces[index] ?? []))
  }

  /// The outputs are all new, if no others are given.
  private static func memory(
    _ outputs: [BuildMemory.Outputs]? = nil, former: MemoryReader? = nil
  ) -> BuildMemory {
    BuildMemory(
      key: [1, 2], output: [3], errors: [], headline: "Test", moment: 42,
      inputs: [("in/a", stamp(1)), ("b", .absent)],
      print: ProjectPrint(
        structure: ContentHash(of: [0]), texts: [1, 2, 3].map { ContentHash(of: [$0]) },
        files: [3, 0].map { FilePrint(whole: digests[$0], lines: ContentHash(of: [UInt8($0)])) }),
      reading: reading([1], [], all: false), links: [(7, 1), (8, 2)],
      outputs: outputs ?? paths.indices.map { .new(output($0)) }, former: former)
  }

  @Test func `is read as it was written`() throws {
    let memory = Self.memory()
    let reader = try #require(MemoryReader(memory.bytes))
    #expect(Array(reader.key) == [1, 2] && Array(reader.output) == [3] && reader.errors.isEmpty)
    #expect(Array(reader.headline) == Array("Test".utf8) && reader.moment == 42)
    #expect(reader.inputCount == 2 && reader.projectPrint == memory.print)
    #expect(reader.linkCounts.map(\.hash) == [7, 8] && reader.linkCounts.map(\.count) == [1, 2])
    #expect((0..<reader.outputCount).map(reader.path) == Self.paths)
    #expect((0..<reader.outputCount).map(reader.digest) == Self.digests)
    #expect((0..<reader.outputCount).map(reader.stamp) == (0..<4).map(Self.stamp))
    let inputs = reader.withEntries(ofInputs: 0..<2) { entries in
      [entries.stamp(at: 0), entries.stamp(at: 1)]
    }
    #expect(inputs == [Self.stamp(1), .absent])
    #expect((0..<4).map(reader.basis(ofOutput:)) == [Self.digests[3], nil, Self.digests[1], nil])
    #expect(
      (0..<4).map { reader.pieces(ofOutput: $0).map(\.size) } == [[], [5, 0], [], [1 << 40]])
    #expect(reader.pieces(ofOutput: 1).map(\.note) == [0, .max])
    #expect((0..<4).map(reader.links) == (0..<4).map { ContentHash(of: [UInt8($0)]) })
    #expect(
      reader.pieces(ofOutput: 1).map(\.state.numbers)
        == Self.pieces[1]?.map(\.state.numbers))
    #expect(reader.linkCount(of: 7) == 1 && reader.linkCount(of: 8) == 2)
    #expect([0, 6, 9].allSatisfy { reader.linkCount(of: $0) == nil })
  }

  /// Of each way to leave outputs out, and to take runs of the others over.
  @Test func `takes over what another memory has as if it were new`() throws {
    let reader = try #require(MemoryReader(Self.memory().bytes))
    for left in 1..<16 {
      let numbers = (0..<4).filter { left >> $0 & 1 == 1 }
      let expected = Self.memory(numbers.map { .new(Self.output($0)) }).bytes
      for taken in 0..<16 {
        var outputs: [BuildMemory.Outputs] = []
        for number in numbers {
          if taken >> number & 1 == 0 {
            outputs.append(.new(Self.output(number)))
          } else if case .former(let range)? = outputs.last, range.upperBound == number {
            outputs[outputs.count - 1] = .former(range.lowerBound..<(number + 1))
          } else {
            outputs.append(.former(number..<(number + 1)))
          }
        }
        #expect(Self.memory(outputs, former: reader).bytes == expected)
      }
    }
  }

  @Test func `tells of each reading whether a change touches it`() throws {
    let reader = try #require(MemoryReader(Self.memory().bytes))
    for number in 0..<4 {
      for isFile in [false, true] {
        var changed = [false, false, false, false]
        changed[number] = true
        let changes = ProjectPrint.Changes(
          statements: isFile ? [] : changed, files: isFile ? changed : [],
          lines: isFile ? changed : [])
        for (output, reading) in Self.readings.enumerated() {
          let touches = reader.withNumbers(ofReading: output, changes.touch)
          #expect(touches == changes.touch(reading))
          let numbers = isFile ? reading.files : reading.statements
          #expect(touches == (reading.isOfAll || numbers.contains(Int32(number))))
        }
      }
    }
  }

  @Test func `tells what was read for each piece of an output`() throws {
    let reader = try #require(MemoryReader(Self.memory().bytes))
    let numbers = [1, 3].flatMap { reader.pieces(ofOutput: $0) }.map {
      reader.withNumbers(ofReading: $0.reading) { Array($0) }
    }
    #expect(numbers == [[1, 0, 3], [0, 0], [1 | MemoryReadings.isOfAll, 1, 1, 2]])
  }

  @Test func `is not read if anything of it is missing or damaged`() {
    let bytes = Self.memory().bytes
    for index in bytes.indices {
      #expect(MemoryReader(Array(bytes[..<index])) == nil, "cut at \(index)")
      for bit in 0..<8 {
        var damaged = bytes
        damaged[index] ^= 1 << bit
        #expect(MemoryReader(damaged) == nil)
      }
    }
    #expect(MemoryReader(bytes + [0]) == nil)
  }
}

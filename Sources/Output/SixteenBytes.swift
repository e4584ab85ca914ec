/// Sixteen bytes of a text looked at at once, in one register of the processor.
///
/// Written to be compiled in place, also in other rooms. All vectors have types that are written out: of `.==` between
/// expressions, Swift may take the one for any vector, which compares byte by byte and is slower than no vector at all.
@usableFromInline
package struct SixteenBytes {
  @usableFromInline let bytes: SIMD16<UInt8>

  /// Those from an address on, all of which can be read.
  @inlinable @inline(__always)
  package init(_ start: UnsafePointer<UInt8>) {
    bytes = UnsafeRawPointer(start).loadUnaligned(as: SIMD16<UInt8>.self)
  }

  /// Those from a place in a text on; near its end the last sixteen, so that all of a text is looked at. Of eight to sixteen bytes
  /// the first and the last eight. Nil if there are fewer.
  @inlinable @inline(__always)
  package init?(_ text: UnsafeBufferPointer<UInt8>, from place: Int) {
    guard text.count >= 8, let start = text.baseAddress else { return nil }
    if text.count >= 16 {
      self.init(start + min(place, text.count &- 16))
    } else {
      let ends = SIMD2<UInt64>(
        UnsafeRawPointer(start).loadUnaligned(as: UInt64.self),
        UnsafeRawPointer(start + (text.count &- 8)).loadUnaligned(as: UInt64.self))
      self.init(unsafeBitCast(ends, to: SIMD16<UInt8>.self))
    }
  }

  @usableFromInline @inline(__always)
  init(_ bytes: SIMD16<UInt8>) {
    self.bytes = bytes
  }

  /// Writes all of them from an address on.
  @inlinable @inline(__always)
  package func store(to start: UnsafeMutablePointer<UInt8>) {
    UnsafeMutableRawPointer(start).storeBytes(of: bytes, as: SIMD16<UInt8>.self)
  }

  /// The same with some bits set in each, as in capital letters to make them small.
  @inlinable @inline(__always)
  package func with(bits: UInt8) -> SixteenBytes {
    let others: SIMD16<UInt8> = SIMD16<UInt8>(repeating: bits)
    let set: SIMD16<UInt8> = bytes | others
    return SixteenBytes(set)
  }

  /// Where a byte stands.
  @inlinable @inline(__always)
  package func places(of byte: UInt8) -> Places {
    let wanted: SIMD16<UInt8> = SIMD16<UInt8>(repeating: byte)
    let found: SIMDMask<SIMD16<Int8>> = bytes .== wanted
    return Places(unsafeBitCast(found, to: SIMD2<UInt64>.self))
  }

  /// Where bytes of a range stand.
  @inlinable @inline(__always)
  package func places(from first: UInt8, to last: UInt8) -> Places {
    let start: SIMD16<UInt8> = SIMD16<UInt8>(repeating: first)
    let length: SIMD16<UInt8> = SIMD16<UInt8>(repeating: last &- first)
    let moved: SIMD16<UInt8> = bytes &- start
    let found: SIMDMask<SIMD16<Int8>> = moved .<= length
    return Places(unsafeBitCast(found, to: SIMD2<UInt64>.self))
  }

  /// Some of the sixteen places: all bits of a byte are set for each.
  @usableFromInline
  package struct Places {
    // Two whole numbers, since Swift's own questions to masks look at one byte after the other.
    @usableFromInline let bits: SIMD2<UInt64>

    @usableFromInline @inline(__always)
    init(_ bits: SIMD2<UInt64>) {
      self.bits = bits
    }

    @inlinable @inline(__always)
    package static func | (left: Places, right: Places) -> Places {
      let both: SIMD2<UInt64> = left.bits | right.bits
      return Places(both)
    }

    /// Those that are not among others.
    @inlinable @inline(__always)
    package func without(_ others: Places) -> Places {
      let rest: SIMD2<UInt64> = bits & ~others.bits
      return Places(rest)
    }

    @inlinable @inline(__always)
    package var isEmpty: Bool { bits[0] | bits[1] == 0 }

    /// Whether they are all sixteen.
    @inlinable @inline(__always)
    package var isAll: Bool { bits[0] & bits[1] == .max }

    /// The first; nil if there is none.
    @inlinable @inline(__always)
    package var first: Int? {
      // No branch between the halves, which the processor would have to guess.
      let half = bits[0] != 0 ? bits[0] : bits[1]
      guard half != 0 else { return nil }
      return (bits[0] != 0 ? 0 : 8) &+ half.littleEndian.trailingZeroBitCount &>> 3
    }
  }
}

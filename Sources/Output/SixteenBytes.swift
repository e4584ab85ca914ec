/// Sixteen bytes of a text in one vector register.
///
/// Written to be inlined, also into other targets. All vectors have explicit types: between expressions, Swift may choose the
/// generic `.==`, which compares byte by byte and is slower than no vector at all.
@usableFromInline
package struct SixteenBytes {
  @usableFromInline let bytes: SIMD16<UInt8>

  /// The sixteen bytes at an address, all of which must be readable.
  @inlinable @inline(__always)
  package init(_ start: UnsafePointer<UInt8>) {
    bytes = UnsafeRawPointer(start).loadUnaligned(as: SIMD16<UInt8>.self)
  }

  /// The sixteen bytes of a text at an offset. Near its end they are the last sixteen, so that none is missed. A text of eight
  /// to fifteen bytes gives its first and its last eight. Nil if it is shorter.
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

  /// Writes all sixteen bytes to an address.
  @inlinable @inline(__always)
  package func store(to start: UnsafeMutablePointer<UInt8>) {
    UnsafeMutableRawPointer(start).storeBytes(of: bytes, as: SIMD16<UInt8>.self)
  }

  /// The bytes with some bits set in each, as to make ASCII letters lower case.
  @inlinable @inline(__always)
  package func with(bits: UInt8) -> SixteenBytes {
    let others: SIMD16<UInt8> = SIMD16<UInt8>(repeating: bits)
    let set: SIMD16<UInt8> = bytes | others
    return SixteenBytes(set)
  }

  /// The positions of a byte.
  @inlinable @inline(__always)
  package func places(of byte: UInt8) -> Places {
    let wanted: SIMD16<UInt8> = SIMD16<UInt8>(repeating: byte)
    let found: SIMDMask<SIMD16<Int8>> = bytes .== wanted
    return Places(unsafeBitCast(found, to: SIMD2<UInt64>.self))
  }

  /// The positions of bytes in a range.
  @inlinable @inline(__always)
  package func places(from first: UInt8, to last: UInt8) -> Places {
    let start: SIMD16<UInt8> = SIMD16<UInt8>(repeating: first)
    let length: SIMD16<UInt8> = SIMD16<UInt8>(repeating: last &- first)
    let moved: SIMD16<UInt8> = bytes &- start
    let found: SIMDMask<SIMD16<Int8>> = moved .<= length
    return Places(unsafeBitCast(found, to: SIMD2<UInt64>.self))
  }

  /// A set of positions among sixteen: all bits of a byte are set for each.
  @usableFromInline
  package struct Places {
    // Two integers, since Swift's own tests of a mask examine one byte after another.
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

    /// The positions that are not in `others`.
    @inlinable @inline(__always)
    package func without(_ others: Places) -> Places {
      let rest: SIMD2<UInt64> = bits & ~others.bits
      return Places(rest)
    }

    @inlinable @inline(__always)
    package var isEmpty: Bool { bits[0] | bits[1] == 0 }

    /// Whether all sixteen are set.
    @inlinable @inline(__always)
    package var isAll: Bool { bits[0] & bits[1] == .max }

    /// The first position; nil if there is none.
    @inlinable @inline(__always)
    package var first: Int? {
      // No branch between the halves, which could be mispredicted.
      let half = bits[0] != 0 ? bits[0] : bits[1]
      guard half != 0 else { return nil }
      return (bits[0] != 0 ? 0 : 8) &+ half.littleEndian.trailingZeroBitCount &>> 3
    }
  }
}

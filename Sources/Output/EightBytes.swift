// Arithmetic on eight bytes at once, in one number. Written to be compiled in place, also in other rooms.

/// A byte eight times.
@inlinable @inline(__always)
package func every(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

/// The high bit of each of eight bytes below 128 that lies in a range; the other bits mean nothing.
@inlinable @inline(__always)
package func highBits(of block: UInt64, from first: UInt8, to last: UInt8) -> UInt64 {
  (block &+ every(0x80 - first)) & ~(block &+ every(0x7F - last))
}

// Arithmetic on eight bytes at once, in one number. Written to be inlined, also into other targets.

/// A byte, repeated eight times.
@inlinable @inline(__always)
package func every(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

/// The high bit of each of eight bytes that lies in a range. The bytes must be below 128; the other bits are undefined.
@inlinable @inline(__always)
package func highBits(of block: UInt64, from first: UInt8, to last: UInt8) -> UInt64 {
  (block &+ every(0x80 - first)) & ~(block &+ every(0x7F - last))
}

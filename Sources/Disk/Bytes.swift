internal import Glibc

// Comparisons of all bytes at once, for lists of thousands of files: Swift's own compare one after the other.

/// Whether two files say the same.
package func areEqual(_ bytes: [UInt8], _ others: [UInt8]) -> Bool {
  bytes.count == others.count && memcmp(bytes, others, bytes.count) == 0
}

extension String {
  /// Whether its bytes come before those of another: the order of paths in all lists.
  package func precedesInBytes(_ other: String) -> Bool {
    let order = utf8.withContiguousStorageIfAvailable { own in
      other.utf8.withContiguousStorageIfAvailable { other in
        guard let start = own.baseAddress, let otherStart = other.baseAddress else {
          return own.count < other.count
        }
        let order = memcmp(start, otherStart, min(own.count, other.count))
        return order == 0 ? own.count < other.count : order < 0
      }
    }
    return (order ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}

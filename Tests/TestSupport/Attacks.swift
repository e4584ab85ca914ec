import Glibc

/// The number of rounds of an attack: few as a rule, and many with `KSF_ATTACKS=all`.
package func attacks(few: Int, many: Int) -> Int {
  let asked = getenv("KSF_ATTACKS").map { String(cString: $0) }
  return asked == "all" ? many : few
}

/// Numbers that look random and are the same in each run (Knuth's MMIX constants).
package struct FixedRandom {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// A number from 0 up to a limit, which is not included.
  package mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, limit)))
  }
}

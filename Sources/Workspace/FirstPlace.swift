/// The first number from zero on for which something holds, if it also holds for all behind; or `count` if it holds for none.
func firstPlace(below count: Int, where holds: (Int) -> Bool) -> Int {
  var (start, end) = (0, count)
  while start < end {
    let middle = (start + end) / 2
    if holds(middle) { end = middle } else { start = middle + 1 }
  }
  return start
}

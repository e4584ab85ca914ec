/// The star, bullet, long dash or number with which a line starts as an item of a list does elsewhere. Nil if there is none.
///
/// A letter counts as a number, as in "a)". A hyphen is no such mark.
package func foreignListMark(startingWith line: String) -> String? {
  guard let space = line.firstIndex(of: " ") else { return nil }
  let mark = String(line[..<space])
  if mark.count == 1, let sign = mark.first, "*•‣–—−·●○▪►➢→+>".contains(sign) { return mark }
  guard mark.hasSuffix(".") || mark.hasSuffix(")") else { return nil }
  let number = mark.dropLast()
  let isNumber =
    number.utf8.allSatisfy { (0x30...0x39).contains($0) } && (1...3).contains(number.count)
  let isLetter = number.count == 1 && number.utf8.allSatisfy(isASCIILetter)
  return isNumber || isLetter ? mark : nil
}

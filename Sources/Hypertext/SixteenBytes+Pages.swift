internal import Output

/// What a page is searched for.
extension SixteenBytes {
  /// Where the next such byte stands; the end if there is none.
  @inline(__always)
  static func find(
    _ byte: UInt8, in bytes: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var place = start
    while place &+ 16 <= end {
      if let found = SixteenBytes(bytes + place).places(of: byte).first { return place &+ found }
      place &+= 16
    }
    while place < end, bytes[place] != byte { place &+= 1 }
    return place
  }

  /// Where the next `<` stands that may begin a tag with attributes; the end if there is none.
  ///
  /// End tags and those like `<p>` and `<li>` are passed over, which are most of a page's. At the very end, they are not.
  @inline(__always)
  static func findTag(
    in bytes: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var place = start
    while place &+ 19 <= end {
      let passed =
        SixteenBytes(bytes + (place &+ 1)).places(of: UInt8(ascii: "/"))
        | SixteenBytes(bytes + (place &+ 2)).places(of: UInt8(ascii: ">"))
        | SixteenBytes(bytes + (place &+ 3)).places(of: UInt8(ascii: ">"))
      let found = SixteenBytes(bytes + place).places(of: UInt8(ascii: "<")).without(passed)
      if let found = found.first { return place &+ found }
      place &+= 16
    }
    while place < end, bytes[place] != UInt8(ascii: "<") { place &+= 1 }
    return place
  }

  /// The marks of an address: `/`, `#`, `&`, `:` and `?`.
  @inline(__always)
  var marksOfAddresses: Places {
    places(of: UInt8(ascii: "/")) | places(of: UInt8(ascii: "#")) | places(of: UInt8(ascii: "&"))
      | places(of: UInt8(ascii: ":")) | places(of: UInt8(ascii: "?"))
  }
}

internal import Output

/// Searches in a page.
extension SixteenBytes {
  /// The offset of the next byte equal to `byte`; `end` if there is none.
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

  /// The offset of the next `<` that may begin a tag with attributes; `end` if there is none.
  ///
  /// It skips end tags, and tags of one or two letters without attributes, such as `<p>` and `<li>`. These are most of a
  /// page's tags. The last bytes of a page are searched without skipping.
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

  /// The positions of `/`, `#`, `&`, `:` and `?`, which delimit the components of an address.
  @inline(__always)
  var marksOfAddresses: Places {
    places(of: UInt8(ascii: "/")) | places(of: UInt8(ascii: "#")) | places(of: UInt8(ascii: "&"))
      | places(of: UInt8(ascii: ":")) | places(of: UInt8(ascii: "?"))
  }
}

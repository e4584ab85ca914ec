internal import Glibc
internal import Output

/// Writes one page as a chapter: copies the content of its `main` element, and adapts it.
struct ChapterWriter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let maker: ChapterMaker
  private let shift: Int

  /// The prefix of each anchor of the page.
  private let prefix: [UInt8]

  private var reader: TagReader
  private var addresses: AddressReader
  private var output = ByteBuffer()

  /// The offset up to which the page is written or left out.
  private var copied = 0

  /// Whether the reader is inside a link to a term, of which only the words are copied.
  private var isInTerm = false

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String, shift: Int, of maker: ChapterMaker
  ) {
    (self.bytes, self.maker, self.shift) = (bytes, maker, shift)
    prefix = Array((ChapterMaker.page(path) + "--").utf8)
    reader = TagReader(bytes)
    addresses = AddressReader(page: path)
    output = ByteBuffer(reserving: bytes.count)
  }

  /// The chapter; empty if the page has no closed `main` element.
  mutating func write() -> [UInt8] {
    while let tag = reader.next() {
      guard !tag.isClosing, isNamed(tag.name, "main") else { continue }
      copied = tag.range.upperBound
      return writeMain() ? output.bytes : []
    }
    return []
  }

  /// Copies up to the end of the `main` element. Returns whether the element is closed.
  private mutating func writeMain() -> Bool {
    while let tag = reader.next() {
      if tag.isClosing, isNamed(tag.name, "main") {
        copy(to: tag.range.lowerBound)
        return true
      }
      if !tag.isClosing, reader.attributes.contains(where: { isNamed($0.name, "data-page-only") }) {
        copy(to: tag.range.lowerBound)
        leaveOut(tag)
      } else if isNamed(tag.name, "a"), tag.isClosing ? isInTerm : isTerm {
        copy(to: tag.range.lowerBound)
        copied = tag.range.upperBound
        isInTerm.toggle()
      } else {
        write(tag)
      }
    }
    return false
  }

  /// Skips an element whose start tag was read.
  private mutating func leaveOut(_ open: Tag) {
    var depth = 1
    copied = open.range.upperBound
    while depth > 0, let tag = reader.next() {
      if bytes[tag.name].elementsEqual(bytes[open.name]) { depth += tag.isClosing ? -1 : 1 }
      copied = tag.range.upperBound
    }
  }

  /// Whether the last tag begins a link to a term.
  private var isTerm: Bool {
    reader.attributes.contains { isNamed($0.name, "class") && isNamed($0.value, "term") }
  }

  private mutating func write(_ tag: Tag) {
    if let level = ChapterMaker.headingLevel(bytes[tag.name]) {
      copy(to: tag.name.lowerBound + 1)
      output.append(UInt8(ascii: "0") + UInt8(min(6, level + shift)))
      copied = tag.name.upperBound
    }
    for attribute in reader.attributes {
      switch use(of: attribute.name) {
      case .none: break
      case .anchors:
        // A section with a name is a landmark. A page has a few; a book would have hundreds.
        if isNamed(attribute.name, "aria-labelledby"), isNamed(tag.name, "section") {
          remove(attribute, of: tag)
        } else {
          writeAnchors(attribute.value)
        }
      case .link: writeLink(attribute, of: tag)
      case .file: writeFile(attribute.value)
      }
    }
  }

  /// Copies the page up to an offset.
  private mutating func copy(to end: Int) {
    output.append(raw: UnsafeBufferPointer(rebasing: bytes[copied..<end]))
    copied = end
  }

  private mutating func remove(_ attribute: Attribute, of tag: Tag) {
    copy(to: attribute.name.lowerBound)
    // The closing quote goes as well.
    copied = min(attribute.value.upperBound + 1, tag.range.upperBound - 1)
  }

  /// Writes a list of anchor names, each with the page's prefix.
  private mutating func writeAnchors(_ value: Range<Int>) {
    copy(to: value.lowerBound)
    for (index, name) in bytes[value].split(separator: UInt8(ascii: " ")).enumerated() {
      if index > 0 { output.append(UInt8(ascii: " ")) }
      output.append(raw: prefix[...])
      output.append(raw: UnsafeBufferPointer(rebasing: name))
    }
    copied = value.upperBound
  }

  private mutating func writeLink(_ attribute: Attribute, of tag: Tag) {
    guard let address = address(attribute.value) else { return }
    if maker.pages.contains(address.path) {
      copy(to: attribute.value.lowerBound)
      output.append(UInt8(ascii: "#"))
      output.append(html: ChapterMaker.anchor(address))
      copied = attribute.value.upperBound
    } else if maker.keepsFiles {
      copy(to: attribute.value.lowerBound)
      output.append(html: address.anchor.map { "\(address.path)#\($0)" } ?? address.path)
      copied = attribute.value.upperBound
    } else {
      remove(attribute, of: tag)
    }
  }

  private mutating func writeFile(_ value: Range<Int>) {
    guard let address = address(value) else { return }
    copy(to: value.lowerBound)
    output.append(html: address.path)
    copied = value.upperBound
  }

  /// The target of a link; nil if it leads out of the output.
  private mutating func address(_ value: Range<Int>) -> Address? {
    let text = UnsafeBufferPointer(rebasing: bytes[value])
    guard !text.contains(UInt8(ascii: "&")) else {
      var text = String(decoding: text, as: UTF8.self).unescapedAttribute
      return text.withUTF8 { addresses.read($0).map(Address.init) }
    }
    return addresses.read(text).map(Address.init)
  }

  private enum Use {
    /// The value names anchors of the page.
    case anchors
    case link, file
  }

  /// The use of an attribute whose value differs in a book; nil for most attributes.
  private func use(of name: Range<Int>) -> Use? {
    func has(_ text: StaticString) -> Bool { isNamed(name, text) }
    let isAnchors =
      switch name.count {
      case 2: has("id")
      case 3: has("for")
      case 4: has("list") || has("form")
      case 7: has("headers")
      case 9: has("aria-owns")
      case 12: has("aria-details")
      case 13: has("popovertarget") || has("aria-controls")
      case 15: has("aria-labelledby")
      case 16: has("aria-describedby")
      default: false
      }
    return isAnchors ? .anchors : has("href") ? .link : has("src") ? .file : nil
  }

  private func isNamed(_ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount, let base = bytes.baseAddress else { return false }
    return memcmp(base + range.lowerBound, name.utf8Start, range.count) == 0
  }
}

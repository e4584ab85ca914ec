package import Output

/// The values that one page shows: its records, lists, texts and markup, in memory that they share.
///
/// A value is a few words long and owns nothing, so that setting it, passing it on and showing it
/// costs no allocation of its own and no counting of references. Everything is given back at once,
/// when the page is done. A value that is used later stops the program, by the number of its page.
/// `TemplateSet.render` is where a page begins and ends.
@usableFromInline
package final class PageValues {
  @usableFromInline let page: PageReference

  /// The page whose values may be shown. It is kept for as long as this one.
  private let shared: PageValues?

  /// Opens a page. Values of `shared` may be shown as if they were made here. They have to be
  /// complete.
  package init(sharing shared: PageValues? = nil) {
    self.shared = shared
    page = .open(sharing: shared?.page)
  }

  deinit { page.close() }
}

extension PageValues {
  /// A text that is written piece by piece, as it is.
  package func text(_ write: (inout ByteBuffer) -> Void) -> PageText {
    PageText(page.written(.text, write))
  }

  /// Texts one behind the other.
  package func text(
    _ first: String, _ second: String, _ third: String = "", _ fourth: String = "",
    _ fifth: String = ""
  ) -> PageText {
    joined(first, second, third, fourth, fifth, isPlain: false)
  }

  /// Ids, or an address that is made of them, one behind the other. They have none of HTML's marks
  /// in them.
  package func plainText(
    _ first: String, _ second: String = "", _ third: String = "", _ fourth: String = ""
  ) -> PageText {
    joined(first, second, third, fourth, "", isPlain: true)
  }

  private func joined(
    _ first: String, _ second: String, _ third: String, _ fourth: String, _ fifth: String,
    isPlain: Bool
  ) -> PageText {
    let start = page.memory.bytes.count
    page.memory.append(first)
    page.memory.append(second)
    page.memory.append(third)
    page.memory.append(fourth)
    page.memory.append(fifth)
    return PageText(page.memory.slot(.text, from: start, isPlain: isPlain))
  }

  /// A copy of a text.
  package func text(_ text: String) -> PageText { PageText(text.slot(in: page)) }

  /// Appends a text of the page as it is.
  package func append(_ text: PageText, to buffer: inout ByteBuffer) {
    buffer.append(raw: page.bytes(of: text.slot)[...])
  }

  /// Markup that is written into a buffer, which escapes text unless told otherwise. Whoever writes
  /// answers for its being safe in the language of the template that shows it.
  package func markup(_ write: (inout ByteBuffer) -> Void) -> SafeMarkup {
    SafeMarkup(page.written(.markup, write))
  }

  /// A copy of bytes that whoever calls has escaped or rendered safely, for the language of the
  /// template that shows them.
  package func markup(alreadySafe bytes: [UInt8]) -> SafeMarkup {
    unsafe bytes.withUnsafeBufferPointer { unsafe markup(alreadySafe: $0) }
  }

  package func markup(alreadySafe bytes: UnsafeBufferPointer<UInt8>) -> SafeMarkup {
    let start = page.memory.bytes.count
    unsafe page.memory.append(bytes)
    return SafeMarkup(page.memory.slot(.markup, from: start))
  }

  /// The records that `make` returns for some elements, without a list in between.
  @inlinable
  package func list<Elements: Collection, Fields>(
    _ elements: Elements, _ make: (Elements.Element) -> Record<Fields>?
  ) -> RecordList<Fields> {
    var list = SlotList(capacity: elements.count, in: page)
    for element in elements {
      if let record = make(element) { list.append(record.slot) }
    }
    return RecordList(list)
  }
}

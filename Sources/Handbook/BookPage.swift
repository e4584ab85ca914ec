internal import Templates

/// The whole handbook on one page.
struct BookPage: RecordShape {
  static let layout = RecordLayout<BookPage>("book")
  static let template = PageTemplate<BookPage>("book", .html)

  let frame: Field<BookPage, Record<Frame>>
  let contents: Field<BookPage, [Record<BookEntry>]>
  let chapters: Field<BookPage, [Record<ChapterItem>]>
  let isSingle: Field<BookPage, Bool>
  let style: Field<BookPage, SafeMarkup>
  let script: Field<BookPage, SafeMarkup>
  let policy: Field<BookPage, String>
  let logo: Field<BookPage, String>

  init(_ declare: inout FieldDeclarations<BookPage>) {
    frame = declare("frame", "What is the same on every page.")
    contents = declare("contents", "The entries of the table of contents.")
    chapters = declare("chapters", "All chapters, in order.")
    isSingle = declare(
      "isSingle", "Whether it is a file of its own, and not a page of the handbook.")
    style = declare("style", "All style sheets, for a file of its own.")
    script = declare("script", "The search with its index, for a file of its own.")
    policy = declare("policy", "What may be loaded, for a file of its own.")
    logo = declare("logo", "The logo with its bytes, for a file of its own.")
  }
}

/// An entry of the table of contents.
struct BookEntry: RecordShape {
  static let layout = RecordLayout<BookEntry>("table of contents entry")

  let title: Field<BookEntry, String>
  let address: Field<BookEntry, String>
  let depth: Field<BookEntry, String>

  init(_ declare: inout FieldDeclarations<BookEntry>) {
    title = declare("title", "What the chapter is called.")
    address = declare("address", "Where it is.")
    depth = declare("depth", "0 for a main part, 1 for what is in it.")
  }
}

/// A chapter of the book.
struct ChapterItem: RecordShape {
  static let layout = RecordLayout<ChapterItem>("chapter")

  let anchor: Field<ChapterItem, String>
  let depth: Field<ChapterItem, String>
  let content: Field<ChapterItem, SafeMarkup>

  init(_ declare: inout FieldDeclarations<ChapterItem>) {
    anchor = declare("anchor", "Its anchor.")
    depth = declare("depth", "0 for a main part, 1 for what is in it, 2 for what is in that.")
    content = declare("content", "What the page of that name shows.")
  }
}

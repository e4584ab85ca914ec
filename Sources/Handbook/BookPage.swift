internal import Templates

/// The whole handbook on one page.
struct BookPage: RecordShape {
  static let layout = RecordLayout<Self>("book")
  static let template = PageTemplate<BookPage>("book", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let contents = Field<[Record<BookEntry>]>("contents", "The entries of the table of contents.")
  let chapters = Field<[Record<ChapterItem>]>("chapters", "All chapters, in order.")
  let isSingle = Field<Bool>(
    "isSingle", "Whether it is a file of its own, and not a page of the handbook.")
  let style = Field<SafeMarkup>("style", "All style sheets, for a file of its own.")
  let script = Field<SafeMarkup>("script", "The search with its index, for a file of its own.")
  let policy = Field<String>("policy", "What may be loaded, for a file of its own.")
  let logo = Field<String>("logo", "The logo with its bytes, for a file of its own.")
}

/// An entry of the table of contents.
struct BookEntry: RecordShape {
  static let layout = RecordLayout<Self>("table of contents entry")

  let title = Field<String>("title", "What the chapter is called.")
  let address = Field<String>("address", "Where it is.")
  let depth = Field<String>("depth", "0 for a main part, 1 for what is in it.")
}

/// A chapter of the book.
struct ChapterItem: RecordShape {
  static let layout = RecordLayout<Self>("chapter")

  let anchor = Field<String>("anchor", "Its anchor.")
  let depth = Field<String>(
    "depth", "0 for a main part, 1 for what is in it, 2 for what is in that.")
  let content = Field<SafeMarkup>("content", "What the page of that name shows.")
}

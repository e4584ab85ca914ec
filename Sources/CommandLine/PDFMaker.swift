internal import Disk
internal import Glibc

/// Makes a PDF of the handbook with an installed program: WeasyPrint, or else Chromium.
///
/// Both make a tagged file with an outline, the title and the language. WeasyPrint from version 60 aims at PDF/UA-1 and numbers
/// the table of contents; Debian 12 has an older one, which cannot tag.
struct PDFMaker {
  /// The path of the PDF in the output.
  static let path = "handbook.pdf"

  private let program: String
  private let isChromium: Bool

  /// Throws `NoPDFMaker` if neither program is installed.
  init() throws {
    if let weasyPrint = Subprocess.find("weasyprint"),
      try PDFMaker.majorVersion(of: weasyPrint) >= 60
    {
      (program, isChromium) = (weasyPrint, false)
      return
    }
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    guard let chromium = names.lazy.compactMap(Subprocess.find).first else { throw NoPDFMaker() }
    (program, isChromium) = (chromium, true)
  }

  /// The first number in an output such as "WeasyPrint version 66.0"; 0 if there is none.
  private static func majorVersion(of program: String) throws -> Int {
    let output = try Subprocess.run(program, ["--version"]).output
    let digits = output.drop { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.prefix {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
    return Int(String(decoding: digits, as: UTF8.self)) ?? 0
  }

  /// A PDF of a self-contained page.
  func pdf(_ page: [UInt8]) throws -> [UInt8] {
    let disk = PosixFileSystem()
    let folder = try PDFMaker.temporaryFolder()
    defer { _ = try? Subprocess.run("/bin/rm", ["-rf", folder]) }
    let (source, target) = (folder + "/handbook.html", folder + "/handbook.pdf")
    try disk.write(page, to: source)
    if !isChromium { try disk.write(Array(PDFMaker.pagedStyle.utf8), to: folder + "/paged.css") }
    let outcome = try Subprocess.run(program, arguments(source, target, folder))
    guard outcome.isSuccess, let bytes = try disk.read(target) else {
      throw MachineFailure(
        action: "make a PDF with", path: program,
        reason: outcome.firstError.isEmpty ? "it ended with \(outcome.status)" : outcome.firstError)
    }
    return bytes
  }

  private func arguments(_ source: String, _ target: String, _ folder: String) -> [String] {
    guard isChromium else {
      return ["--pdf-variant", "pdf/ua-1", "--stylesheet", folder + "/paged.css", source, target]
    }
    // Chromium refuses to run as root with its sandbox. The page is ours, and may load nothing.
    return (geteuid() == 0 ? ["--no-sandbox"] : []) + [
      "--headless", "--disable-gpu", "--user-data-dir=\(folder)/profile", "--no-pdf-header-footer",
      "--generate-pdf-document-outline", "--export-tagged-pdf", "--print-to-pdf=\(target)",
      "file://\(source)",
    ]
  }

  /// Running heads, and page numbers in the table of contents, which no browser supports (CSS Generated Content for Paged
  /// Media).
  private static let pagedStyle = """
    @page { @top-left { content: string(book-title); font: 8.5pt sans-serif; color: #444 } }
    @page :first { @top-left { content: none } }
    .cover h1 { string-set: book-title content() }
    .book-contents a { display: block }
    .book-contents a::after { content: leader(".") target-counter(attr(href), page); font-weight: 400 }
    """

  private static func temporaryFolder() throws -> String {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/ksf-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw MachineFailure(
        action: "make a folder in", path: parent, reason: String(cString: strerror(errno)))
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// A PDF was requested, and no program that makes one is installed.
struct NoPDFMaker: UsageFailure {
  var message: String {
    """
    a PDF is made by WeasyPrint (60 or later) or Chromium, and neither is installed
    Install one (Debian: apt-get install chromium), or print handbook/book.html from a browser.
    """
  }
}

internal import Diagnostics
internal import Model
internal import Syntax

/// Characters in a text that nobody can see.
struct HiddenCharacter: Problem {
  static let rule = Rule(
    "KSF0611", "hidden-character", .warning,
    summary: """
      Warns of characters that cannot be seen or look like a space: zero-width ones, soft hyphens, marks that change the \
      direction of writing, and spaces of other kinds, such as a non-breaking one.
      """,
    reason:
      "They come along when text is copied from a web page or a word processor. Searches miss the word, and lines break in odd places.",
    bad: "text: plan direct\u{200B} work",
    good: "text: plan direct work")

  let range: SourceRange?

  /// The kinds of character, each once, in the order of the text.
  let names: [String]

  /// An edit for each character.
  let edits: [Diagnostic.Edit]

  var message: String {
    names.count == 1 && edits.count == 1
      ? "there is a \(names[0]) here, which nobody can see"
      : "there are \(edits.count) characters in this text that nobody can see: \(joined(names, by: "and"))"
  }

  var label: String { edits.count == 1 ? "" : "the first of \(edits.count)" }

  var help: String {
    "It most likely came along when the text was copied. `ksf check --fix` puts an ordinary space in the place of one that looks like a space, and takes out the others."
  }

  var fixes: [Diagnostic.Fix] {
    [Diagnostic.Fix(edits.count == 1 ? "take the \(names[0]) out" : "take them out", edits)]
  }

  /// Looks at texts that are not in ASCII.
  struct Search: TextRule {
    /// The first part of the framework's language, in small letters.
    private let language: String

    init(_ draft: Draft) {
      language = String(draft.contents.identity.language.lowercased().prefix { $0 != "-" })
    }

    mutating func read(
      _ text: WrittenText, _ bytes: Span<UInt8>, _ words: borrowing Words,
      _ bag: inout DiagnosticBag
    ) {
      if words.hasOtherThanASCII { HiddenCharacter.check(text, language, &bag) }
    }
  }

  /// Looks at the text as it is written. A character that is written as an escape can be seen, and may stand. A line
  /// separator or a mark for the direction of writing may not, since readers do not see the escape.
  private static func check(
    _ text: WrittenText, _ language: String, _ bag: inout DiagnosticBag
  ) {
    let file = text.declarations.file
    let whole = text.declarations.tree.range(of: text.node)
    var names: [String] = []
    var edits: [Diagnostic.Edit] = []
    var before: Unicode.Scalar = " "
    var offset = Int(whole.start)
    let scalars = Array(file.text(whole).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let length = UTF8.width(scalar)
      defer {
        offset += length
        before = scalar
      }
      guard scalar.value >= 0x80, let hidden = HiddenKind(scalar, language) else { continue }
      let after = index + 1 < scalars.count ? scalars[index + 1] : " "
      // Some scripts need them between letters, and emoji are joined by them.
      if hidden.joinsLetters, !before.isASCII || !after.isASCII { continue }
      if !names.contains(hidden.name) { names.append(hidden.name) }
      let place = SourceRange(file: file.id, start: offset, end: offset + length)
      edits.append(Diagnostic.Edit(place, hidden.replacement))
    }
    for escape in text.declarations.tree.escapes(of: text.node) where escape.code > 0x200F {
      guard let hidden = Unicode.Scalar(escape.code).flatMap({ HiddenKind($0, language) }),
        !hidden.joinsLetters, (0x2028...0x202E).contains(escape.code) || escape.code >= 0x2066
      else { continue }
      if !names.contains(hidden.name) { names.append(hidden.name) }
      edits.append(Diagnostic.Edit(escape.range, hidden.replacement))
    }
    edits.sort { ($0.range.start) < ($1.range.start) }
    guard let first = edits.first else { return }
    bag.report(HiddenCharacter(range: first.range, names: names, edits: edits))
  }
}

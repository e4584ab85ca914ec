internal import Diagnostics

/// A file whose bytes are not a text.
struct NotReadableText: Problem {
  static let rule = Rule(
    "KSF0101", "not-readable-text",
    summary: "Refuses a file that is not plain text in UTF-8.",
    reason: """
      A word processor's document, a picture or a text in an old encoding cannot be read as YAML. Nothing in such a \
      file would be checked, and names with accents would be damaged.
      """,
    bad: "domain: relationships\\0",
    good: "domain: relationships")

  enum Cause {
    case binary
    case otherEncoding
    case control(UInt8)
    case notUTF8(UInt8)
    case hidden
  }

  let range: SourceRange?
  let cause: Cause

  var message: String {
    switch cause {
    case .binary: "this is not a text file"
    case .otherEncoding: "this file is saved as UTF-16, not as UTF-8"
    case .control(let byte): "this file has a control character, which is no text (code \(byte))"
    case .notUTF8(let byte): "this file is not UTF-8: the byte \(byte) has no meaning here"
    case .hidden: "this file has a hidden character that YAML does not allow"
    }
  }

  var help: String {
    switch cause {
    case .binary:
      "A picture, an archive or a word processor's document cannot be read. Move it out of this folder, or save its text as a plain text file (UTF-8)."
    case .otherEncoding, .notUTF8:
      "Save the file again and choose the encoding UTF-8 (plain text, not a word processor's document)."
    case .control:
      "Delete the character: put the cursor after it and press the backspace key."
    case .hidden:
      "Delete the character: put the cursor after it and press the backspace key."
    }
  }

  var fixes: [Diagnostic.Fix] {
    guard case .hidden = cause, let range else { return [] }
    return [Diagnostic.Fix("delete the hidden character", [Diagnostic.Edit(range, "")])]
  }
}

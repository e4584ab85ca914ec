internal import Diagnostics

/// A link whose address is not one of the web or of e-mail.
struct UnsafeLink: Problem {
  static let rule = Rule(
    "KSF0402", "unsafe-link",
    summary: "Refuses a link whose address does not start with https://, http:// or mailto:.",
    reason:
      "Other addresses can run a script in the reader's browser, or lead nowhere once the handbook is copied.",
    bad: "summary: See [the guide](guide.html).",
    good: "summary: See [the guide](https://example.org/guide).")

  let range: SourceRange?
  let address: String

  var message: String { "a link cannot lead to `\(address)`" }
  var help: String {
    "Start the address with https:// or mailto:. To link to a part of this framework, write its id as [[REL-1.2]]."
  }
}

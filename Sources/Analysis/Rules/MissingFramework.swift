internal import Diagnostics

/// A project without a file that says what the framework is.
struct MissingFramework: Problem {
  static let rule = Rule(
    "KSF0213", "missing-framework",
    summary: "Reports a project in which no file starts with the key `framework`.",
    reason:
      "That file gives the title, edition and language, and the lists that all else refers to.",
    bad: "# only domains in the folder",
    good: "framework: first-aid\ntitle: First aid at work\nedition: 1.0.0\nlanguage: en-GB")

  let range: SourceRange?

  var message: String { "no file says what this framework is" }

  var help: String {
    "Make a file framework/framework.yaml:\nframework: a-short-id\ntitle: What it is called\nedition: 0.1.0\nlanguage: en-GB"
  }
}

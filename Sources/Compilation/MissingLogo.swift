internal import Analysis
internal import Diagnostics
internal import Model
internal import Output

/// A logo that is not among the handbook's files.
struct MissingLogo: Problem {
  static let rule = Rule(
    "KSF0319", "missing-logo",
    summary: "Reports a `logo` that is no file below `templates/handbook/` of the project.",
    reason: "Every page would show a broken picture.",
    bad: "handbook: {logo: assets/logo.svg}  # and there is no templates/handbook/assets/logo.svg",
    good: "handbook: {logo: assets/logo.svg}  # and there is templates/handbook/assets/logo.svg")

  let range: SourceRange?
  let path: String
  let meant: String?

  var message: String { "there is no file `templates/handbook/\(path)`" }

  var help: String {
    guard let meant else { return "Put the picture there, or leave the key out." }
    return "Did you mean `\(meant)`?"
  }

  /// Only pictures are suggested, not the style sheet.
  private static let endings = [".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"]

  static func check(_ draft: Draft, _ templates: ProjectTemplates) -> [Diagnostic] {
    guard let path = draft.contents.identity.handbook.logo else { return [] }
    let folder = "handbook/"
    let assets = templates.assets.map { String($0.path.dropFirst(folder.utf8.count)) }
    guard !assets.contains(path) else { return [] }
    let pictures = assets.filter { asset in endings.contains { asset.hasSuffix($0) } }
    var bag = DiagnosticBag()
    bag.report(
      MissingLogo(
        range: draft.logoPlace, path: path, meant: suggestion(for: path, among: pictures)))
    return bag.diagnostics
  }
}

import Diagnostics
import Output
import TestSupport

/// A place in which a key of the language can make a difference.
enum View: String, CaseIterable, Sendable {
  /// `framework.json`.
  case data

  /// `ksf diff`.
  case comparison

  /// A page of the handbook, a checklist or a form.
  case pages

  /// What `ksf check` reports.
  case check

  /// The places that a key stands in unless it is listed in `LeftOut.swift`.
  static let required: [View] = [.data, .comparison, .pages]

  var title: String {
    switch self {
    case .data: "framework.json"
    case .comparison: "`ksf diff`"
    case .pages: "the pages, checklists and forms"
    case .check: "what `ksf check` reports"
    }
  }

  /// Where to add a key that makes no difference here.
  var advice: String {
    switch self {
    case .data: "add it to the shape of its entity in Sources/Schemas"
    case .comparison: "add an aspect for it in Sources/Comparison/Aspects"
    case .pages: "show it on a page in Sources/Handbook, or on a list in Sources/Checklists"
    case .check: "link it in Sources/Analysis/Linking, and use it in a rule or an output"
    }
  }
}

/// The sample as it is built, to compare variants with.
struct Baseline: Sendable {
  let project: BuiltProject

  /// The files that readers or programs read, by path.
  private let files: [String: [UInt8]]

  private static let data = "framework.json"

  init(_ sample: Sample) throws {
    project = try BuiltProject(sample.files)
    var files: [String: [UInt8]] = [:]
    for file in project.files where file.path == Baseline.data || Baseline.isPage(file.path) {
      files[file.path] = file.bytes()
    }
    self.files = files
  }

  /// Where a variant makes a difference.
  func differences(to variant: BuiltProject) -> Set<View> {
    var views: Set<View> = []
    if variant.files.contains(where: { $0.path == Baseline.data && $0.bytes() != files[$0.path] }) {
      views.insert(.data)
    }
    if !variant.changes(since: project).isEmpty { views.insert(.comparison) }
    if hasOtherPages(variant) { views.insert(.pages) }
    if messages(of: variant) != messages(of: project) { views.insert(.check) }
    return views
  }

  private func hasOtherPages(_ variant: BuiltProject) -> Bool {
    let pages = variant.files.filter { Baseline.isPage($0.path) }
    let paths = Set(pages.map(\.path))
    if paths != Set(files.keys.filter(Baseline.isPage)) { return true }
    // Checklists are quickest to make. The home page has the digest of all sources, so it differs each time.
    let ordered = pages.sorted { $0.path > $1.path }
    let checklists = ordered.filter { !$0.path.hasSuffix(".html") }
    return (checklists + ordered.filter { $0.path.hasSuffix(".html") }).contains { page in
      let (before, after) = (files[page.path] ?? [], page.bytes())
      return before != after
        && (!page.path.hasSuffix(".html") || perceived(before) != perceived(after))
    }
  }

  private func messages(of project: BuiltProject) -> [String] {
    project.diagnostics.map { "\($0.severity.rawValue) \($0.rule.name) \($0.message) \($0.label)" }
  }

  /// The style sheet is a page's too, since it has the colours.
  private static func isPage(_ path: String) -> Bool {
    [".html", ".md", ".css"].contains { path.hasSuffix($0) }
  }
}

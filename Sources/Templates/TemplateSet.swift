package import Diagnostics

/// Templates, compiled and ready to render.
///
/// The language is standard Mustache: variables, sections, inverted sections, comments, partials,
/// delimiters, and of the optional parts inheritance and dynamic names. Lambdas are left out: a
/// value is data, never code. The difference to other engines is when names are looked up: here
/// each is resolved when the templates are compiled, against the declared shapes, and one that is
/// not declared is an error with a position.
///
/// A class, though it never changes: pages that are made at the same time would else count references to each part of it.
package final class TemplateSet: Sendable {
  private let program: Program

  /// The unit of each page; nil for a page whose template is missing.
  private let pages: [PageKey: Int?]

  private struct PageKey: Hashable {
    let name: String
    let language: OutputLanguage
    let shape: Shape

    init(_ page: any AnyPageTemplate) {
      (name, language, shape) = (page.name, page.language, page.shape)
    }

    /// Few pages have one name, and a shape takes long to hash.
    func hash(into hasher: inout Hasher) {
      hasher.combine(name)
    }
  }

  private init(program: Program, pages: [PageKey: Int?]) {
    (self.program, self.pages) = (program, pages)
  }

  /// Compiles template files for the pages that are made with them.
  ///
  /// - Parameters:
  ///   - files: Files named `name.html.mustache` or `name.md.mustache`, in any folders.
  ///   - pages: The templates that make a whole output; each has a name of its own in its language.
  ///   - spares: Files about which it is not reported that no page uses them, such as the templates
  ///     that come with the program and that other files may replace.
  /// - Returns: The set, in which a mistake shows nothing, and all mistakes in reading order.
  package static func compile(
    _ files: [SourceFile], pages: [any AnyPageTemplate], spares: Set<FileID> = []
  ) -> (set: TemplateSet, diagnostics: [Diagnostic]) {
    var problems = DiagnosticBag()
    let library = TemplateLibrary(files, problems: &problems)
    var compiler = Compiler(library)
    var units: [PageKey: Int?] = [:]
    for page in pages {
      let key = PageKey(page)
      units[key] = .some(nil)
      guard let template = library.index(of: page.name, in: page.language) else {
        problems.report(
          MissingPageTemplate(
            name: page.name, language: page.language, candidates: library.names(in: page.language)))
        continue
      }
      units[key] = compiler.unit(template, [page.shape], environment: 0, includedAt: nil)
    }
    compiler.compileUnits()
    compiler.cutEndlessCalls()
    compiler.reportUnusedArguments()
    compiler.reportUnusedTemplates(spares: spares, pages: pages)
    problems.append(contentsOf: compiler.problems.diagnostics)
    let set = TemplateSet(program: compiler.program.runnable, pages: units)
    return (set, problems.diagnostics.inReadingOrder())
  }

  /// The bytes of a page: what its template shows of a record, which is among the page's values. There are none if
  /// the template is missing.
  package func render<Fields: RecordShape>(
    _ page: PageTemplate<Fields>, _ record: Record<Fields>, in values: PageValues
  ) -> [UInt8] {
    precondition(record.store == values.store, "a record of another page")
    return withExtendedLifetime(values) { render(page, value: record.slot) }
  }

  /// Renders a value of the page's shape.
  func render(_ page: any AnyPageTemplate, value: Slot) -> [UInt8] {
    guard let unit = pages[PageKey(page)] else {
      preconditionFailure("the page `\(page.name)` is not among those that were compiled")
    }
    return unit.map { program.render(unit: $0, value) } ?? []
  }
}

package import Diagnostics
internal import Threads

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
  private let pages: [PageKey: Lazy<Page>]

  /// A page that is ready to render.
  private final class Page: Sendable {
    let program: Program

    /// Nil if its template is missing.
    let unit: Int?

    init(program: Program, unit: Int?) { (self.program, self.unit) = (program, unit) }
  }

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

  private init(_ pages: [PageKey: Lazy<Page>]) { self.pages = pages }

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
    problems.append(contentsOf: library.problems)
    var compiler = Compiler(library)
    let units = pages.map { page in
      let unit = compiler.unit(of: page)
      if unit == nil {
        problems.report(
          MissingPageTemplate(
            name: page.name, language: page.language, candidates: library.names(in: page.language)))
      }
      return unit
    }
    let program = compiler.finishedProgram()
    compiler.reportUnusedArguments()
    compiler.reportUnusedTemplates(spares: spares, pages: pages)
    problems.append(contentsOf: compiler.problems.diagnostics)
    let compiled = zip(pages, units).map { page, unit in
      (PageKey(page), Lazy { Page(program: program, unit: unit) })
    }
    let set = TemplateSet(Dictionary(compiled, uniquingKeysWith: { first, _ in first }))
    return (set, problems.diagnostics.inReadingOrder())
  }

  /// A set of files in which there is nothing to report, as those that come with the program: each page is compiled when it is
  /// rendered first, with the templates that it shows. An edit of a text makes pages of few kinds.
  package static func compilingWhenRendered(
    _ files: [SourceFile], pages: [any AnyPageTemplate]
  ) -> TemplateSet {
    var problems = DiagnosticBag()
    let library = TemplateLibrary(files, problems: &problems)
    let compiled = pages.map { page in
      let compiled = Lazy {
        var compiler = Compiler(library)
        let unit = compiler.unit(of: page)
        return Page(program: compiler.finishedProgram(), unit: unit)
      }
      return (PageKey(page), compiled)
    }
    return TemplateSet(Dictionary(compiled, uniquingKeysWith: { first, _ in first }))
  }

  /// The bytes of a page: what its template shows of a record, which is among the page's values. There are none if
  /// the template is missing.
  package func render<Fields: RecordShape>(
    _ page: PageTemplate<Fields>, _ record: Record<Fields>, in values: PageValues
  ) -> [UInt8] {
    values.page.check(record.slot)
    return withExtendedLifetime(values) { render(page, record.slot, of: values.page) }
  }

  /// Renders a value of the page's shape.
  func render(_ template: any AnyPageTemplate, _ value: Slot, of values: PageReference) -> [UInt8] {
    guard let page = pages[PageKey(template)]?.value else {
      preconditionFailure("the page `\(template.name)` is not among those that were compiled")
    }
    return page.unit.map { page.program.render(unit: $0, value, of: values) } ?? []
  }
}

extension Compiler {
  /// The unit of a page's own template; nil if there is no such template.
  fileprivate mutating func unit(of page: any AnyPageTemplate) -> Int? {
    library.index(of: page.name, in: page.language).map {
      unit($0, [page.shape], environment: 0, includedAt: nil)
    }
  }

  /// Compiles all that was asked for.
  fileprivate mutating func finishedProgram() -> Program {
    compileUnits()
    cutEndlessCalls()
    cutMultiplyingCalls()
    return program.runnable
  }
}

internal import Diagnostics

/// Turns templates into a program, from the pages on.
///
/// A template is compiled once for each stack of shapes and each set of filled blocks that it
/// meets. The result is called a unit. Units wait in a list, so that a template that includes
/// itself needs no depth here.
struct Compiler {
  /// A limit that no set of templates needs. It keeps a mistake, such as blocks that multiply each other,
  /// from using up the machine.
  static let mostInstructions = 200_000
  static let deepestLevel = 256

  let library: TemplateLibrary
  var program = Program()
  private(set) var problems = DiagnosticBag()
  var environments = Environments()

  /// The calls between units, for the proof that they end.
  var calls: [UnitCall] = []

  /// The sites of calls that were taken out.
  var cutSites: Set<UnitCall.Site> = []

  /// Arguments handed to a parent, in order, each with the template that it was handed to.
  var handedArguments: [(argument: ArgumentID, callee: Int)] = []

  /// Arguments for which a block was found.
  var usedArguments: Set<ArgumentID> = []

  private var keys: [UnitKey] = []
  private var numbers: [UnitKey: Int] = [:]

  /// The tags because of which the units were first made; nil for a page.
  private var inclusions: [SourceRange?] = []

  private var texts: [TextRun: Text] = [:]
  private var reported: Set<ReportKey> = []

  /// Whether a limit was reached. From then on parts are missing, and nothing is said about what
  /// seems unused.
  var isCut = false

  private struct UnitKey: Hashable {
    let template: Int
    let shapes: [Shape?]
    let environment: Int

    /// Few units are of one template, and shapes take long to hash.
    func hash(into hasher: inout Hasher) {
      hasher.combine(template)
      hasher.combine(environment)
      hasher.combine(shapes.count)
    }
  }

  private struct ReportKey: Hashable {
    let code: String
    let range: SourceRange?
  }

  init(_ library: TemplateLibrary) {
    self.library = library
  }

  /// The number of a unit, which is put on the list if it is new.
  mutating func unit(
    _ template: Int, _ shapes: [Shape?], environment: Int, includedAt range: SourceRange?
  ) -> Int {
    let key = UnitKey(template: template, shapes: shapes, environment: environment)
    if let number = numbers[key] { return number }
    keys.append(key)
    inclusions.append(range)
    numbers[key] = keys.count - 1
    return keys.count - 1
  }

  /// Compiles all units on the list and those that they call.
  mutating func compileUnits() {
    while program.units.count < keys.count {
      let number = program.units.count
      let key = keys[number]
      let frames = key.shapes.enumerated().map { index, shape in
        Frame(shape: shape, origin: Frame.Origin(entry: index, isPart: false))
      }
      let template = library[key.template]
      let scope = Scope(
        template: key.template, unit: number, language: template.language, frames: frames,
        environment: key.environment)
      let start = program.instructions.count
      compile(template.nodes, in: scope)
      program.units.append(start..<program.instructions.count)
    }
  }

  mutating func compile(_ nodes: [Node], in scope: Scope) {
    for node in nodes {
      guard isWithinLimits(scope) else { return }
      switch node {
      case .text(let run): emit(run)
      case .variable(let name, let isEscaped): compileVariable(name, isEscaped, in: scope)
      case .section(let name, let isInverted, let body):
        if isInverted {
          compileInverted(name, body, in: scope)
        } else {
          compileSection(name, body, in: scope)
        }
      case .inclusion(let inclusion): compile(inclusion, in: scope)
      case .block(let site): compile(site, in: scope)
      }
    }
  }

  /// Reports the first time that a limit is reached.
  private mutating func isWithinLimits(_ scope: Scope) -> Bool {
    let excess: TemplateTooComplex.Excess
    if scope.depth > Compiler.deepestLevel {
      excess = .levels(Compiler.deepestLevel)
    } else if program.instructions.count > Compiler.mostInstructions {
      excess = .instructions
    } else {
      return true
    }
    if !isCut {
      let file = library[scope.template].file
      report(TemplateTooComplex(range: file.startRange, excess: excess))
    }
    isCut = true
    return false
  }

  /// The shapes that a unit is compiled for.
  func shapes(ofUnit number: Int) -> [Shape?] {
    keys[number].shapes
  }

  /// The templates that became part of the program.
  var compiledTemplates: Set<Int> {
    Set(keys.map(\.template))
  }
}

extension Compiler {
  /// Reports a problem once for its place, however often the template is compiled.
  mutating func report(_ problem: some Problem) {
    let key = ReportKey(code: type(of: problem).rule.code, range: problem.range)
    if reported.insert(key).inserted { problems.report(problem) }
  }

  /// The tag by which a template got into the context in which a problem shows.
  func inclusionNote(of scope: Scope) -> SourceRange? {
    inclusions[scope.unit]
  }

  mutating func emit(_ instruction: Instruction) {
    program.instructions.append(instruction)
  }

  mutating func emit(_ run: TextRun) {
    guard !run.isEmpty else { return }
    if let text = texts[run] {
      emit(.text(text))
      return
    }
    let start = program.bytes.count
    let lineStarts = program.lineStarts.pool(run.lineStarts.map { $0 + start })
    let bytes = program.bytes.pool(run.bytes)
    let text = Text(bytes: PoolRange(bytes), lineStarts: PoolRange(lineStarts))
    texts[run] = text
    emit(.text(text))
  }

  /// Emits an instruction that needs to know where the instructions inside it end.
  mutating func emit(
    around body: (inout Compiler) -> Void, _ instruction: (Int32) -> Instruction
  ) {
    let index = program.instructions.count
    emit(.nothing)
    body(&self)
    program.instructions[index] = instruction(Int32(program.instructions.count))
  }
}

extension Compiler {
  /// Reports the files that are no page and that no template names.
  mutating func reportUnusedTemplates(spares: Set<FileID>, pages: [any AnyPageTemplate]) {
    guard !isCut else { return }
    let used = compiledTemplates.union(library.includedTemplates)
    for (index, template) in library.templates.enumerated()
    where !used.contains(index) && !spares.contains(template.file.id) {
      let names = pages.filter { $0.language == template.language }.map(\.name)
      report(
        UnusedTemplate(
          range: template.file.startRange, name: template.name, language: template.language,
          candidates: names + library.missingNames(in: template.language)))
    }
  }
}

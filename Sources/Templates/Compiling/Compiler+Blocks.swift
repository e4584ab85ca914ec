internal import Diagnostics

extension Compiler {
  /// Compiles what fills the block: an argument from outside, or else what it contains.
  ///
  /// An argument sees the values that are in sight at the block ("Block scope" in the spec's
  /// Inheritance part).
  mutating func compile(_ site: BlockSite, in scope: Scope) {
    guard let binding = environments.binding(of: site.name, in: scope.environment) else {
      if site.original.startsOnNewLine || !site.isAtLineStart {
        // It stands where it was written, with its own indentation.
        compile(site.original.nodes, in: scope.deeper())
        endLine(of: site, after: site.original)
      } else {
        compileLines(site.original, at: site, in: scope)
      }
      return
    }
    usedArguments.insert(binding.argument)
    let template = library[binding.argument.template]
    var inner = scope
    inner.template = binding.argument.template
    inner.environment = binding.environment
    let content = template.arguments[binding.argument.index].content
    if site.isAtLineStart {
      compileLines(content, at: site, in: inner)
    } else {
      compile(content.nodes.withoutFirstLineStart, in: inner.deeper())
      endLine(of: site, after: content)
    }
  }

  /// Compiles content that stands on lines of its own: none at all if there is nothing in it.
  private mutating func compileLines(_ content: Content, at site: BlockSite, in scope: Scope) {
    guard !content.nodes.isEmpty else { return }
    let compileContent = { (compiler: inout Compiler) in
      if !content.startsOnNewLine { compiler.emit(TextRun(lineStarts: [0])) }
      compiler.compile(content.nodes, in: scope.deeper())
    }
    if site.indentation.isEmpty {
      compileContent(&self)
    } else {
      let bytes = PoolRange(program.bytes.pool(site.indentation))
      emit(around: compileContent) { .indented(bytes, end: $0) }
    }
    endLine(of: site, after: content)
  }

  private mutating func endLine(of site: BlockSite, after content: Content) {
    guard !content.nodes.isEmpty, !content.endsWithLineBreak else { return }
    emit(TextRun(bytes: site.lineBreak))
  }
}

extension [Node] {
  /// The nodes as they stand in the middle of a line.
  fileprivate var withoutFirstLineStart: [Node] {
    guard case .text(var run) = first, run.lineStarts.first == 0 else { return self }
    run.lineStarts.removeFirst()
    return [.text(run)] + dropFirst()
  }
}

extension Compiler {
  /// Reports the arguments for which no block was found.
  mutating func reportUnusedArguments() {
    guard !isCut else { return }
    for (id, callee) in handedArguments where !usedArguments.contains(id) {
      let argument = library[id.template].arguments[id.index]
      report(
        UnknownBlock(
          range: argument.nameRange, name: argument.name,
          parent: library[callee].name, candidates: blocks(in: callee)))
    }
  }

  /// The names of the blocks of a template and of those that it includes, in the order of the text.
  private func blocks(in template: Int) -> [String] {
    var search = BlockSearch(library: library)
    search.visit(template)
    return search.names
  }
}

/// Collects the names of the blocks that a template shows.
private struct BlockSearch {
  let library: TemplateLibrary
  private(set) var names: [String] = []
  private var visited: Set<Int> = []

  init(library: TemplateLibrary) {
    self.library = library
  }

  mutating func visit(_ template: Int) {
    guard visited.insert(template).inserted else { return }
    visit(library[template].nodes, in: library[template].language)
  }

  private mutating func visit(_ nodes: [Node], in language: OutputLanguage) {
    for node in nodes {
      switch node {
      case .text, .variable: break
      case .section(_, _, let body): visit(body, in: language)
      case .inclusion(let inclusion):
        guard case .fixed(let name) = inclusion.target,
          let callee = library.index(of: name, in: language)
        else { continue }
        visit(callee)
      case .block(let site):
        if !names.contains(site.name) { names.append(site.name) }
        visit(site.original.nodes, in: language)
      }
    }
  }
}

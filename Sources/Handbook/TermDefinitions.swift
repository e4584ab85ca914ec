internal import Markup
internal import Model
internal import Output

/// The definitions of the glossary as HTML, made once, since pages explain the terms that stand on them.
final class TermDefinitions: Sendable {
  /// By depth of folders, since links differ with it, then by term.
  private let byDepth: [[[UInt8]]]

  init(_ framework: Framework) {
    byDepth = (0...PagePlace.deepest).map { depth in
      let renderer = MarkdownRenderer(framework, depth: depth)
      return framework.contents.terms.elements.map { term in
        guard !term.definition.isEmpty else { return [] }
        var buffer = ByteBuffer()
        renderer.appendHTML(term.definition.bytes, to: &buffer)
        buffer.removeLastLineBreak()
        return buffer.bytes
      }
    }
  }

  /// The definition of a term on pages at a depth.
  func definition(of term: Int, depth: Int) -> [UInt8] { byDepth[depth][term] }
}

extension MarkdownRenderer {
  /// Links to things as pages at a depth of folders have them: to a statement by its id, to all else by its title.
  init(_ framework: Framework, depth: Int) {
    let root = PagePlace.root(depth: depth)
    let addresses = Addresses(framework: framework)
    self.init { id in
      guard let subject = framework.links.subject(withID: id) else { return nil }
      let address = root + addresses.address(of: subject)
      if case .statement = subject { return Target(address: address, label: id) }
      return Target(address: address, label: framework.title(of: subject))
    }
  }
}

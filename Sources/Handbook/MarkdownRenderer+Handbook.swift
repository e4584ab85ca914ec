internal import Markup
internal import Model

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

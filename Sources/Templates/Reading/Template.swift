internal import Diagnostics

/// One template file, read.
struct Template: Sendable {
  let file: SourceFile
  let name: String
  let language: OutputLanguage
  let nodes: [Node]

  /// The arguments of all parents in the file; an `Inclusion` names its own by index.
  let arguments: [Argument]

  /// The names of the templates that it includes, without those that a value chooses.
  let includedNames: Set<String>

  /// Reads a template whatever is in it; what is wrong is in `problems`.
  init(
    _ file: SourceFile, name: String, language: OutputLanguage, problems: inout DiagnosticBag
  ) {
    self.file = file
    self.name = name
    self.language = language
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let range = firstMalformedSequence(file.bytes) {
      problems.report(TemplateNotUTF8(range: file.place(range)))
    }
    var scanner = TagScanner(file, from: start)
    scanner.scan()
    let pairing = TagPairing(scanner.tags, of: file)
    let layout = LineLayout(pairing, bytes: file.bytes, contentStart: start)
    var builder = NodeBuilder(file, layout)
    nodes = builder.nodes(
      pairing.tags.indices, from: start, to: pairing.cutOff ?? file.bytes.count)
    arguments = builder.arguments
    includedNames = builder.includedNames
    for bag in [scanner.problems, pairing.problems, builder.problems] {
      problems.append(contentsOf: bag.diagnostics)
    }
  }
}

/// The first bytes that are not UTF-8, or nil.
private func firstMalformedSequence(_ bytes: [UInt8]) -> Range<Int>? {
  var parser = Unicode.UTF8.ForwardParser()
  var iterator = bytes.makeIterator()
  var offset = 0
  while true {
    switch parser.parseScalar(from: &iterator) {
    case .valid(let scalar): offset += scalar.count
    case .error(let length): return offset..<(offset + length)
    case .emptyInput: return nil
    }
  }
}

import Analysis
import Diagnostics
import Syntax

/// Runs the whole front end over any bytes, for libFuzzer: nothing may trap, and every range lies inside its file.
///
/// The bytes stand as a file of their own beside a small framework, so that what they refer to may be there.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  var files = SourceFiles()
  _ = files.add(path: "framework/a.yaml", bytes: bytes)
  _ = files.add(path: "framework/framework.yaml", bytes: Array(framework.utf8))
  for file in files.files {
    // What the scanner for plain YAML reads, libyaml has to read as well, and as the same.
    guard let tree = scan(file) else { continue }
    let judged = parseByLibYAML(file)
    precondition(judged.diagnostics.isEmpty && judged.tree == tree)
  }
  let draft = link(files.files.map { declare($0, parse($0)) })
  let rules = syntaxRules + analysisRules
  let diagnostics = check(draft, earlier: [], rules: rules)
  var renderer = TerminalRenderer(files: files, usesColour: false)
  for diagnostic in diagnostics {
    for range in [diagnostic.range].compactMap({ $0 }) + diagnostic.notes.map(\.range) {
      precondition(range.start >= 0 && range.end <= files[range.file].bytes.count)
    }
    precondition(!renderer.render(diagnostic).isEmpty)
  }
  return 0
}

private let framework = """
  framework: fuzz
  title: Fuzz
  edition: 1.0.0
  language: en-GB
  kinds: [{id: knowledge, title: Knowledge}, {id: skill, title: Skill, stem: Know how to}]
  phases: [{id: year-1, title: First}, {id: year-2, title: Second, requirement: optional}]
  roles: [{id: worker, title: Worker}]
  evidence: [{id: observation, title: Observation, completed-by: worker}]
  """

import Compilation
import Diagnostics
import Disk
import Output
import OutputFolder
import Project
import Session
import TestSupport
import Testing

@Suite struct `A build` {
  static let framework = """
    framework: test
    title: A <test> & more
    edition: 1.0.0
    language: en-GB
    phases: [{id: year-1, title: First year}]
    """

  static let domain = """
    domain: relationships
    title: Relationships
    outcomes:
      - id: REL-1
        title: Builds trust
        statements:
          - {id: REL-1.1, text: "trust | <b>, `x` [y]", phase: year-1}
    """.replacing("<b>", with: "\\\\<b>")

  private let disk = MemoryFileSystem([
    "p/framework/framework.yaml": framework, "p/framework/domain.yaml": domain,
  ])

  private func build(_ kinds: Set<String> = Set(outputFormats.map(\.id))) throws
    -> OutputFolder.Changes?
  {
    let project = Project(folder: "p", fileSystem: disk)
    guard let files = try project.files(kinds) else { return nil }
    return try OutputFolder("out", fileSystem: disk).replace(
      outputFormats.filter { kinds.contains($0.id) }, with: files,
      of: PublishedEdition(framework: "test", edition: "1.0.0"))
  }

  private var outputs: [String: [UInt8]] { disk.files.filter { $0.key.hasPrefix("out/") } }

  private func output(_ path: String) -> String? {
    disk.files["out/" + path].map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `writes every kind of output`() throws {
    _ = try build()
    for path in [
      "handbook/index.html", "handbook/assets/style.css", "handbook/outcomes/REL-1.html",
      "checklists/phases/year-1.md", "framework.json", "schemas/framework.schema.json",
      "manifest.json",
    ] { #expect(output(path) != nil, "\(path)") }
    #expect(outputs.keys.allSatisfy { !$0.contains(".ksf") })
  }

  @Test func `escapes what authors write in every output`() throws {
    _ = try build()
    #expect(output("handbook/index.html")?.contains("A &lt;test&gt; &amp; more") == true)
    #expect(output("checklists/phases/year-1.md")?.contains("A \\<test\\> \\& more") == true)
    #expect(output("framework.json")?.contains("\"A <test> & more\"") == true)
  }

  @Test func `touches nothing the second time`() throws {
    _ = try build()
    let first = outputs
    let changes = try #require(try build())
    #expect(changes.written == 0 && changes.removed == 0)
    #expect(outputs == first)
  }

  @Test func `leaves the last output alone when there is an error`() throws {
    _ = try build()
    let first = outputs
    disk.put("domain: relationships", at: "p/framework/domain.yaml")
    #expect(try build() == nil)
    #expect(outputs == first)
  }

  @Test(arguments: [0, 1, 5])
  func `leaves the last output alone when the disk is full`(writes: Int) throws {
    _ = try build()
    let first = outputs
    disk.put(Self.framework.replacing("more", with: "other"), at: "p/framework/framework.yaml")
    disk.fillUp(after: writes)
    #expect(throws: MachineFailure.self) { try build() }
    #expect(outputs == first)
  }

  @Test func `leaves nothing when the disk is full the first time`() throws {
    disk.fillUp(after: 12)
    #expect(throws: MachineFailure.self) { try build() }
    #expect(outputs.isEmpty)
  }

  @Test(arguments: ["handbook", "handbook/outcomes", "checklists/phases"])
  func `makes a folder again that is gone`(folder: String) throws {
    _ = try build()
    let first = outputs
    try disk.move("out/" + folder, to: "elsewhere")
    disk.put("left", at: "out/.ksf-new/new/\(folder)/left.html")
    disk.put("mine", at: "out/handbook/mine.txt")
    let gone = first.count - outputs.count { !$0.key.contains(".ksf") } + 1
    let changes = try #require(try build())
    #expect(changes.written == gone && changes.removed == 0)
    let expected = first.merging(["out/handbook/mine.txt": Array("mine".utf8)]) { $1 }
    #expect(outputs.keys.sorted() == expected.keys.sorted())
    #expect(expected.allSatisfy { outputs[$0] == $1 })
  }

  @Test func `removes what is no longer made, and nothing else`() throws {
    _ = try build()
    disk.put("mine", at: "out/handbook/mine.txt")
    disk.put(
      Self.domain.replacing("REL-1", with: "REL-2"), at: "p/framework/domain.yaml")
    let changes = try #require(try build())
    #expect(changes.removed == 2)
    #expect(output("handbook/outcomes/REL-1.html") == nil)
    #expect(output("handbook/statements/REL-1.1.html") == nil)
    #expect(output("handbook/outcomes/REL-2.html") != nil)
    #expect(output("handbook/mine.txt") == "mine")
  }

  @Test(arguments: ["handbook/index.html", "manifest.json"])
  func `does not replace what somebody else wrote`(path: String) throws {
    disk.put("mine", at: "out/" + path)
    #expect(throws: ForeignFile.self) { try build() }
    #expect(outputs == ["out/" + path: Array("mine".utf8)])
  }

  @Test func `of one kind of output leaves the others`() throws {
    _ = try build()
    let first = outputs
    #expect(try build(["checklists"])?.removed == 0)
    #expect(outputs == first)
  }

  @Test func `uses the project's own templates file by file`() throws {
    disk.put("body { color: red }", at: "p/templates/handbook/assets/style.css")
    disk.put("A logo", at: "p/templates/handbook/assets/logo.svg")
    disk.put("Own: {{opening.title}}", at: "p/templates/checklists/checklist.md.mustache")
    _ = try build()
    #expect(output("handbook/assets/style.css") == "body { color: red }")
    #expect(output("handbook/assets/logo.svg") == "A logo")
    #expect(output("checklists/phases/year-1.md") == "Own: First year")
    #expect(output("handbook/index.html")?.contains("<h1>") == true)
  }

  @Test func `reports a wrong template name at its place`() throws {
    disk.put("# {{titel}}", at: "p/templates/checklists/checklist.md.mustache")
    let snapshot = try Project(folder: "p", fileSystem: disk).check()
    let found = try #require(snapshot.diagnostics.first)
    #expect(snapshot.framework == nil)
    let range = try #require(found.range)
    #expect(snapshot.files[range.file].path == "templates/checklists/checklist.md.mustache")
    #expect(snapshot.files[range.file].text(range) == "titel")
  }

  @Test(arguments: ["handbook/index.html", "handbook/outcomes"])
  func `refuses an asset in the place of a page`(path: String) throws {
    disk.put("mine", at: "p/templates/" + path)
    #expect(throws: ContestedPath.self) { try build() }
    #expect(outputs.isEmpty)
  }

  @Test func `takes a manifest that names a file twice`() throws {
    _ = try build()
    let manifest = try #require(output("manifest.json"))
    let entry = try #require(manifest.firstRange(of: "    {\"path\""))
    let end = try #require(manifest[entry.lowerBound...].firstRange(of: "},\n"))
    let twice = manifest[entry.lowerBound..<end.upperBound]
    disk.put(manifest.replacing(twice, with: twice + twice), at: "out/manifest.json")
    _ = try build()
    #expect(output("manifest.json") == manifest)
  }

  @Test(arguments: ["content", "statements", "REL-1.1-text", "kinds"])
  func `keeps its own anchors apart from ids`(id: String) throws {
    let second = "      - {id: \(id), text: another thing, phase: year-1}\n"
    disk.put(Self.domain + "\n" + second, at: "p/framework/domain.yaml")
    _ = try build()
    let page = try #require(output("handbook/outcomes/REL-1.html"))
    let anchors = page.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(anchors.contains { $0 == id })
    #expect(Set(anchors).count == anchors.count)
  }

  @Test func `refuses more files than anybody writes`() {
    let many = MemoryFileSystem(
      Dictionary(
        uniqueKeysWithValues: (0...TooManyFiles.limit).map { ("p/framework/\($0).yaml", "") }))
    #expect(throws: TooManyFiles.self) { try Project(folder: "p", fileSystem: many).check() }
  }

  @Test func `says when there is no framework folder`() {
    #expect(throws: NoFramework.self) {
      try Project(folder: "nowhere", fileSystem: disk).check()
    }
  }
}

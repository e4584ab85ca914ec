/// A project in the folder `p` of a disk in memory.
package enum ProjectSample {
  package static let framework = """
    framework: test
    title: Test
    edition: 1.0.0
    language: en-GB
    phases: [{id: year-1, title: First year}]

    """

  package static let domain = """
    domain: relationships
    title: Relationships
    outcomes:
      - id: REL-1
        title: Builds trust
        statements:
          - {id: REL-1.1, text: one thing, phase: year-1}
          - {id: REL-1.2, text: another thing, phase: year-1}

    """

  package static func disk(domain: String = domain, _ more: [String: String] = [:])
    -> MemoryFileSystem
  {
    var files = ["p/framework/framework.yaml": framework, "p/framework/domain.yaml": domain]
    files.merge(more) { $1 }
    return MemoryFileSystem(files)
  }
}

extension MemoryFileSystem {
  package func text(_ path: String) -> String? {
    files[path].map { String(decoding: $0, as: UTF8.self) }
  }
}

import Diagnostics
import Grammar
import TestSupport
import Testing

/// No key of the language may be forgotten by the sample, `framework.json`, `ksf diff` or the pages.
///
/// Each test builds a small framework again with another value of a key, and looks where that makes a difference.
@Suite struct `Each key of the language` {
  @Test(arguments: Grammar.entities)
  func `has a second value in the sample`(entity: Entity) {
    let marked = Differences.sample.keys
    for field in entity.fields {
      let key = EntityKey(entity: entity.name, key: field.key)
      #expect(
        marked.contains(key),
        """
        \(key) is not used in \(Sample.path): add it there with two values, such as \
        `\(field.key.rawValue): <<\(field.example)|ANOTHER VALUE>>`. The other tests of this suite \
        then tell which outputs lack it.
        """)
    }
  }

  @Test(arguments: Grammar.entities)
  func `makes a difference wherever it is not left out`(entity: Entity) async throws {
    let differences = try await Differences.shared.value
    for field in entity.fields {
      let key = EntityKey(entity: entity.name, key: field.key)
      guard let seen = differences.views[key] else { continue }
      if seen.isEmpty, !LeftOut.holds(key, .check) {
        Issue.record("\(key) makes no difference to anything: \(View.check.advice)")
        continue
      }
      for view in View.required where !LeftOut.holds(key, view) {
        #expect(
          seen.contains(view),
          """
          \(key) makes no difference to \(view.title): \(view.advice), or list it in \
          \(LeftOut.path) with the reason
          """)
      }
    }
  }

  @Test func `is left out nowhere where it makes a difference`() async throws {
    let differences = try await Differences.shared.value
    for entry in LeftOut.all {
      #expect(entry.reason.hasSuffix("."), "the reason is a sentence: \(entry.reason)")
      for key in entry.keys.map({ EntityKey(entity: entry.entity, key: $0) }) {
        #expect(
          Grammar.entity(key.entity).field(key.key) != nil,
          "the language has no \(key): take it out of \(LeftOut.path)")
        for view in entry.views {
          #expect(
            differences.views[key]?.contains(view) != true,
            """
            \(key) makes a difference to \(view.title): take it out of \(LeftOut.path), which says \
            that it makes none
            """)
        }
      }
    }
  }

  @Test func `has two values without an error in the sample`() async throws {
    for (mark, errors) in try await Differences.shared.value.errors {
      Issue.record("\(mark) makes the sample wrong: \(errors.joined(separator: "; "))")
    }
  }

  @Test func `is the one that a mark of the sample stands in`() {
    for mark in Differences.sample.marks {
      #expect(!mark.keys.isEmpty, "\(mark) is no value of a key")
    }
  }
}

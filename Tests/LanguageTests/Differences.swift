import Diagnostics
import TestSupport

/// Where each key of the language makes a difference, found by building the sample once for each mark.
struct Differences: Sendable {
  static let sample = Sample()

  /// The differences that all tests share.
  static let shared = Task { try await Differences() }

  private(set) var views: [EntityKey: Set<View>] = [:]

  /// What is wrong with a framework that has a mark's second value; for those alone with which something is.
  private(set) var errors: [(mark: Sample.Mark, messages: [String])] = []

  private init() async throws {
    let sample = Differences.sample
    let baseline = try Baseline(sample)
    let found = try await withThrowingTaskGroup { group in
      for mark in sample.marks {
        group.addTask {
          let variant = try BuiltProject(sample.files(changing: mark))
          let errors = variant.diagnostics.filter { $0.severity == .error }.map(\.message)
          let views = errors.isEmpty ? baseline.differences(to: variant) : []
          return (mark: mark, views: views, errors: errors)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    for (mark, views, errors) in found {
      if !errors.isEmpty { self.errors.append((mark, errors)) }
      for key in mark.keys { self.views[key, default: []].formUnion(views) }
    }
  }
}

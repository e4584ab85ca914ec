import Testing

@testable import Comparison

@Suite struct `Words of two texts` {
  @Test func `are marked where they differ`() {
    let runs = wordDifference("plan direct work with a child", "plan play with each child now")
    #expect(
      runs == [
        WordRun(kind: .same, text: "plan"), WordRun(kind: .removed, text: "direct work"),
        WordRun(kind: .added, text: "play"), WordRun(kind: .same, text: "with"),
        WordRun(kind: .removed, text: "a"), WordRun(kind: .added, text: "each"),
        WordRun(kind: .same, text: "child"), WordRun(kind: .added, text: "now"),
      ])
  }

  @Test(arguments: [
    ("Plan the work.", "plan the work"), ("plan, then act", "Plan – then act"),
    ("recieve a child", "receive a child"), ("acommodate people", "accommodate people"),
    ("reffuse it", "refuse it"),
  ])
  func `differ by a slip`(before: String, after: String) {
    #expect(isSlip(before, after))
    #expect(isSlip(after, before))
  }

  @Test(arguments: [
    ("plan the work", "plan the works"), ("prevent harm", "present harm"),
    ("see a child", "see no child"), ("later visits", "latter visits"), ("form", "from"),
    ("a safe home", "an unsafe home"), ("visit weekly", "visit weakly"), ("a b", "a b c"),
  ])
  func `may mean something else`(before: String, after: String) {
    #expect(!isSlip(before, after))
  }
}

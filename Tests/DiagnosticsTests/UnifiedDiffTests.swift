import Diagnostics
import Testing

@Suite struct `A unified diff` {
  private func diff(_ old: String, _ new: String, path: String = "a b.yaml") -> String {
    String(
      decoding: unifiedDiff(path: path, from: Array(old.utf8), to: Array(new.utf8)), as: UTF8.self)
  }

  private func lines(_ range: ClosedRange<Int>) -> String { range.map { "\($0)\n" }.joined() }

  @Test func `of equal texts is empty`() {
    #expect(diff("a\n", "a\n").isEmpty && diff("", "").isEmpty)
  }

  @Test func `shows three lines before and after`() {
    #expect(
      diff(lines(1...9), lines(1...9).replacing("5\n", with: "five\n"), path: "x.yaml") == """
        --- a/x.yaml
        +++ b/x.yaml
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """)
  }

  @Test func `joins changes whose contexts touch`() {
    let near = lines(1...20).replacing("5\n", with: "five\n").replacing("12\n", with: "twelve\n")
    #expect(diff(lines(1...20), near).split(separator: "\n").count { $0.hasPrefix("@@") } == 1)
    let far = lines(1...20).replacing("5\n", with: "five\n").replacing("13\n", with: "13th\n")
    #expect(diff(lines(1...20), far).split(separator: "\n").count { $0.hasPrefix("@@") } == 2)
  }

  @Test func `says where a line feed is missing at the end`() {
    #expect(
      diff("a\nb", "a\nc", path: "x") == """
        --- a/x
        +++ b/x
        @@ -1,2 +1,2 @@
         a
        -b
        \\ No newline at end of file
        +c
        \\ No newline at end of file

        """)
  }

  @Test func `counts lines that come and go`() {
    #expect(diff("a\nb\nc\n", "a\nc\n", path: "x").contains("@@ -1,3 +1,2 @@\n a\n-b\n c\n"))
    #expect(diff("a\nc\n", "a\nb\nb\nc\n", path: "x").contains("@@ -1,2 +1,4 @@\n a\n+b\n+b\n c\n"))
    #expect(diff("", "a\n", path: "x").contains("@@ -0,0 +1 @@\n+a\n"))
    #expect(diff("a\n", "", path: "x").contains("@@ -1 +0,0 @@\n-a\n"))
  }

  @Test func `keeps carriage returns in their lines`() {
    #expect(diff("a\r\nb\r\n", "a\r\nc\r\n", path: "x").hasSuffix(" a\r\n-b\r\n+c\r\n"))
  }

  @Test func `names files as Git does`() {
    #expect(diff("a", "b", path: "x y").hasPrefix("--- a/x y\t\n+++ b/x y\t\n"))
    #expect(diff("a", "b", path: "é").hasPrefix("--- a/é\n"))
    #expect(diff("a", "b", path: "q\"\\\n").hasPrefix(#"--- "a/q\"\\\012""# + "\n"))
  }
}

import Testing

@testable import Templates

/// A field is declared once, and only in a layout.
@Suite struct `A field` {
  @Test func `has the slot of its place among the properties`() {
    let fields = Sample.layout.fields
    #expect([fields.title.slot, fields.summary.slot, fields.tags.slot] == [0, 1, 6])
    #expect(
      Sample.layout.description.fields.map(\.name)
        == ["title", "summary", "isNew", "kind", "author", "items", "tags"])
    #expect(Sample.layout.slotCount == 7)
    #expect(Sample.layout.description.fields[0].documentation == "A text.")
    #expect(Sample.layout.description.fields[6].shape == .list(.text))
  }

  @Test func `has the name of its property`() async {
    await #expect(processExitsWith: .failure) { _ = Misnamed.layout }
  }

  @Test func `stands beside other fields alone`() async {
    await #expect(processExitsWith: .failure) { _ = Mixed.layout }
  }

  @Test func `is declared by a layout alone`() async {
    await #expect(processExitsWith: .failure) { _ = SampleItem() }
    await #expect(processExitsWith: .failure) {
      _ = Sample.layout
      _ = RecordField<Sample, String>("more", "Another one.")
    }
  }

  @Test func `has a name that templates can use`() async {
    await #expect(processExitsWith: .failure) { _ = Unspeakable.layout }
  }
}

private struct Misnamed: RecordShape {
  static let layout = RecordLayout<Self>("misnamed")

  let title = Field<String>("tilte", "A text.")
}

private struct Mixed: RecordShape {
  static let layout = RecordLayout<Self>("mixed")

  let title = Field<String>("title", "A text.")
  let number = 1
}

private struct Unspeakable: RecordShape {
  static let layout = RecordLayout<Self>("unspeakable")

  let `a.b` = Field<String>("a.b", "A text.")
}

internal import Model
internal import Templates

/// Some of the statements that correspond to an item of another framework, where all of them are too many for one page.
struct CrosswalkPart: Sendable {
  /// The item's place in its framework.
  let item: Int

  /// Which of the statements that correspond to it stand here.
  let range: Range<Int>

  /// For its address.
  var key: String { range.lowerBound == 0 ? "\(item + 1)" : "\(item + 1)_\(range.lowerBound + 1)" }
}

extension Site {
  /// The pages with the statements that correspond to items; none if they stand on one page.
  func parts(of crosswalk: Ref<Crosswalk>) -> [CrosswalkPart] {
    let counts = contents.crosswalks[crosswalk].items.indices.map {
      framework.links.alignedTo(crosswalk, item: $0).count
    }
    guard counts.reduce(0, +) > Site.mostOnOnePage else { return [] }
    return counts.enumerated().flatMap { item, count in
      stride(from: 0, to: count, by: Site.mostOnOnePage).map { start in
        CrosswalkPart(item: item, range: start..<min(start + Site.mostOnOnePage, count))
      }
    }
  }
}

/// A page with such statements.
struct CrosswalkPartPage: RecordShape {
  static let layout = RecordLayout<CrosswalkPartPage>("crosswalk part page")
  static let template = PageTemplate<CrosswalkPartPage>("crosswalk-part", .html)

  let frame: Field<CrosswalkPartPage, Record<Frame>>
  let whole: Field<CrosswalkPartPage, Record<LinkItem>>
  let code: Field<CrosswalkPartPage, String>
  let title: Field<CrosswalkPartPage, String>
  let size: Field<CrosswalkPartPage, String>
  let statements: Field<CrosswalkPartPage, [Record<AlignedLine>]>
  let previous: Field<CrosswalkPartPage, Record<LinkItem>>
  let next: Field<CrosswalkPartPage, Record<LinkItem>>

  init(_ declare: inout FieldDeclarations<CrosswalkPartPage>) {
    frame = declare("frame", "What is the same on every page.")
    whole = declare("whole", "The other framework.")
    code = declare("code", "The item's code there.")
    title = declare("title", "The item's label.")
    size = declare("size", "How many statements stand here, in words.")
    statements = declare("statements", "The statements that correspond to the item.")
    previous = declare("previous", "The part before it.")
    next = declare("next", "The part after it.")
  }

  static func plan(_ site: Site, _ crosswalk: Ref<Crosswalk>) -> [PagePlan] {
    let parts = site.parts(of: crosswalk)
    return parts.indices.map { index in
      PagePlan(path: site.addresses.part(parts[index].key, of: .crosswalk(crosswalk))) { place in
        render(site, place, parts, index, of: crosswalk)
      }
    }
  }

  private static func render(
    _ site: Site, _ place: PagePlace, _ parts: [CrosswalkPart], _ index: Int,
    of crosswalk: Ref<Crosswalk>
  ) -> [UInt8] {
    let writer = PageWriter(site, place)
    let part = parts[index]
    let item = site.contents.crosswalks[crosswalk].items[part.item]
    let aligned = site.framework.links.alignedTo(crosswalk, item: part.item)[part.range]
    func link(_ offset: Int) -> Record<LinkItem>? {
      guard parts.indices.contains(index + offset) else { return nil }
      return writer.link(to: parts[index + offset], of: crosswalk)
    }
    return writer.render(template) { record, field in
      record[field.whole] = writer.link(to: .crosswalk(crosswalk))
      record[field.code] = item.code
      record[field.title] = item.title
      record[field.size] = site.words.statement.counted(aligned.count)
      record[field.statements] = writer.values.list(aligned, writer.alignedLine)
      record[field.previous] = link(-1)
      record[field.next] = link(1)
      record[field.frame] = writer.frame(
        "\(item.code) \(item.title)", in: .crosswalks,
        trail: [writer.trailLink(.crosswalks), writer.link(to: .crosswalk(crosswalk))],
        about: .crosswalk(crosswalk))
    }
  }
}

extension PageWriter {
  /// Named by the item and, if it has several, by which of its statements they are.
  func link(to part: CrosswalkPart, of crosswalk: Ref<Crosswalk>) -> Record<LinkItem> {
    let item = site.contents.crosswalks[crosswalk].items[part.item]
    let (first, last) = (part.range.lowerBound + 1, part.range.upperBound)
    return linkItem(
      "\(item.code) \(item.title), \(first)–\(last)",
      place.link(to: site.addresses.part(part.key, of: .crosswalk(crosswalk))))
  }
}

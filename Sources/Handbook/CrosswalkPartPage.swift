internal import Model
internal import Templates

/// Some items of another framework, where more statements correspond to all of them than one page holds.
struct CrosswalkPart: Sendable {
  /// Each item's place in its framework, and which of the statements that correspond to it stand here.
  private(set) var items: [(item: Int, places: Range<Int>)]

  /// For its address.
  let key: String

  /// The items that begin here.
  var firstItems: [(item: Int, part: String)] {
    items.filter { $0.places.lowerBound == 0 }.map { ($0.item, key) }
  }

  private var size: Int

  /// Items in order, as many together as a page holds. One with more is divided.
  static func all(_ counts: [Int]) -> [CrosswalkPart] {
    var parts: [CrosswalkPart] = []
    for (item, count) in counts.enumerated() {
      for start in stride(from: 0, through: max(count - 1, 0), by: Site.mostOnOnePage) {
        let places = start..<min(start + Site.mostOnOnePage, count)
        // What nothing corresponds to takes room as well.
        let size = max(places.count, 1)
        if let last = parts.last, last.size + size <= Site.mostOnOnePage {
          parts[parts.count - 1].items.append((item, places))
          parts[parts.count - 1].size += size
        } else {
          parts.append(
            CrosswalkPart(items: [(item, places)], key: String(parts.count + 1), size: size))
        }
      }
    }
    return parts
  }

  private init(items: [(item: Int, places: Range<Int>)], key: String, size: Int) {
    (self.items, self.key, self.size) = (items, key, size)
  }
}

extension Site {
  /// The pages with a framework's items; none if they stand on its own page.
  func parts(of crosswalk: Ref<Crosswalk>) -> [CrosswalkPart] {
    let counts = contents.crosswalks[crosswalk].items.indices.map {
      framework.links.alignedTo(crosswalk, item: $0).count
    }
    return counts.reduce(0, +) > Site.mostOnOnePage ? CrosswalkPart.all(counts) : []
  }
}

/// A page with some items of another framework.
struct CrosswalkPartPage: RecordShape {
  static let layout = RecordLayout<Self>("crosswalk part page")
  static let template = PageTemplate<CrosswalkPartPage>("crosswalk-part", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let whole = Field<Record<LinkItem>>("whole", "The other framework.")
  let title = Field<String>("title", "The codes of the first and the last item.")
  let size = Field<String>("size", "How many statements stand here, in words.")
  let items = Field<[Record<CrosswalkItemCard>]>("items", "The items.")
  let previous = Field<Record<LinkItem>>("previous", "The part before it.")
  let next = Field<Record<LinkItem>>("next", "The part after it.")

  static func plan(_ site: Site, _ crosswalk: Ref<Crosswalk>) -> [PagePlan] {
    let parts = site.parts(of: crosswalk)
    return parts.indices.map { index in
      PagePlan(site.addresses.part(parts[index].key, of: .crosswalk(crosswalk))) { place in
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
    func link(_ offset: Int) -> Record<LinkItem>? {
      guard parts.indices.contains(index + offset) else { return nil }
      return writer.link(to: parts[index + offset], of: crosswalk)
    }
    return writer.render(template) { record, field in
      record[field.whole] = writer.link(to: .crosswalk(crosswalk))
      record[field.title] = writer.title(of: part, in: crosswalk)
      record[field.size] = site.words.statement.counted(
        part.items.reduce(0) { $0 + $1.places.count })
      record[field.items] = writer.values.list(part.items) {
        writer.item($0.item, of: crosswalk, $0.places)
      }
      record[field.previous] = link(-1)
      record[field.next] = link(1)
      record[field.frame] = writer.frame(
        writer.title(of: part, in: crosswalk), in: .crosswalks,
        trail: [writer.trailLink(.crosswalks), writer.link(to: .crosswalk(crosswalk))],
        about: .crosswalk(crosswalk))
    }
  }
}

extension PageWriter {
  /// The codes from which and to which it goes.
  fileprivate func title(of part: CrosswalkPart, in crosswalk: Ref<Crosswalk>) -> String {
    let items = site.contents.crosswalks[crosswalk].items
    let codes = part.items.map { items[$0.item].code }
    guard let first = codes.first, let last = codes.last, first != last else {
      return codes.first ?? ""
    }
    return "\(first) – \(last)"
  }

  fileprivate func link(
    to part: CrosswalkPart, of crosswalk: Ref<Crosswalk>
  ) -> Record<LinkItem> {
    linkItem(
      title(of: part, in: crosswalk),
      place.link(to: site.addresses.part(part.key, of: .crosswalk(crosswalk))))
  }
}

internal import Output
internal import Templates

/// A picture in SVG, drawn in whole units. Colours and fonts come from the style sheet, by class.
struct Drawing {
  let width: Int
  let height: Int
  private var body = ByteBuffer(reserving: 1 << 11)

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  mutating func rectangle(
    _ className: StaticString, x: Int, y: Int, width: Int, height: Int, radius: Int = 0
  ) {
    open("<rect class=\"", className)
    add(#"" x=""#, x)
    add(#"" y=""#, y)
    add(#"" width=""#, width)
    add(#"" height=""#, height)
    add(#"" rx=""#, radius)
    body.append(fixed: #""/>"#)
  }

  mutating func circle(_ className: StaticString, x: Int, y: Int, radius: Int) {
    open("<circle class=\"", className)
    add(#"" cx=""#, x)
    add(#"" cy=""#, y)
    add(#"" r=""#, radius)
    body.append(fixed: #""/>"#)
  }

  mutating func line(
    _ className: StaticString, from start: (x: Int, y: Int), to end: (x: Int, y: Int)
  ) {
    open("<line class=\"", className)
    add(#"" x1=""#, start.x)
    add(#"" y1=""#, start.y)
    add(#"" x2=""#, end.x)
    add(#"" y2=""#, end.y)
    body.append(fixed: #""/>"#)
  }

  /// Curves between two places each, level at both ends, as one shape.
  mutating func curves(_ curves: [(start: (x: Int, y: Int), end: (x: Int, y: Int))]) {
    body.append(fixed: #"<path d=""#)
    for (start, end) in curves {
      let (width, height) = (end.x - start.x, end.y - start.y)
      add("M", start.x)
      add(" ", start.y)
      if height == 0 {
        add("h", width)
      } else {
        add("c", width / 2)
        add(" 0 ", width / 2)
        add(" ", height)
        add(" ", width)
        add(" ", height)
      }
    }
    body.append(fixed: #""/>"#)
  }

  /// Boxes of one size, by their upper left corners, as one shape.
  mutating func boxes(
    _ className: StaticString, at corners: [(x: Int, y: Int)], width: Int, height: Int
  ) {
    open("<path class=\"", className)
    body.append(fixed: #"" d=""#)
    for corner in corners {
      add("M", corner.x)
      add(" ", corner.y)
      add("h", width)
      add("v", height)
      add("h-", width)
      body.append(fixed: "z")
    }
    body.append(fixed: #""/>"#)
  }

  mutating func text(_ className: StaticString? = nil, x: Int, y: Int, _ text: String) {
    body.append(fixed: "<text")
    add(className: className)
    add(#" x=""#, x)
    add(#"" y=""#, y)
    body.append(fixed: #"">"#)
    body.append(html: text)
    body.append(fixed: "</text>")
  }

  private mutating func add(className: StaticString?) {
    guard let className else { return }
    body.append(fixed: #" class=""#)
    body.append(fixed: className)
    body.append(fixed: #"""#)
  }

  /// `tag` goes up to the value of its class.
  private mutating func open(_ tag: StaticString, _ className: StaticString) {
    body.append(fixed: tag)
    body.append(fixed: className)
  }

  /// `before` is what stands between the last value and this one.
  private mutating func add(_ before: StaticString, _ value: Int) {
    body.append(fixed: before)
    body.append(decimal: value)
  }

  /// The picture with words for those who do not see it. `label` says what it shows; what it says in detail has to
  /// stand beside it as text.
  func markup(label: String, in values: PageValues) -> SafeMarkup {
    values.markup { write(label: label, to: &$0) }
  }

  /// The same into a buffer.
  func write(label: String, to buffer: inout ByteBuffer) {
    buffer.append(raw: #"<svg class="picture" viewBox="0 0 "#)
    buffer.append(decimal: width)
    buffer.append(raw: " ")
    buffer.append(decimal: height)
    buffer.append(raw: #"" role="img" aria-label=""#)
    buffer.append(html: label)
    buffer.append(raw: #"">"#)
    buffer.append(raw: body.bytes[...])
    buffer.append(raw: "</svg>")
  }
}

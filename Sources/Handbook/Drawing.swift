internal import Output
internal import Templates

/// A picture in SVG, drawn in whole units. Colours and fonts come from the style sheet, by class.
struct Drawing {
  let width: Int
  let height: Int
  private var body = ByteBuffer()

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  mutating func rectangle(
    _ className: String, x: Int, y: Int, width: Int, height: Int, radius: Int = 0
  ) {
    open("rect", className)
    add("x", x)
    add("y", y)
    add("width", width)
    add("height", height)
    add("rx", radius)
    body.append(raw: "/>")
  }

  mutating func circle(_ className: String, x: Int, y: Int, radius: Int) {
    open("circle", className)
    add("cx", x)
    add("cy", y)
    add("r", radius)
    body.append(raw: "/>")
  }

  mutating func line(_ className: String, from start: (x: Int, y: Int), to end: (x: Int, y: Int)) {
    open("line", className)
    add("x1", start.x)
    add("y1", start.y)
    add("x2", end.x)
    add("y2", end.y)
    body.append(raw: "/>")
  }

  /// A curve between two places at different heights, level at both ends.
  mutating func curve(_ className: String, from start: (x: Int, y: Int), to end: (x: Int, y: Int)) {
    let middle = (start.x + end.x) / 2
    open("path", className)
    body.append(raw: #" d="M"#)
    add((start.x, start.y))
    body.append(raw: "C")
    add((middle, start.y))
    body.append(raw: " ")
    add((middle, end.y))
    body.append(raw: " ")
    add(end)
    body.append(raw: #""/>"#)
  }

  mutating func text(_ className: String, x: Int, y: Int, _ text: String) {
    open("text", className)
    add("x", x)
    add("y", y)
    body.append(raw: ">")
    body.append(html: text)
    body.append(raw: "</text>")
  }

  private mutating func open(_ name: String, _ className: String) {
    body.append(raw: "<")
    body.append(raw: name)
    body.append(raw: #" class=""#)
    body.append(raw: className)
    body.append(raw: "\"")
  }

  private mutating func add(_ name: String, _ value: Int) {
    body.append(raw: " ")
    body.append(raw: name)
    body.append(raw: "=\"")
    body.append(decimal: value)
    body.append(raw: "\"")
  }

  private mutating func add(_ place: (x: Int, y: Int)) {
    body.append(decimal: place.x)
    body.append(raw: " ")
    body.append(decimal: place.y)
  }

  /// The picture with words for those who do not see it. `label` says what it shows; what it says in detail has to
  /// stand beside it as text.
  func markup(label: String, in values: PageValues) -> SafeMarkup {
    values.markup { buffer in
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
}

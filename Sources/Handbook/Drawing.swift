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
    element(
      "rect", className,
      [("x", x), ("y", y), ("width", width), ("height", height), ("rx", radius)])
    body.append(raw: "/>")
  }

  mutating func circle(_ className: String, x: Int, y: Int, radius: Int) {
    element("circle", className, [("cx", x), ("cy", y), ("r", radius)])
    body.append(raw: "/>")
  }

  mutating func line(_ className: String, from start: (x: Int, y: Int), to end: (x: Int, y: Int)) {
    element("line", className, [("x1", start.x), ("y1", start.y), ("x2", end.x), ("y2", end.y)])
    body.append(raw: "/>")
  }

  /// A curve between two places at different heights, level at both ends.
  mutating func curve(_ className: String, from start: (x: Int, y: Int), to end: (x: Int, y: Int)) {
    let middle = (start.x + end.x) / 2
    body.append(
      raw:
        #"<path class="\#(className)" d="M\#(start.x) \#(start.y)C\#(middle) \#(start.y) \#(middle) \#(end.y) \#(end.x) \#(end.y)"/>"#
    )
  }

  mutating func text(_ className: String, x: Int, y: Int, _ text: String) {
    element("text", className, [("x", x), ("y", y)])
    body.append(raw: ">")
    body.append(html: text)
    body.append(raw: "</text>")
  }

  private mutating func element(_ name: String, _ className: String, _ values: [(String, Int)]) {
    body.append(raw: #"<\#(name) class="\#(className)""#)
    for (name, value) in values { body.append(raw: #" \#(name)="\#(value)""#) }
  }

  /// The picture with words for those who do not see it. `label` says what it shows; what it says in detail has to
  /// stand beside it as text.
  func markup(label: String) -> SafeMarkup {
    var buffer = ByteBuffer()
    buffer.append(
      raw: #"<svg class="picture" viewBox="0 0 \#(width) \#(height)" role="img" aria-label=""#)
    buffer.append(html: label)
    buffer.append(raw: #"">"#)
    buffer.append(raw: body.bytes[...])
    buffer.append(raw: "</svg>")
    return SafeMarkup(buffer)
  }
}

internal import CLibYAML

/// Reads the events of one YAML text, one at a time, by libyaml.
///
/// It owns libyaml's parser and must have one owner, so it is not copyable. Offsets are libyaml's, in characters and not bytes.
@safe struct EventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// `source` must be valid UTF-8 and stay alive and unchanged as long as the reader.
  init(_ source: UnsafeBufferPointer<UInt8>) {
    unsafe parser = .allocate(capacity: 1)
    // It fails only when memory runs out, as Swift's own arrays do.
    let isReady = unsafe yaml_parser_initialize(parser) != 0
    precondition(isReady, "out of memory")
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, source.baseAddress, source.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  /// Passes the next event to `body`, or returns the failure that ends the text.
  mutating func next(_ body: (borrowing Event) -> Void) -> Failure? {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) != 0 else { return failure }
    unsafe body(Event(event))
    unsafe yaml_event_delete(&event)
    return nil
  }

  private var failure: Failure {
    let state = unsafe parser.pointee
    let problem = unsafe state.problem.map { unsafe String(cString: $0) }
    let context = unsafe state.context.map { unsafe String(cString: $0) }
    return unsafe Failure(
      problem: problem ?? "", context: context ?? "", offset: Int(state.problem_mark.index),
      contextOffset: context == nil ? nil : Int(state.context_mark.index))
  }

  /// The reason why libyaml stopped, in its own words, with offsets in characters.
  struct Failure {
    let problem: String
    let context: String
    let offset: Int
    let contextOffset: Int?
  }
}

/// One event of libyaml. Its bytes are in libyaml's buffer and live as long as the event.
@safe struct Event: ~Copyable {
  private let event: yaml_event_t

  init(_ event: yaml_event_t) {
    unsafe self.event = event
  }

  /// The offset in characters, not bytes, from the start of the text.
  var start: Int { unsafe Int(event.start_mark.index) }
  var end: Int { unsafe Int(event.end_mark.index) }

  var kind: Kind {
    switch unsafe event.type {
    case YAML_SCALAR_EVENT: .scalar
    case YAML_MAPPING_START_EVENT: .mappingStart
    case YAML_SEQUENCE_START_EVENT: .sequenceStart
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: .collectionEnd
    case YAML_ALIAS_EVENT: .alias
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_STREAM_END_EVENT: .streamEnd
    default: .other
    }
  }

  var hasAnchor: Bool {
    switch kind {
    case .scalar: unsafe event.data.scalar.anchor != nil
    case .mappingStart: unsafe event.data.mapping_start.anchor != nil
    case .sequenceStart: unsafe event.data.sequence_start.anchor != nil
    default: false
    }
  }

  var hasTag: Bool {
    switch kind {
    case .scalar: unsafe event.data.scalar.tag != nil
    case .mappingStart: unsafe event.data.mapping_start.tag != nil
    case .sequenceStart: unsafe event.data.sequence_start.tag != nil
    default: false
    }
  }

  var hasVersionDirective: Bool {
    kind == .documentStart
      && (unsafe event.data.document_start.version_directive != nil
        || event.data.document_start.tag_directives.start
          != event.data.document_start.tag_directives.end)
  }

  /// The length in bytes of a scalar event's value.
  var valueCount: Int { unsafe event.data.scalar.length }

  /// Whether a scalar event's value equals these bytes.
  func hasValue(_ bytes: ArraySlice<UInt8>) -> Bool {
    unsafe value.elementsEqual(bytes)
  }

  func appendValue(to bytes: inout [UInt8]) {
    unsafe bytes.append(contentsOf: value)
  }

  private var value: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: event.data.scalar.value, count: event.data.scalar.length)
  }

  var style: SyntaxTree.Style {
    switch kind {
    case .scalar:
      switch unsafe event.data.scalar.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
    case .mappingStart:
      unsafe event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block
    case .sequenceStart:
      unsafe event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block
    default: .plain
    }
  }

  enum Kind {
    case scalar
    case mappingStart
    case sequenceStart
    case collectionEnd
    case alias
    case documentStart
    case streamEnd
    case other
  }
}

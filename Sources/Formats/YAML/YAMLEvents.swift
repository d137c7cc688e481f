import CYAML
import Diagnostics

/// One step of a YAML file, as libyaml tells it, with its span in bytes.
struct YAMLEvent {
  enum Kind {
    case streamStart, streamEnd
    case documentStart(hasDirective: Bool)
    case documentEnd
    case alias
    case scalar(text: String, style: Scalar.Style)
    case sequenceStart(isFlow: Bool)
    case sequenceEnd
    case mappingStart(isFlow: Bool)
    case mappingEnd
  }

  let kind: Kind
  let span: Span
  let hasAnchor: Bool
  let hasTag: Bool
}

/// The events of one text; owns libyaml's parser.
final class YAMLEvents {
  enum Answer {
    case event(YAMLEvent)
    case fault(YAMLFault)
  }

  /// On the heap, because libyaml keeps a pointer to its own parser.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeBufferPointer<UInt8>
  private let offsets: CharacterOffsets

  /// - Returns: `nil` when there is no memory for a parser.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    offsets = CharacterOffsets(bytes)
    parser = .allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      return nil
    }
    // Named, because libyaml would otherwise guess UTF-16 from the first two bytes and not count a
    // byte order mark as a character.
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  func next() -> Answer {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { return .fault(fault()) }
    defer { yaml_event_delete(&event) }
    let span = Span(
      offsets.byteOffset(ofCharacter: event.start_mark.index),
      offsets.byteOffset(ofCharacter: event.end_mark.index)
    )
    return .event(read(event, span))
  }

  private func read(_ event: yaml_event_t, _ span: Span) -> YAMLEvent {
    let data = event.data
    var hasAnchor = false
    var hasTag = false
    let kind: YAMLEvent.Kind
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      let start = data.document_start
      kind = .documentStart(
        hasDirective: start.version_directive != nil
          || start.tag_directives.start != start.tag_directives.end
      )
    case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
    case YAML_ALIAS_EVENT: kind = .alias
    case YAML_SCALAR_EVENT:
      hasAnchor = data.scalar.anchor != nil
      hasTag = data.scalar.tag != nil
      let value = UnsafeBufferPointer(start: data.scalar.value, count: data.scalar.length)
      kind = .scalar(
        text: String(decoding: value, as: UTF8.self), style: style(of: data.scalar.style))
    case YAML_SEQUENCE_START_EVENT:
      hasAnchor = data.sequence_start.anchor != nil
      hasTag = data.sequence_start.tag != nil
      kind = .sequenceStart(isFlow: data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE)
    case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      hasAnchor = data.mapping_start.anchor != nil
      hasTag = data.mapping_start.tag != nil
      kind = .mappingStart(isFlow: data.mapping_start.style == YAML_FLOW_MAPPING_STYLE)
    case YAML_MAPPING_END_EVENT: kind = .mappingEnd
    case YAML_STREAM_START_EVENT: kind = .streamStart
    default: kind = .streamEnd  // a parser past its end answers without a type
    }
    return YAMLEvent(kind: kind, span: span, hasAnchor: hasAnchor, hasTag: hasTag)
  }

  private func style(of style: yaml_scalar_style_t) -> Scalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private func fault() -> YAMLFault {
    let parser = parser.pointee
    let isReader = parser.error == YAML_READER_ERROR
    return YAMLFault(
      problem: parser.problem.map { String(cString: $0) } ?? "",
      context: parser.context.map { String(cString: $0) } ?? "",
      offset: isReader
        ? min(parser.problem_offset, bytes.count)
        : offsets.byteOffset(ofCharacter: parser.problem_mark.index),
      contextOffset: offsets.byteOffset(ofCharacter: parser.context_mark.index),
      isControlCharacter: isReader
    )
  }
}

package import Diagnostics

/// Reads the part of YAML that Hengxing's files use: one document of text, sequences and mappings.
///
/// Anchors, aliases, tags, directives and a key written twice, which libyaml takes silently, are errors here.
package struct YAMLReader {
  /// No file of ours nests deeper than 12; the call stack is safe at this depth.
  package static let maximumDepth = 64
  /// A rubric of a thousand items has 30,000 nodes.
  package static let maximumNodeCount = 200_000

  private let source: SourceText
  private let bytes: UnsafeBufferPointer<UInt8>
  private let events: YAMLEvents
  private var nodeCount = 0
  private var diagnostics = Diagnostics()

  /// The tree of the file.
  ///
  /// - Returns: `nil` for an empty file and after a mistake that hides what follows it: the shape of the
  ///   rest would be a guess. Everything else is reported and read on.
  package static func read(_ source: SourceText, into diagnostics: inout Diagnostics) -> Node? {
    let read = source.text.utf8.withContiguousStorageIfAvailable { bytes -> (Node?, Diagnostics) in
      guard let events = YAMLEvents(bytes) else { return (nil, Diagnostics()) }
      var reader = YAMLReader(source: source, bytes: bytes, events: events)
      let node = reader.readStream()
      return (node, reader.diagnostics)
    }
    guard let (node, found) = read else { return nil }
    diagnostics.append(found)
    return node
  }

  private init(source: SourceText, bytes: UnsafeBufferPointer<UInt8>, events: YAMLEvents) {
    self.source = source
    self.bytes = bytes
    self.events = events
  }

  private func place(_ span: Span) -> Place { .text(source, span) }

  private mutating func readStream() -> Node? {
    var root: Node?
    var documentCount = 0
    while let event = next() {
      switch event.kind {
      case .streamEnd:
        if root == nil, !diagnostics.hasErrors {
          diagnostics.report(.yamlEmpty(source.path))
        }
        reportRootText(root)
        return root
      case .documentStart(let hasDirective):
        documentCount += 1
        if hasDirective { diagnostics.report(.yamlDirective(at: place(word(at: event.span)))) }
        guard documentCount == 1 else {
          diagnostics.report(.yamlSeveralDocuments(at: place(event.span)))
          return root
        }
        guard let first = next() else { return nil }
        root = readNode(first, depth: 0)
        if root == nil { return nil }
      default: break
      }
    }
    return nil
  }

  /// `标题：海宁` alone is a text to YAML; its author meant a mapping.
  private mutating func reportRootText(_ root: Node?) {
    guard case .scalar(let scalar) = root, scalar.style == .plain else { return }
    if let colon = scalar.fullWidthColon {
      diagnostics.report(.yamlFullWidthColon(at: place(colon)))
    } else if let colon = scalar.passage.text.firstIndex(of: ":") {
      let start =
        scalar.span.start + scalar.text.utf8.distance(from: scalar.text.startIndex, to: colon)
      diagnostics.report(.yamlColonWithoutSpace(at: place(Span(start, start + 1))))
    }
  }

  /// - Returns: `nil` after a fault, which is reported.
  private mutating func next() -> YAMLEvent? {
    switch events.next() {
    case .event(let event): return event
    case .fault(let fault):
      diagnostics.report(fault.diagnostic(in: source))
      return nil
    }
  }

  private mutating func readNode(_ event: YAMLEvent, depth: Int) -> Node? {
    nodeCount += 1
    guard nodeCount <= Self.maximumNodeCount else {
      diagnostics.report(.yamlTooManyNodes(Self.maximumNodeCount, at: place(event.span)))
      return nil
    }
    guard depth <= Self.maximumDepth else {
      diagnostics.report(.yamlTooDeep(Self.maximumDepth, at: place(event.span)))
      return nil
    }
    if event.hasAnchor { diagnostics.report(.yamlAnchor(at: place(word(at: event.span)))) }
    if event.hasTag { diagnostics.report(.yamlTag(at: place(word(at: event.span)))) }
    switch event.kind {
    case .scalar(let text, let style): return .scalar(scalar(text, style, event.span))
    case .sequenceStart(let isFlow): return readSequence(event, isFlow: isFlow, depth: depth)
    case .mappingStart(let isFlow): return readMapping(event, isFlow: isFlow, depth: depth)
    case .alias:
      diagnostics.report(.yamlAlias(at: place(event.span)))
      return .scalar(scalar("", .plain, Span(event.span.start, event.span.start)))
    default: return nil
    }
  }

  private mutating func readSequence(_ start: YAMLEvent, isFlow: Bool, depth: Int) -> Node? {
    var items: [Node] = []
    var span = start.span
    while let event = next() {
      if case .sequenceEnd = event.kind {
        if isFlow { span = span.joined(event.span) }
        return .sequence(NodeSequence(items: items, source: source, span: span, isFlow: isFlow))
      }
      guard let item = readNode(event, depth: depth + 1) else { return nil }
      items.append(item)
      span = span.joined(item.span)
    }
    return nil
  }

  private mutating func readMapping(_ start: YAMLEvent, isFlow: Bool, depth: Int) -> Node? {
    var entries: [NodeMapping.Entry] = []
    var firstSpans: [String: Span] = [:]
    var span = start.span
    while let event = next() {
      if case .mappingEnd = event.kind {
        if isFlow { span = span.joined(event.span) }
        return .mapping(NodeMapping(entries: entries, source: source, span: span, isFlow: isFlow))
      }
      guard let key = readNode(event, depth: depth + 1), let valueEvent = next(),
        let value = readNode(valueEvent, depth: depth + 1)
      else { return nil }
      span = span.joined(key.span).joined(value.span)
      guard case .scalar(let name) = key else {
        diagnostics.report(.yamlComplexKey(at: place(key.span)))
        continue
      }
      if isFlow { reportCommaInside(name, value) }
      if let first = firstSpans[name.text] {
        diagnostics.report(.yamlDuplicateKey(name.text, at: place(name.span), first: place(first)))
        continue
      }
      firstSpans[name.text] = name.span
      entries.append(NodeMapping.Entry(key: name, value: value))
    }
    return nil
  }

  /// `{en: A, b}`: the comma ended the value, and `b` became a key without one.
  private mutating func reportCommaInside(_ key: Scalar, _ value: Node) {
    guard let scalar = value.scalar, scalar.isAbsent else { return }
    var offset = key.span.end
    while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
    guard offset < bytes.count, bytes[offset] != 0x3A else { return }
    if key.style == .plain, let colon = key.fullWidthColon {
      diagnostics.report(.yamlFullWidthColon(at: place(colon)))
      return
    }
    diagnostics.report(.yamlCommaEndsValue(key.text, at: place(key.span)))
  }

  private func scalar(_ text: String, _ style: Scalar.Style, _ span: Span) -> Scalar {
    let span = style == .literal || style == .folded ? trimmed(span) : span
    let segments = ScalarAlignment.segments(of: text, style: style, at: span, in: bytes)
    return Scalar(
      style: style, passage: Passage(text, in: source, segments: segments), span: span)
  }

  /// libyaml lets a block scalar end where the next key begins.
  private func trimmed(_ span: Span) -> Span {
    var end = span.end
    while end > span.start, bytes[end - 1] <= 0x20 { end -= 1 }
    return Span(span.start, end)
  }

  /// An anchor or tag up to the next blank: libyaml gives the span of the whole node.
  private func word(at span: Span) -> Span {
    var end = span.start
    while end < bytes.count, bytes[end] > 0x20 { end += 1 }
    return Span(span.start, end)
  }
}

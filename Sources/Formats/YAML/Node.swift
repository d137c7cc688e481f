package import Diagnostics

/// A YAML file as written: text, sequences and mappings, each with its span.
///
/// Scalars are text whatever they look like; whoever reads a key knows what its value should be.
package enum Node: Sendable {
  case scalar(Scalar)
  case sequence(NodeSequence)
  case mapping(NodeMapping)

  package var span: Span {
    switch self {
    case .scalar(let scalar): scalar.span
    case .sequence(let sequence): sequence.span
    case .mapping(let mapping): mapping.span
    }
  }

  package var source: SourceText {
    switch self {
    case .scalar(let scalar): scalar.source
    case .sequence(let sequence): sequence.source
    case .mapping(let mapping): mapping.source
    }
  }

  package var place: Place { .text(source, span) }

  package var scalar: Scalar? {
    if case .scalar(let scalar) = self { scalar } else { nil }
  }

  package var sequence: NodeSequence? {
    if case .sequence(let sequence) = self { sequence } else { nil }
  }

  package var mapping: NodeMapping? {
    if case .mapping(let mapping) = self { mapping } else { nil }
  }
}

/// The items of a sequence, in the order of writing.
package struct NodeSequence: Sendable {
  package let items: [Node]
  package let source: SourceText
  /// From the first item, or from `[` to `]`.
  package let span: Span
  /// Written in brackets.
  package let isFlow: Bool

  package var place: Place { .text(source, span) }

  /// Other items in the same place.
  package func with(_ items: [Node]) -> NodeSequence {
    NodeSequence(items: items, source: source, span: span, isFlow: isFlow)
  }
}

/// The entries of a mapping, in the order of writing; no key stands twice.
package struct NodeMapping: Sendable {
  package struct Entry: Sendable {
    package let key: Scalar
    package let value: Node

    package init(key: Scalar, value: Node) {
      self.key = key
      self.value = value
    }
  }

  package let entries: [Entry]
  package let source: SourceText
  /// From the first key, or from `{` to `}`.
  package let span: Span
  /// Written in braces.
  package let isFlow: Bool

  package var place: Place { .text(source, span) }

  package subscript(_ key: String) -> Node? {
    entries.first { $0.key.text == key }?.value
  }

  package func entry(_ key: String) -> Entry? {
    entries.first { $0.key.text == key }
  }

  /// Other entries in the same place.
  package func with(_ entries: [Entry]) -> NodeMapping {
    NodeMapping(entries: entries, source: source, span: span, isFlow: isFlow)
  }

  /// The same with another value behind one of its keys.
  package func replacing(_ key: Scalar, by value: Node) -> NodeMapping {
    with(entries.map { $0.key.text == key.text ? Entry(key: $0.key, value: value) : $0 })
  }
}

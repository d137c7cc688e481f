/// All constructs of a language of files: the reader, the docs and the JSON Schema come from it.
package struct Vocabulary: Sendable {
  package let constructs: [Construct]
  private let byName: [String: Construct]

  package init(_ constructs: [Construct]) {
    self.constructs = constructs
    byName = Dictionary(constructs.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package subscript(_ name: String) -> Construct {
    guard let construct = byName[name] else {
      preconditionFailure("no construct is named \(name)")
    }
    return construct
  }

  package func adding(_ more: [Construct]) -> Vocabulary {
    Vocabulary(constructs + more)
  }

}

package struct Citation: Sendable {
  package let source: String
  /// Where in the source; empty where the whole of it is meant.
  package let detail: String

  package init(source: String, detail: String) {
    self.source = source
    self.detail = detail
  }
}

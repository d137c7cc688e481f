import Diagnostics

extension YAMLFault {
  /// What the author most likely wrote where libyaml stopped.
  func diagnostic(in source: SourceText, _ bytes: UnsafeBufferPointer<UInt8>) -> Diagnostic {
    .yamlSyntax(problem + " / " + context, at: .text(source, Span(offset, offset)))
  }
}

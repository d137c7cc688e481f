/// What the system refused, by its number.
package struct SystemFailure: Error, Sendable {
  package let code: Int32

  /// The last failure of the C library on this thread.
  package init() { code = errno }

  package init(code: Int32) { self.code = code }

  /// The system's own words.
  package var words: String { Self.words(of: code) }

  package static func words(of code: Int32) -> String { String(cString: strerror(code)) }
}

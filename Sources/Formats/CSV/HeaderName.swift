import Foundation

/// The name of a column as it is compared: full-width letters are half-width, blanks around are gone.
package struct HeaderName: Sendable, Hashable {
  package let text: String

  /// - Source: Unicode Standard Annex 15, form KC.
  package init(_ written: String) {
    let wide = written.precomposedStringWithCompatibilityMapping
    let scalars = wide.unicodeScalars
    guard let first = scalars.firstIndex(where: { !Self.isBlank($0) }),
      let last = scalars.lastIndex(where: { !Self.isBlank($0) })
    else {
      text = ""
      return
    }
    text = String(scalars[first...last])
  }

  /// White space, and the marks without width that spreadsheets leave behind.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
  }
}

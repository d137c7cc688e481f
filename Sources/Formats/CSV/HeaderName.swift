import NormalForms

/// The name of a column as it is compared: width, case of letters and blanks anywhere make no difference.
package struct HeaderName: Sendable, Hashable {
  package let text: String

  /// - Source: Unicode Standard Annex 15, form KC.
  package init(_ written: String) {
    if let plain = FoldedName.plain(written) {
      text = plain
      return
    }
    var text = String.UnicodeScalarView()
    for scalar in written.normalFormKC.unicodeScalars
    where !FoldedName.isUnseen(scalar) {
      text.append(Radicals.letter(of: scalar) ?? scalar)
    }
    self.text = String(text).lowercased()
  }

  /// A name for people: full-width letters are half-width, blanks around are gone, those inside stay.
  package static func shown(_ written: String) -> String {
    let scalars = written.normalFormKC.unicodeScalars
    guard let first = scalars.firstIndex(where: { !FoldedName.isUnseen($0) }),
      let last = scalars.lastIndex(where: { !FoldedName.isUnseen($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}

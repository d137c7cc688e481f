/// A4 with the margins of official documents, lengths in twentieths of a point.
///
/// - Source: GB/T 9704-2012, 5.2.1 (margins: top 37 mm, left 28 mm, type area 156 × 225 mm) and 5.2.3 (22 lines of 28 letters).
struct WordPaper {
  let isLandscape: Bool

  private static let short = 11_906
  private static let long = 16_838
  private static let top = 2_098
  private static let bottom = 1_984
  private static let left = 1_588
  private static let right = 1_474
  /// The pitch of lines, 28 points.
  private static let linePitch = 560

  /// The width of text; a page on its side is bound at what was its top.
  var textWidth: Int {
    isLandscape ? Self.long - Self.top - Self.bottom : Self.short - Self.left - Self.right
  }

  /// Head and foot stand on every page by their relationships in `WordPackage`.
  var xml: String {
    let size =
      isLandscape
      ? "<w:pgSz w:w=\"\(Self.long)\" w:h=\"\(Self.short)\" w:orient=\"landscape\"/>"
      : "<w:pgSz w:w=\"\(Self.short)\" w:h=\"\(Self.long)\"/>"
    let (top, right, bottom, left) =
      isLandscape
      ? (Self.left, Self.bottom, Self.right, Self.top)
      : (Self.top, Self.right, Self.bottom, Self.left)
    return "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/>"
      + "<w:footerReference w:type=\"default\" r:id=\"rId5\"/><w:type w:val=\"nextPage\"/>\(size)"
      + "<w:pgMar w:top=\"\(top)\" w:right=\"\(right)\" w:bottom=\"\(bottom)\" w:left=\"\(left)\""
      + " w:header=\"1134\" w:footer=\"1134\" w:gutter=\"0\"/>"
      + "<w:docGrid w:type=\"lines\" w:linePitch=\"\(Self.linePitch)\"/></w:sectPr>"
  }
}

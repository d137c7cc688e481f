/// The vocabularies that are told apart; strict and transitional workbooks name them differently.
enum XMLNamespace: UInt8 {
  case none, spreadsheet, relationship, other

  /// - Source: ECMA-376 Part 1 (strict) and Part 4 (transitional), the target namespaces of their schemas.
  init(_ uri: UnsafeBufferPointer<UInt8>) {
    switch uri.count {
    case 0: self = .none
    case 57 where uri.is("http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
      45 where uri.is("http://purl.oclc.org/ooxml/spreadsheetml/main"):
      self = .spreadsheet
    case 67 where uri.is("http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
      55 where uri.is("http://purl.oclc.org/ooxml/officeDocument/relationships"):
      self = .relationship
    default: self = .other
    }
  }
}

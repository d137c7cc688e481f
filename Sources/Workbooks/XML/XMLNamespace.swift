/// The vocabularies that are told apart; strict and transitional files name them differently.
enum XMLNamespace: UInt8 {
  case none, spreadsheet, relationship, word, other

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
    case 60 where uri.is("http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
      48 where uri.is("http://purl.oclc.org/ooxml/wordprocessingml/main"):
      self = .word
    default: self = .other
    }
  }
}

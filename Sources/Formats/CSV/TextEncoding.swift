/// How a file of evidence writes its letters as bytes.
package enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  /// Contains GBK and GB 2312, which Chinese spreadsheets write.
  case gb18030 = "GB 18030"

  /// The encoding of a name as people write it: `gbk`, `GB18030`, `utf8`.
  package init?(named name: String) {
    let letters = name.unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9") ~= $0 }
    switch String(String.UnicodeScalarView(letters)).lowercased() {
    case "utf8", "utf8bom", "utf8sig": self = .utf8
    case "gb18030", "gbk", "gb2312", "cp936", "ansi", "ascii": self = .gb18030
    default: return nil
    }
  }
}

/// What a spreadsheet writes where a formula has no value: `#N/A`, `#DIV/0!`.
package enum ErrorValue {
  /// Stands for errors that have no name here.
  package static let other = "#VALUE!"

  private static let names: Set<String> = [
    "#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!", "#CALC!", "#SPILL!",
    "#FIELD!",
    "#BLOCKED!", "#UNKNOWN!", "#CONNECT!", "#BUSY!", "#EXTERNAL!", "#PYTHON!", "#TIMEOUT!",
    "#GETTING_DATA",
  ]
  private static let longest = 13

  package static func isOne(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, first == UInt8(ascii: "#"), bytes.count <= longest else {
      return false
    }
    return names.contains(String(decoding: bytes, as: UTF8.self))
  }
}

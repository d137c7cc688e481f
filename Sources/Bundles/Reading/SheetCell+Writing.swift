import Formats
package import Workbooks

extension SheetCell {
  /// Whether the cell is written in tables of evidence letter by letter as it stands in the sheet.
  @inline(__always)
  package func isWrittenPlainly(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch kind {
    case .number: !isPercent && !isWorded && SheetNumber.isAsWritten(text)
    case .text, .boolean, .date, .dateTime, .time, .duration: true
    case .blank, .uncached, .error: false
    }
  }

  /// Appends the cell as tables of evidence write it; `shown` is what the format makes of a number that it writes words around.
  package func write(
    _ text: UnsafeBufferPointer<UInt8>, shown: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]
  ) {
    switch kind {
    case .blank: break
    case .number where isWorded:
      let number = WordedNumber.parts(shown)
      bytes +=
        number.other.map { DoubtfulNumber(exact: $0, shown: number.shown).written }
        ?? number.shown
    case .uncached: bytes += CellReader.unreckoned
    case .number where isPercent && SheetNumber.writePercent(text, to: &bytes): break
    case .number:
      let number = SheetNumber.read(text, isPercent: isPercent)
      bytes +=
        number.exact.map { DoubtfulNumber(exact: $0, shown: number.shown).written }
        ?? number.shown
    case .error where !ErrorValue.isOne(text): bytes += ErrorValue.other.utf8
    case .text, .boolean, .error, .date, .dateTime, .time, .duration: bytes += text
    }
  }
}

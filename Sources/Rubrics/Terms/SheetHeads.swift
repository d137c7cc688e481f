package import Diagnostics

/// What the columns of the printed sheet are called, as on the sheet that a rubric was translated from.
package struct SheetHeads: Sendable {
  package let number: Wording?
  /// From the outermost part to the item.
  package let levels: [Wording]
  /// `nil`: points stand in the labels.
  package let points: Wording?
  package let says: Wording?
  package let material: Wording?
  /// Columns that are left to be filled in.
  package let fill: [Wording]
}

extension SheetHeads {
  init(_ record: Record) {
    number = record.wording("number")
    levels = Self.wordings(record, "levels")
    points = record.wording("points")
    says = record.wording("says")
    material = record.wording("material")
    fill = Self.wordings(record, "fill")
  }

  private static func wordings(_ record: Record, _ key: String) -> [Wording] {
    record.list(key).compactMap { if case .wording(let wording, _) = $0 { wording } else { nil } }
  }
}

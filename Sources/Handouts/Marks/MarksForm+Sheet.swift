package import Bundles
import Diagnostics
package import Rubrics
import Values
import WorkbookWriting

extension MarksForm {
  /// What the columns of an item hold.
  package static func columns(of item: Item) -> [MarkColumn] {
    if case .given(.degree) = item.plan.quantity {
      [.band, .value, .reason]
    } else {
      [.mark, .reason]
    }
  }

  /// The columns before those of the items.
  package static let stationColumns: [MarkColumn] = [.station, .title, .recused, .recusalReason]

  func marksSheet(_ name: String, _ paper: Paper, _ items: [Item]) -> SheetDraft {
    var sheet = SheetDraft(name: name)
    sheet.isProtected = true
    sheet.isLandscape = true
    sheet.frozenRows = Self.headingRow
    sheet.frozenColumns = 2
    sheet.repeatedRows = Self.headingRow
    let rows = Self.headingRow + 1...Self.headingRow + max(1, paper.stations.count)
    setStations(paper.stations, in: &sheet, rows)
    var column = Self.stationColumns.count + 1
    for item in items {
      for (index, field) in Self.columns(of: item).enumerated() {
        sheet.set(Self.idRow, column, item.id, .remark)
        sheet.set(
          Self.titleRow, column,
          index == 0 ? "\(say(item.title))（\(item.points)）" : say(item.title), .heading)
        sheet.set(Self.headingRow, column, say(field.wording), .heading)
        if index == 0 { sheet.note(Self.titleRow, column, standard(of: item)) }
        sheet.setColumn(column, width: field == .reason ? 28 : 11)
        if let rule = rule(for: field, of: item, rows: rows, column: column) { sheet.add(rule) }
        for (offset, station) in paper.stations.enumerated() {
          let mark = given[station.id]?.marks.first { $0.item == item.id }
          sheet.set(
            rows.lowerBound + offset, column, mark.map { content(of: $0, field, item) } ?? .blank,
            .open)
        }
        column += 1
      }
    }
    return sheet
  }

  private func setStations(
    _ stations: [Station], in sheet: inout SheetDraft, _ rows: ClosedRange<Int>
  ) {
    for (index, column) in Self.stationColumns.enumerated() {
      sheet.set(Self.titleRow, index + 1, .blank, .heading)
      sheet.set(Self.headingRow, index + 1, say(column.wording), .heading)
    }
    sheet.setColumn(1, width: 14)
    sheet.setColumn(2, width: 22)
    sheet.setColumn(3, width: 8)
    sheet.setColumn(4, width: 20)
    for (offset, station) in stations.enumerated() {
      let row = rows.lowerBound + offset
      sheet.set(row, 1, station.id, .given)
      sheet.set(row, 2, station.title, .given)
      sheet.set(row, 3, .blank, .open)
      sheet.set(row, 4, .blank, .open)
    }
    sheet.add(
      EntryRule(
        rows: rows, columns: 3...3, .list([FormWording.yes, FormWording.no].map(say)),
        prompt: say(
          Wording(en: "are you tied to this subject?", zh: "与该对象有利害关系须回避的，选“是”")),
        isStrict: true))
  }

  private func rule(
    for field: MarkColumn, of item: Item, rows: ClosedRange<Int>, column: Int
  ) -> EntryRule? {
    func bounded(_ low: Number, _ high: Number) -> EntryRule {
      EntryRule(
        rows: rows, columns: column...column,
        .number(low: .reaching("\(low)"), high: .reaching("\(high)"), isWhole: false),
        prompt: "\(low)–\(high)", isStrict: true)
    }
    switch (field, item.plan.quantity) {
    case (.mark, .given(.judge(let judge))): return bounded(judge.low, judge.high)
    case (.value, .given(.degree(let degree))): return bounded(.zero, degree.scale)
    case (.band, .given(.degree(let degree))):
      return EntryRule(
        rows: rows, columns: column...column,
        .list(degree.bands.map { degree.name(of: $0, in: language) }), isStrict: true)
    default: return nil
    }
  }

  private func content(
    of mark: Mark, _ field: MarkColumn, _ item: Item
  ) -> SheetDraft.Content {
    switch field {
    case .mark: (mark.mark ?? mark.value).map { .number("\($0)") } ?? .blank
    case .value: (mark.value ?? mark.mark).map { .number("\($0)") } ?? .blank
    case .reason: mark.reason.map { .text($0) } ?? .blank
    case .band:
      if let band = mark.band, case .given(.degree(let degree)) = item.plan.quantity {
        .text(
          degree.bands.first { $0.id == band }.map { degree.name(of: $0, in: language) } ?? band)
      } else {
        .blank
      }
    case .station, .title, .recused, .recusalReason: .blank
    }
  }
}

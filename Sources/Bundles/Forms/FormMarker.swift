import Diagnostics
package import Workbooks

/// What a form says of itself in a hidden sheet: what it was made for, and what its sheets are.
package struct FormMarker: Sendable, Hashable {
  package enum Purpose: String, Sendable {
    /// The evidence about one subject.
    case bundle
    /// The marks of one assessor.
    case marks
  }

  package enum Role: String, Sendable {
    case facts, requests, table, survey, guide, marks, assessor
  }

  package struct Sheet: Sendable, Hashable {
    package let role: Role
    /// As the form called it.
    package let sheet: String
    /// The file of the table, or the id of the rubric.
    package let name: String
    /// Of the rubric that its marks are for.
    package let digest: String

    package init(_ role: Role, sheet: String, name: String = "", digest: String = "") {
      self.role = role
      self.sheet = sheet
      self.name = name
      self.digest = digest
    }
  }

  /// The name of the hidden sheet.
  package static let sheetName = "_hengxing"
  /// The name of its first cell.
  package static let cellName = "_hengxing_form"
  package static let currentVersion = "1"
  private static let greeting = "hengxing-form"

  package var version = FormMarker.currentVersion
  package var purpose: Purpose
  package var rubric: String
  package var edition: String
  /// SHA-256 of the rubric.
  package var digest: String
  package var isFictional: Bool
  package var round = ""
  package var subject = ""
  package var role = ""
  package var stage = ""
  package var assessor = ""
  package var sheets: [Sheet] = []

  package init(
    _ purpose: Purpose, rubric: String, edition: String, digest: String, isFictional: Bool
  ) {
    self.purpose = purpose
    self.rubric = rubric
    self.edition = edition
    self.digest = digest
    self.isFictional = isFictional
  }

  /// As a sheet holds it, row by row.
  package var rows: [[String]] {
    [
      [Self.greeting, version], ["purpose", purpose.rawValue], ["rubric", rubric],
      ["edition", edition], ["digest", digest], ["fictional", isFictional ? "yes 虚构" : "no"],
      ["round", round], ["subject", subject], ["role", role],
      ["stage", stage], ["assessor", assessor],
    ] + sheets.map { [$0.role.rawValue, $0.sheet, $0.name, $0.digest] }
  }

  /// - Returns: `nil` where the rows are no such sheet's.
  package init?(rows: [[String]]) {
    guard let first = rows.first, first.first == Self.greeting, first.count > 1 else { return nil }
    var said: [String: String] = [:]
    var sheets: [Sheet] = []
    for row in rows.dropFirst() {
      guard let key = row.first else { continue }
      func cell(_ index: Int) -> String { row.indices.contains(index) ? row[index] : "" }
      if let role = Role(rawValue: key), said["assessor"] != nil {
        sheets.append(Sheet(role, sheet: cell(1), name: cell(2), digest: cell(3)))
      } else if said[key] == nil {
        said[key] = cell(1)
      }
    }
    guard let purpose = said["purpose"].flatMap(Purpose.init) else { return nil }
    self.init(
      purpose, rubric: said["rubric"] ?? "", edition: said["edition"] ?? "",
      digest: said["digest"] ?? "", isFictional: said["fictional"]?.hasPrefix("yes") == true)
    version = first[1]
    round = said["round"] ?? ""
    subject = said["subject"] ?? ""
    role = said["role"] ?? ""
    stage = said["stage"] ?? ""
    assessor = said["assessor"] ?? ""
    self.sheets = sheets
  }

  /// What a workbook says of itself; `nil` where it is no form.
  package init?(of workbook: Workbook) {
    var unheard = Diagnostics()
    guard let sheet = workbook.sheets.first(where: { $0.name == Self.sheetName }) else {
      return nil
    }
    self.init(rows: SheetGrid(sheet, of: workbook, into: &unheard).texts)
  }

  package func sheet(_ role: Role, name: String? = nil) -> Sheet? {
    sheets.first { $0.role == role && (name == nil || $0.name == name) }
  }
}

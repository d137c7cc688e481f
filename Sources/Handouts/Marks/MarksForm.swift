package import Bundles
package import Diagnostics
import Formats
package import Rubrics
import Values
package import WorkbookWriting

/// A workbook for the marks of one assessor in one role: a sheet for each rubric, stations by items.
package struct MarksForm {
  package struct Station: Sendable {
    package let id: String
    package let title: String

    package init(id: String, title: String) {
      self.id = id
      self.title = title
    }
  }

  /// The stations that one rubric evaluates.
  package struct Paper: Sendable {
    package let rubric: Rubric
    package let stations: [Station]

    package init(_ rubric: Rubric, _ stations: [Station]) {
      self.rubric = rubric
      self.stations = stations
    }
  }

  package struct Face: Sendable {
    package let assessor: String
    package let role: String
    package let stage: String?
    package let round: String
    package let isFictional: Bool

    package init(
      assessor: String, role: String, stage: String?, round: String, isFictional: Bool
    ) {
      self.assessor = assessor
      self.role = role
      self.stage = stage
      self.round = round
      self.isFictional = isFictional
    }
  }

  /// Of a sheet: ids of items, their titles, what each column holds.
  package static let idRow = 1
  package static let titleRow = 2
  package static let headingRow = 3

  let papers: [Paper]
  let face: Face
  let language: Language
  /// Judgements that are written into it already, by station.
  let given: [String: Judgement]

  package init(
    _ papers: [Paper], for face: Face, language: Language, given: [String: Judgement] = [:]
  ) {
    self.papers = papers
    self.face = face
    self.language = language
    self.given = given
  }

  package var workbook: WorkbookDraft {
    let first = papers.first?.rubric
    var workbook = WorkbookDraft(title: face.assessor)
    var marker = FormMarker(
      .marks, rubric: papers.map(\.rubric.id).joined(separator: ","),
      edition: first?.edition ?? "",
      digest: papers.map(\.rubric.digest).joined(separator: ","), isFictional: face.isFictional)
    marker.round = face.round
    marker.role = face.role
    marker.stage = face.stage ?? ""
    marker.assessor = face.assessor
    for paper in papers {
      let items = paper.rubric.items(markedBy: face.role, at: face.stage)
      let name =
        papers.count == 1
        ? say(FormWording.marksSheet)
        : "\(say(FormWording.marksSheet)) \(paper.rubric.title.text(in: language))"
      let sheet = workbook.add(marksSheet(name, paper, items))
      marker.sheets.append(
        .init(.marks, sheet: sheet, name: paper.rubric.id, digest: paper.rubric.digest))
    }
    marker.sheets.append(.init(.assessor, sheet: workbook.add(assessorSheet)))
    marker.sheets.append(.init(.guide, sheet: workbook.add(guideSheet)))
    var hidden = SheetDraft(name: FormMarker.sheetName)
    hidden.isHidden = true
    hidden.isProtected = true
    for (row, cells) in marker.rows.enumerated() {
      for (column, text) in cells.enumerated() { hidden.set(row + 1, column + 1, text) }
    }
    let sheet = workbook.add(hidden)
    workbook.define(FormMarker.cellName, sheet: sheet, row: 1, column: 1)
    return workbook
  }

  func say(_ wording: Wording) -> String { wording.text(in: language) }

  private var assessorSheet: SheetDraft {
    var sheet = SheetDraft(name: say(FormWording.assessorSheet))
    sheet.isProtected = true
    sheet.setColumn(1, width: 22)
    sheet.setColumn(2, width: 30)
    for line in AssessorLine.allCases {
      sheet.set(line.rawValue, 1, say(line.wording), .given)
      switch line {
      case .name: sheet.set(line.rawValue, 2, face.assessor, .given)
      case .role: sheet.set(line.rawValue, 2, face.role, .given)
      case .stage: sheet.set(line.rawValue, 2, face.stage ?? "", .given)
      case .date:
        sheet.set(
          line.rawValue, 2, BundleForm.day(given.values.compactMap(\.date).first), .openDate)
        sheet.add(EntryRule(rows: line.rawValue...line.rawValue, columns: 2...2, .date))
      }
    }
    return sheet
  }

  private var guideSheet: SheetDraft {
    var sheet = SheetDraft(name: say(FormWording.guideSheet))
    sheet.isProtected = true
    sheet.setColumn(1, width: 100)
    var row = 1
    if face.isFictional {
      sheet.set(row, 1, say(Wording(en: "A fictional sample", zh: "虚构示例")), .remark)
      row += 1
    }
    for (number, sentence) in Self.sentences.enumerated() {
      sheet.set(row, 1, "\(number + 1). \(say(sentence))")
      row += 1
    }
    for paper in papers {
      row += 1
      sheet.set(row, 1, say(paper.rubric.title), .title)
      row += 1
      for item in paper.rubric.items(markedBy: face.role, at: face.stage) {
        sheet.set(row, 1, [say(item.title)].joined() + "：" + standard(of: item), .given)
        row += 1
      }
    }
    return sheet
  }

  private static let sentences = [
    Wording(
      en: "One row a subject, one group of columns an item. Fill in the yellow cells.",
      zh: "一行一个评估对象，一组栏目对应一个指标。只填黄色的格子。"),
    Wording(
      en: "An empty cell means that you have not marked yet. It is never counted as zero.",
      zh: "空着表示还没有评，不会当作零分。"),
    Wording(
      en:
        "Where you are tied to a subject, choose `yes` under “Recused”, say why, and give it no marks.",
      zh: "与评估对象有利害关系的，请在“回避”选“是”、写明事由，并且不给它评分。"),
    Wording(
      en: "Give a reason for each mark that asks for one: what you saw, and where.",
      zh: "要求写理由的评分，请写明看到了什么、在哪里看到。"),
    Wording(
      en:
        "Fill in the date on the sheet of the assessor, and send the workbook back under its name.",
      zh: "请在“评委”表里填评分日期，文件名不要改。"),
  ]

  /// What an item asks for, and what its scale means.
  func standard(of item: Item) -> String {
    var parts = [say(item.says)]
    switch item.plan.quantity {
    case .given(.judge(let judge)):
      parts.append(
        say(Wording(en: "scale ", zh: "量表 ")) + "\(judge.low)–\(judge.high)"
          + (judge.step.map { say(Wording(en: ", in steps of ", zh: "，每档 ")) + "\($0)" } ?? ""))
      parts += judge.bands.map {
        say(Wording(en: "from \($0.atLeast): ", zh: "\($0.atLeast) 起：")) + say($0.says)
      }
    case .given(.degree(let degree)):
      parts.append(
        degree.bands.map {
          ($0.title.map(say) ?? $0.id) + say(Wording(en: " from ", zh: " ≥ ")) + "\($0.atLeast)"
        }.joined(separator: say(Wording(en: ", ", zh: "，"))))
    default: break
    }
    return parts.filter { !$0.isEmpty }.joined(separator: say(Wording(en: "; ", zh: "；")))
  }
}

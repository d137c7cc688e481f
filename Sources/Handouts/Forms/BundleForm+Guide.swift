import Bundles
import Diagnostics
import Rubrics
import WorkbookWriting

extension BundleForm {
  /// How to fill it in, and every column that is asked for, in one place to print.
  func guideSheet(tables: [String]) -> SheetDraft {
    var sheet = SheetDraft(name: say(FormWording.guideSheet))
    sheet.isProtected = true
    sheet.setColumn(1, width: 24)
    sheet.setColumn(2, width: 22)
    sheet.setColumn(3, width: 10)
    sheet.setColumn(4, width: 64)
    var row = 1
    for rubric in content.rubrics {
      sheet.set(row, 1, say(rubric.title), .title)
      row += 1
    }
    if face.isFictional || content.rubrics.contains(where: { $0.isFictional }) {
      sheet.set(row, 1, say("A fictional sample", "虚构示例"), .remark)
      row += 1
    }
    for (number, sentence) in sentences.enumerated() {
      sheet.set(row, 1, "\(number + 1). \(say(sentence))")
      row += 1
    }
    row += 1
    let heads = [
      say("Sheet", "工作表"), say("Column", "栏目"), say(FactColumn.unit.wording),
      say(FactColumn.remark.wording),
    ]
    for (index, head) in heads.enumerated() { sheet.set(row, index + 1, head, .heading) }
    row += 1
    for fact in content.facts {
      set(fact.declaration, of: say(FormWording.factSheet), in: &sheet, &row)
    }
    for (name, table) in zip(tables, content.tables) {
      for column in table.declaration.columns { set(column, of: name, in: &sheet, &row) }
    }
    return sheet
  }

  private func set(
    _ declaration: Declaration, of name: String, in sheet: inout SheetDraft, _ row: inout Int
  ) {
    sheet.set(row, 1, name, .given)
    sheet.set(row, 2, declaration.fileName, .given)
    sheet.set(row, 3, declaration.unitText(in: language), .given)
    sheet.set(row, 4, declaration.demand(in: language), .given)
    row += 1
  }

  private var sentences: [Wording] {
    [
      Wording(
        en: "Fill in the yellow cells. Grey and blue cells are locked: they say what is asked for.",
        zh: "只填黄色的格子；灰色、蓝色的格子是要求，已锁定。"),
      Wording(
        en: "An empty cell means that nobody knows yet. It is never counted as zero.",
        zh: "空着的格子表示还不知道，不会当作零。"),
      Wording(
        en:
          "A sheet without rows is not handed in. Where there is nothing to write, choose “there is none” in the request list.",
        zh: "一行都没有填的表，算没有交；确实没有可填的，请在“材料清单”的“已交”里选“没有”。"),
      Wording(
        en: "One record a row, below the head; no totals, no titles, no merged cells.",
        zh: "一行一条记录，从表头下面填起；不要合计行，不要另加标题，不要合并单元格。"),
      Wording(
        en: "Do not rename sheets or columns, and do not move them.",
        zh: "不要改工作表和栏目的名称，也不要调换位置。"),
      Wording(
        en:
          "Send documents as files beside this workbook, and write the name of each into the request list.",
        zh: "材料以文件形式随本工作簿一起交来，并在“材料清单”里写上每个文件的名称；同一种材料有几份的，在清单下面另起一行。"),
      Wording(
        en: "Numbers without their unit: the unit stands beside them.",
        zh: "数字后面不写单位，单位已在旁边注明。"),
    ]
  }
}

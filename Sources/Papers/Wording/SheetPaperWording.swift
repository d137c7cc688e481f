import Diagnostics

/// What the sheet to sign says beside the words of its rubric.
enum SheetPaperWording {
  /// The name of the sheet in a workbook.
  static let page = Wording(en: "Score sheet", zh: "评分表")

  /// Whether a head is of points that somebody enters.
  static func isOfMarks(_ head: String) -> Bool {
    head.lowercased().contains("score") || head.hasSuffix("分") || head.hasSuffix("得分")
  }

  static let number = Wording(en: "No.", zh: "序号")
  static let levels = [
    Wording(en: "Part", zh: "项目"), Wording(en: "Section", zh: "类别"), Wording(en: "Item", zh: "指标"),
  ]
  static let points = Wording(en: "Points", zh: "分值")
  static let says = Wording(en: "Standard", zh: "评分标准")
  static let material = Wording(en: "Material", zh: "所需材料")
  static let fill = [Wording(en: "Score", zh: "得分"), Wording(en: "Remarks", zh: "备注")]
  static let subject = Wording(
    en: "Evaluated: ______________    Date: ______________",
    zh: "被评估单位：______________    评估日期：______________")
  static let total = Wording(en: "Total", zh: "合计")
  static let signatures = Wording(
    en: "Assessors (signed): ______________    Evaluated party (signed): ______________",
    zh: "评估人签字：______________    被评估单位签字：______________")

  static func sum(_ points: String) -> Wording {
    Wording(en: "\(points) points", zh: "\(points) 分")
  }

  static func label(_ title: String, _ points: String) -> Wording {
    Wording(en: "\(title) (\(points))", zh: "\(title)（\(points)分）")
  }

  static func named(_ name: String, _ says: String) -> Wording {
    Wording(en: "\(name): \(says)", zh: "\(name)：\(says)")
  }

  static func unconfirmed(_ count: Int) -> Wording {
    Wording(en: "\(count) questions open", zh: "\(count) 处待确认")
  }
}

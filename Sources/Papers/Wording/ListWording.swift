/// What the score sheet and the list of materials say.
enum ListWording {
  static let sheet = "评分表"
  static let materials = "佐证材料清单"

  static func head(_ subject: String, _ period: String, _ asOf: String) -> String {
    ["被评估方：\(subject)", period.isEmpty ? "" : "评估期：\(period)", asOf.isEmpty ? "" : "材料截止日：\(asOf)"]
      .filter { !$0.isEmpty }.joined(separator: "　　")
  }
  static let sheetColumns = ["序号", "部分", "指标", "评分标准", "分值", "得分", "扣分原因"]
  static let sheetSignatures = "评估人签字：______________　　复核人签字：______________　　被评估方签字：______________"
  static let sheetDates = "日期：　　　　年　　月　　日"
  static let materialSignatures = "提交人签字：______________　　接收人签字：______________　　日期：　　　　年　　月　　日"
}

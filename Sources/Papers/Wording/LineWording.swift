import Reports

/// Losses that stand with somebody else.
enum ChargeWording {
  static func sentence(_ item: String, party: String, _ says: String, isOpen: Bool) -> String {
    let state = isOpen ? "是否免责待定" : "已免责"
    return "“\(item)”\(state)，责任方：\(party)。\(says)"
  }
}

/// What kinds of files there are.
enum FileWording {
  static let document = "文件"

  static func kind(_ kind: Report.FileLine.Kind, _ rows: Int?) -> String {
    let name =
      switch kind {
      case .table: "数据表"
      case .document: document
      case .judgement: "评审意见"
      case .survey: "问卷"
      case .other: "其他"
      }
    return rows.map { "\(name)（\($0) 行）" } ?? name
  }
}

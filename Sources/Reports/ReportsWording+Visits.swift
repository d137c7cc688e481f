import Diagnostics

/// Visits, faults and advice, as reports say them.
extension ReportsWording {
  static let visits = Wording(en: "Visits", zh: "走访记录")
  static let visit = Wording(en: "Visit", zh: "走访")
  static let found = Wording(en: "Found", zh: "指出的问题")
  static let becameOfIt = Wording(en: "What became of it", zh: "整改情况")
  static let nothingFound = Wording(en: "nothing found", zh: "没有指出问题")
  static let panelAdvice = Wording(en: "Advice of the assessors", zh: "评审方的建议")

  static func state(_ fault: Report.FaultLine) -> Wording {
    switch fault.state {
    case .unchecked: Wording(en: "nobody has looked again", zh: "尚未回看")
    case .done: Wording(en: "put right", zh: "已整改")
    case .partly: Wording(en: "put right in part", zh: "部分整改")
    case .notDone: Wording(en: "not put right", zh: "未整改")
    case .open: Wording(en: "two visits say different things", zh: "两次走访说法不一")
    }
  }

  static func due(_ day: String) -> Wording {
    Wording(en: "due \(day)", zh: "期限 \(day)")
  }

  static func checked(_ day: String) -> Wording {
    Wording(en: "looked at on \(day)", zh: "\(day) 回看")
  }

  /// `12 visits, 5 faults found, 4 put right`.
  static func visits(_ lines: [Report.VisitLine]) -> Wording {
    let faults = lines.flatMap(\.faults)
    let done = faults.count { $0.state == .done }
    return Wording(
      en: "\(lines.count) visits, \(faults.count) faults found, \(done) put right",
      zh: "走访 \(lines.count) 次，指出问题 \(faults.count) 个，已整改 \(done) 个")
  }

  static func advised(_ to: String?) -> Wording {
    guard let to else { return Wording(en: "to the subject", zh: "致本对象") }
    let role = FeedbackWording.role(to)
    return Wording(en: "to \(role.en)", zh: "致\(role.zh)")
  }
}

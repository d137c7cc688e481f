import Diagnostics

/// What papers say in common; they are Chinese, as the offices are that they go to.
enum PapersWording {
  static let draft = "未定稿"
  static let fictional = "虚构示例"
  static let none = "—"
  static let nothing = "无"
  static let moneyUnknown = "待定（尚不能计算）"

  static func day(_ year: Int, _ month: Int, _ day: Int) -> String { "\(year)年\(month)月\(day)日" }
  static func fromTo(_ first: String, _ last: String) -> String { "\(first)至\(last)" }
  static func open(_ bounds: String) -> String { "\(bounds)（待定）" }
  static func bounds(_ low: String, _ high: String) -> String { "\(low) – \(high)" }
  static func numbered(_ number: Int, _ sentence: String) -> String { "\(number). \(sentence)" }
  static func tenThousands(_ number: String) -> String { "\(number) 万元" }
  static func yuan(_ number: String) -> String { "\(number) 元" }
  static func change(_ before: String, _ after: String) -> String { "\(before) → \(after)" }
  static func draftTitle(_ title: String) -> String { "\(title)（\(draft)）" }
  static func book(_ title: String, _ edition: String) -> String { "《\(title)》（\(edition) 版）" }

  // Why a result may not be certified.
  static let doubtSelf = Wording(en: "it is a self-assessment", zh: "属于自评，尚未经评估机构评定")
  static let doubtAdmission = Wording(en: "it may not be evaluated", zh: "是否予以评定未定")
  static let doubtScore = Wording(en: "the score is an interval", zh: "得分仍为区间")
  static let doubtGrade = Wording(en: "the grade is open", zh: "等级未定")
  static let doubtQuestions = Wording(en: "something is not decided", zh: "有事项尚无定论")
  static let doubtOpen = Wording(en: "the result is open", zh: "结果未定")
  static let doubtRejected = Wording(en: "the evidence was rejected", zh: "材料已退回，未予计分")
  static let doubtNotHandedIn = Wording(en: "nothing is handed in yet", zh: "材料未交")
  static let doubtNotEvaluated = Wording(en: "it is not evaluated", zh: "本期不予评定")

  // What an item came to.
  static func notCertain(_ reason: String) -> String { "待定：\(reason)" }
  static func byRule(_ rule: String) -> String { "未得满分，规则为：\(rule)" }

  // Lines that people fill in.
  static let agencySeal = "评估机构（盖章）："
  static let clientSeal = "委托单位（盖章）："
  static let subjectSeal = "被评估方（盖章）："
  static let signedBy = "签字："
  static let dateLine = "　　　　年　　月　　日"
  static func addressee(_ title: String) -> String { "\(title)：" }

  /// The roles that rubrics usually name.
  private static let roles = [
    "town": "镇（街道）", "bureau": "主管部门", "operator": "承接机构", "evaluator": "评估机构",
    "supervisor": "督导方", "station": "社工站", "county": "县（市、区）", "city": "市级部门",
    "community": "社区（村）", "finance": "财政部门",
  ]
  static func role(_ id: String) -> String { roles[id] ?? "“\(id)”" }

  static func name(of responsible: Missing.Responsible) -> String {
    switch responsible {
    case .subject: "被评估方"
    case .assessors: "评委"
    case .party(let role): self.role(role)
    case .inquiry: "有关部门"
    case .round: "本轮其他对象"
    }
  }

  static func responsible(_ responsible: Missing.Responsible) -> String {
    switch responsible {
    case .subject: "请被评估方补齐"
    case .assessors: "请评委补齐"
    case .party(let role): "请\(self.role(role))提供"
    case .inquiry: "待有关部门认定"
    case .round: "待本轮其他对象的结果"
    }
  }

}

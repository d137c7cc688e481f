import Diagnostics

/// The words of pages, sorted by name.
enum PageWording {
  static let action = Wording(en: "Decision", zh: "决定")
  static let annex = Wording(en: "Annex: how every item came out", zh: "附件：逐项计算过程")
  static let annexNote = Wording(
    en: "Open to see the rows, marks and rules behind every number.", zh: "展开可见每个数字背后的规则、数据行和评分。")
  static let backToRound = Wording(en: "← the round", zh: "← 本轮总览")
  static let basis = Wording(en: "Rule", zh: "依据")
  static let contractHolder = Wording(en: "Contractor", zh: "承接机构")
  static let contractUntil = Wording(en: "Contract until", zh: "合同至")
  static let decisionLine = Wording(en: "Decision", zh: "决定")
  static let departs = Wording(
    en: "Where it departs from the recommendation: the reason", zh: "与建议不一致的，写明理由")
  static let findings = Wording(en: "Findings", zh: "问题认定")
  static let fires = Wording(en: "In force", zh: "触发")
  static let gains = Wording(en: "Three things worth the most", zh: "最值的三件事")
  static let history = Wording(en: "Earlier results", zh: "历次结果")
  static let lastYear = Wording(en: "last time", zh: "上期")
  static let missingClosed = Wording(
    en: "Still missing when the file was closed; counted as the rubric says.",
    zh: "截止时仍缺的，已按细则的约定计分。")
  static let objections = Wording(en: "Objections", zh: "异议")
  static let objectionsNote = Wording(
    en: "Name the number of the item in the score table, and hand in what shows otherwise.",
    zh: "请写明评分表中的指标序号，并附上依据。")
  static let objectionsOpen = Wording(
    en: "Until when and to whom to object is not given by this round.", zh: "本轮未写明异议的期限和受理单位。")
  static let page = Wording(en: "Sheet", zh: "页")
  static let reason = Wording(en: "Why points were lost", zh: "扣分原因")
  static let signature = Wording(en: "Signature", zh: "签字")
  static let skip = Wording(en: "Skip to the page", zh: "跳到正文")
  static let stake = Wording(en: "Points at stake", zh: "涉及分值")
  static let verdict = Wording(en: "Result", zh: "结论")
  static let ways = Wording(en: "Ways", zh: "导航")

  static func responsible(_ responsible: Report.Responsible, _ party: String?) -> Wording {
    switch responsible {
    case .subject: Wording(en: "For the evaluated party", zh: "请被评估方补齐")
    case .assessors: Wording(en: "For the assessors", zh: "请评委补齐")
    case .party:
      party.map(RoleWording.role).map { Wording(en: "For: \($0.en)", zh: "请\($0.zh)提供") }
        ?? Wording(en: "For another party", zh: "请其他相关方提供")
    case .inquiry: Wording(en: "For those who inquire", zh: "待有关部门认定")
    case .round: Wording(en: "Waits for others of the round", zh: "待本轮其他对象的结果")
    }
  }

  static func stake(_ points: String) -> Wording {
    Wording(en: "\(points) points", zh: "\(points) 分")
  }

  static func given(by role: Wording) -> Wording {
    Wording(en: "given by: \(role.en)", zh: "由\(role.zh)提供")
  }

  static func gain(_ points: String) -> Wording {
    Wording(en: "+\(points)", zh: "+\(points) 分")
  }

  static func gainsLead(to grade: Wording, _ count: Int) -> Wording {
    Wording(
      en: count == 1
        ? "The first alone would give “\(grade.en)”."
        : "The first \(count) together would give “\(grade.en)”.",
      zh: count == 1 ? "做到第一项即为“\(grade.zh)”。" : "前 \(count) 项都做到即为“\(grade.zh)”。")
  }

  // MARK: the verdict in sentences

  static func total(_ score: String, isOpen: Bool, of most: String?, bonus: String?) -> Wording {
    let parts = [
      most.map { Wording(en: "of \($0)", zh: "满分 \($0)") },
      bonus.map { Wording(en: "with a bonus of \($0)", zh: "含加分 \($0)") },
    ].compactMap(\.self)
    let en = parts.isEmpty ? "" : " (\(parts.map(\.en).joined(separator: ", ")))"
    let zh = parts.isEmpty ? "" : "（\(parts.map(\.zh).joined(separator: "，"))）"
    return isOpen
      ? Wording(en: "The total lies between \(score)\(en)", zh: "总分待定，在 \(score) 之间\(zh)")
      : Wording(en: "The total is \(score)\(en)", zh: "总分 \(score) 分\(zh)")
  }

  static func grade(_ grade: Wording) -> Wording {
    Wording(en: "the grade is “\(grade.en)”", zh: "等级为“\(grade.zh)”")
  }

  static func grades(_ worst: Wording, _ best: Wording) -> Wording {
    Wording(
      en: "at least “\(worst.en)”, at most “\(best.en)”", zh: "至少为“\(worst.zh)”，最高可到“\(best.zh)”")
  }

  static func distance(to grade: Wording, _ points: String) -> Wording {
    Wording(en: "\(points) short of “\(grade.en)”", zh: "距“\(grade.zh)”还差 \(points) 分")
  }

  static func last(_ score: String?, _ grade: Wording?, _ period: String?) -> Wording {
    let what = [score.map { Wording(en: $0, zh: "\($0) 分") }, grade].compactMap(\.self)
    let when = period.map { Wording(en: " (\($0))", zh: "（\($0)）") } ?? Wording("")
    return Wording(
      en: "Last time\(when.en): \(what.map(\.en).joined(separator: ", "))",
      zh: "上期\(when.zh)：\(what.map(\.zh).joined(separator: "，"))")
  }

  static func place(_ place: Int, _ among: Int, mean: String?) -> Wording {
    let mean = mean.map { Wording(en: "; the mean is \($0)", zh: "，平均 \($0) 分") } ?? Wording("")
    return Wording(
      en: "Place \(place) of \(among) in the round\(mean.en)",
      zh: "本轮第 \(place) 名（共 \(among) 个）\(mean.zh)")
  }

  static func finding(_ line: Report.FindingLine, day: String?) -> Wording {
    let from = [line.by, day, line.citation].compactMap(\.self)
    let en = from.isEmpty ? "" : " (\(from.joined(separator: ", ")))"
    let zh = from.isEmpty ? "" : "（\(from.joined(separator: "，"))）"
    return switch line.state {
    case .confirmed: Wording(en: "Confirmed: \(line.title.en)\(en)", zh: "查实：\(line.title.zh)\(zh)")
    case .alleged:
      Wording(
        en: "Alleged, not confirmed: \(line.title.en)\(en)", zh: "有反映，未查实：\(line.title.zh)\(zh)")
    case .dismissed:
      Wording(en: "Dismissed: \(line.title.en)\(en)", zh: "已排除：\(line.title.zh)\(zh)")
    }
  }

  static func objections(_ face: Report.ObjectionFace, day: String?) -> Wording {
    var en: [String] = []
    var zh: [String] = []
    if let day {
      en.append("until \(day)")
      zh.append("\(day)前（含当日）")
    }
    if let to = face.to {
      en.append("to \(to.en)")
      zh.append("向\(to.zh)提出")
    }
    if let form = face.form {
      en.append("by: \(form.en)")
      zh.append("方式：\(form.zh)")
    }
    return Wording(
      en: "Objections are taken " + en.joined(separator: ", ") + ".",
      zh: "对结果有异议的，请于" + zh.joined(separator: "，") + "。")
  }
}

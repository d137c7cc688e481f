import Diagnostics
import Rubrics
import Scoring
import Values

extension ReportsWording {
  static let bonus = Wording(en: "Bonus", zh: "加分")
  static let decisionTable = Wording(en: "decision table", zh: "决策表")
  static let deductions = Wording(en: "Deductions", zh: "扣分")
  static let figure = Wording(en: "looked at", zh: "看")
  static let noGrade = Wording(en: "no grade", zh: "无等级")
  static let rows = Wording(en: "rows", zh: "数据行")

  static func leftOut(_ lines: String) -> Wording {
    Wording(en: "(no records: \(lines))", zh: "（第 \(lines) 行不是记录，未计入）")
  }

  static func by(_ date: String, _ says: Wording) -> Wording {
    Wording(en: "\(says.en) (by \(date))", zh: "\(says.zh)（\(date) 前）")
  }

  static func perhaps(_ says: Wording) -> Wording {
    Wording(en: "not yet certain: \(says.en)", zh: "尚未确定：\(says.zh)")
  }

  static func stars(_ stars: Int) -> Wording {
    Wording(en: stars == 1 ? "1 star" : "\(stars) stars", zh: "\(stars) 星")
  }

  static func origin(_ origin: Origin) -> Wording {
    switch origin {
    case .bundle: Wording(en: "bundle", zh: "本对象的证据包")
    case .round: Wording(en: "round", zh: "本轮评估文件")
    case .reference: Wording(en: "reference", zh: "参考数据")
    case .subject: Wording(en: "round or bundle", zh: "本轮评估文件或证据包")
    case .party(let party): Wording(en: "given by `\(party)`", zh: "由 `\(party)` 提供")
    case .result(let taken): result(taken)
    }
  }

  private static func result(_ taken: TakenResult) -> Wording {
    switch taken.giver {
    case .history: Wording(en: "an earlier result", zh: "历史结果")
    case .round(nil): Wording(en: "a result of this round", zh: "本轮评估结果")
    case .round(let role?):
      Wording(en: "a result of `\(role)` in this round", zh: "`\(role)` 的本轮评估结果")
    }
  }

  static func step(_ kind: EvaluationStep.Kind) -> Wording {
    switch kind {
    case .admission: Wording(en: "Admission", zh: "参评条件")
    case .findings: Wording(en: "Findings", zh: "问题认定")
    case .items: Wording(en: "Items", zh: "各项指标")
    case .excuses: Wording(en: "Excuses", zh: "免责")
    case .sections: Wording(en: "Sections", zh: "各部分")
    case .bonus: Wording(en: "Bonus", zh: "加分")
    case .deductions: Wording(en: "Deductions", zh: "扣分")
    case .total: Wording(en: "Total", zh: "总分")
    case .rounding: Wording(en: "Rounding", zh: "舍入")
    case .band: Wording(en: "Grade by score", zh: "按分定级")
    case .floors: Wording(en: "Floors", zh: "分项底线")
    case .movement: Wording(en: "Movement", zh: "等级升降")
    case .caps: Wording(en: "Caps", zh: "等级上限")
    case .downgrades: Wording(en: "Downgrades", zh: "降级")
    case .vetoes: Wording(en: "Vetoes", zh: "一票否决")
    }
  }

  /// The condition of a grade as words.
  static func condition(of grade: Grade, in rubric: Rubric) -> Wording {
    if let says = grade.says { return says }
    var en: [String] = []
    var zh: [String] = []
    if let threshold = grade.threshold {
      let isFloor = if case .ladder(.atMost) = rubric.grades.rule { false } else { true }
      en.append(isFloor ? "\(threshold) or more" : "\(threshold) or less")
      zh.append(isFloor ? "\(threshold) 分及以上" : "\(threshold) 分及以下")
    } else if case .ladder = rubric.grades.rule {
      en.append("otherwise")
      zh.append("其余")
    }
    if let every = grade.everySection.flatMap({ percent($0) }) {
      en.append("every section at least \(every)")
      zh.append("各部分得分率不低于 \(every)")
    }
    for floor in grade.sectionFloors {
      guard let share = percent(floor.share) else { continue }
      en.append("`\(floor.section)` at least \(share)")
      zh.append("`\(floor.section)` 得分率不低于 \(share)")
    }
    return Wording(en: en.joined(separator: ", "), zh: zh.joined(separator: "，"))
  }

  private static func percent(_ share: Number) -> String? {
    share.multiplied(by: Number(100)).map { "\($0)%" }
  }

  /// What became of an item, in one sentence.
  static func sentence(
    for result: ItemResult, earned: Report.Amount?, in rubric: Rubric
  ) -> Wording {
    let of = result.item.points
    let first = result.missing.first.map { missing($0, in: rubric) }
    let because = first.map { Wording(en: ": \($0.en)", zh: "：\($0.zh)") } ?? Wording("")
    switch result.outcome {
    case .notApplicable(.drop):
      return Wording(en: "does not apply; its points leave the sum", zh: "不适用，分值不计入")
    case .notApplicable(.full): return Wording(en: "does not apply; full marks", zh: "不适用，按满分计")
    case .notApplicable(.block):
      return Wording(en: "does not apply; the result waits for it", zh: "不适用，结果暂缓")
    case .notApplicable(.cohortMean):
      return Wording(
        en: "does not apply; \(earned?.text ?? "?") of \(of), the mean of its cohort",
        zh: "不适用，按同组平均计 \(earned?.text ?? "?") 分（满分 \(of)）")
    case .void:
      return Wording(en: "0 of \(of): void by a confirmed finding", zh: "0 分（满分 \(of)）：经认定作废")
    case .closed(.zero):
      return Wording(
        en: "0 of \(of)\(because.en)", zh: "0 分（满分 \(of)）\(because.zh)"
      )
    case .closed(.proved):
      return Wording(
        en: "\(earned?.text ?? "?") of \(of) is beyond doubt\(because.en)",
        zh: "能确定的 \(earned?.text ?? "?") 分（满分 \(of)）\(because.zh)")
    case .closed(.drop):
      return Wording(
        en: "leaves the sum, still unknown at closing\(because.en)",
        zh: "截止时仍未知，分值不计入\(because.zh)"
      )
    case .closed(.open), .unknown:
      let range = earned?.text ?? "?"
      return Wording(
        en: "\(range) of \(of)\(because.en)", zh: "\(range) 分（满分 \(of)）\(because.zh)"
      )
    case .excused(let consequence, let before):
      return excused(consequence, before, of: of)
    case .points(let points):
      let fired = result.derivation.lines.reversed().lazy.compactMap { line -> Wording? in
        if case .fired(let wording, _, _, _) = line { wording } else { nil }
      }.first
      let count = result.stages.count { $0.points != nil }
      let stages =
        count == 0
        ? nil : Wording(en: count == 1 ? "one stage" : "\(count) stages", zh: "共 \(count) 个阶段")
      let why = (stages ?? fired).map { Wording(en: ": \($0.en)", zh: "：\($0.zh)") } ?? Wording("")
      let shown = earned?.text ?? points.description
      return Wording(
        en: "\(shown) of \(of)\(why.en)", zh: "\(shown) 分（满分 \(of)）\(why.zh)"
      )
    }
  }

  /// What a deduction took away, in one sentence.
  static func loss(
    for result: ItemResult, earned: Report.Amount?, in rubric: Rubric
  ) -> Wording {
    guard case .points(let points) = result.outcome else {
      return sentence(for: result, earned: earned, in: rubric)
    }
    if points.isZero { return Wording(en: "nothing deducted", zh: "未扣分") }
    return Wording(
      en: "\(earned?.text ?? "") (at most \(result.item.points))",
      zh: "\(earned?.text ?? "") 分（最多扣 \(result.item.points) 分）"
    )
  }

  private static func excused(
    _ consequence: Excuse.Consequence, _ before: ScoreRange, of: Number
  ) -> Wording {
    let had = amount(before).text
    return switch consequence {
    case .drop:
      Wording(
        en: "excused: \(had) of \(of) leaves the sum", zh: "免责：原得 \(had) 分（满分 \(of)），不计入"
      )
    case .full:
      Wording(en: "excused: full marks instead of \(had)", zh: "免责：原得 \(had) 分，按满分 \(of) 计")
    case .cohortMean:
      Wording(
        en: "excused: the mean of its cohort instead of \(had)", zh: "免责：原得 \(had) 分，按同组平均分计")
    case .mean:
      Wording(
        en: "excused: the section's mean instead of \(had)", zh: "免责：原得 \(had) 分，按本部分平均得分率计"
      )
    }
  }

  static func excuse(_ result: ExcuseResult, of item: ItemResult) -> Wording {
    if let says = result.excuse.says { return says }
    guard result.holds == true else {
      return Wording(en: "may be excused: that is not known yet", zh: "可能免责，尚待查明")
    }
    return Wording(
      en: "excused: the cause lies with another party", zh: "免责：原因在另一方"
    )
  }

  static func standsIn(for absent: String) -> Wording {
    Wording(en: "in place of \(absent)", zh: "代替 \(absent)")
  }

  /// What is missing, as a sentence to the one who could bring it.
  ///
  /// An item is called by its title, where the rubric that has it is known.
  static func missing(_ missing: Missing, in rubric: Rubric? = nil) -> Wording {
    let title =
      missing.isAboutItem ? rubric?.everyItem.first { $0.id == missing.name }?.title : nil
    let name = title?.zh ?? missing.name
    let called = title.map { "“\($0.en)”" } ?? "`\(missing.name)`"
    return switch missing.cause {
    case .absent: Wording(en: "\(called) was not given", zh: "没有填“\(name)”")
    case .unreadable: Wording(en: "\(called) cannot be read", zh: "“\(name)”读不出来")
    case .doubtfulRows:
      Wording(
        en: "rows of \(called) may be no records", zh: "“\(name)”有几行可能不是记录")
    case .noTable: Wording(en: "table \(called) is missing", zh: "缺少数据表“\(name)”")
    case .noDocument: Wording(en: "no \(called) was shown", zh: "没有看到“\(name)”")
    case .documentSetAside:
      Wording(en: "no \(called) that counts was shown", zh: "提交的“\(name)”都不能计入")
    case .columnTwice:
      Wording(en: "two columns are called \(called)", zh: "有两列都叫“\(name)”")
    case .notJudged: Wording(en: "\(called) has no mark that counts", zh: "“\(name)”还没有可计入的评分")
    case .tooFewMarks:
      Wording(en: "\(called) has too few assessors' marks", zh: "“\(name)”的评委打分不够份数")
    case .thirdReader:
      Wording(
        en: "\(called) waits for a third reader: the marks lie too far apart",
        zh: "“\(name)”评委分差过大，等待第三人复评")
    case .openTotal:
      Wording(
        en: "\(called) waits for an assessor's total, which is not complete",
        zh: "“\(name)”有评委没有评完，总分未知")
    case .noConsensus:
      Wording(en: "\(called) has marks that differ and must agree", zh: "“\(name)”评委意见不一致，须商议")
    case .alleged:
      Wording(en: "\(called) is alleged, not yet decided", zh: "“\(name)”有人反映，尚未认定")
    case .tooFewAnswers: Wording(en: "\(called) has too few answers", zh: "“\(name)”答卷太少")
    case .nullResult: Wording(en: "\(called) came to null", zh: "“\(name)”算不出结果")
    case .nothingThere:
      Wording(
        en:
          "\(called) has nothing to be computed from, and the rubric does not say what that means",
        zh: "“\(name)”没有可供计算的内容，细则也没有说明这种情况怎么算")
    case .noParty: Wording(en: "\(called) gave nothing", zh: "“\(name)”未提供材料")
    case .textsAlike:
      Wording(
        en: "texts of \(called) differ only in spaces, width or case, and may be one",
        zh: "“\(name)”有几处文字只差空格、全半角或大小写，不能确定是不是同一个")
    case .noOwner:
      Wording(
        en: "rows of \(called) do not say whose they are", zh: "“\(name)”有几行没有写明属于哪个对象")
    case .assessorInDoubt:
      Wording(
        en: "\(called) has marks under names that may be one assessor's",
        zh: "“\(name)”有几份评分的署名可能是同一位评委")
    case .noRound:
      Wording(en: "\(called) needs the results of the whole round", zh: "“\(name)”要有整轮评估的结果才能算")
    case .noResult: Wording(en: "\(called) has no certain result", zh: "“\(name)”还没有确定的结果")
    case .resultInDoubt:
      Wording(
        en: "\(called) has no certain result before it is said how rows of its tables count",
        zh: "“\(name)”的表中有些行是否计数、归谁还没有说清，因此还没有确定的结果")
    case .leftOut: Wording(en: "\(called) was not handed over", zh: "没有提供“\(name)”")
    case .noCohort:
      Wording(en: "\(called) lacks a cohort to compare with", zh: "“\(name)”没有可比的同组对象")
    }
  }
}

extension Missing {
  /// Its name is that of an item, which waits for people or for others.
  var isAboutItem: Bool {
    switch cause {
    case .notJudged, .tooFewMarks, .thirdReader, .openTotal, .noConsensus, .assessorInDoubt,
      .tooFewAnswers, .nullResult, .nothingThere, .noRound, .noCohort:
      true
    default: false
    }
  }

  /// Assessors would have to give or settle it.
  var isOfAssessors: Bool {
    switch cause {
    case .notJudged, .tooFewMarks, .thirdReader, .openTotal, .noConsensus, .assessorInDoubt: true
    default: false
    }
  }
}

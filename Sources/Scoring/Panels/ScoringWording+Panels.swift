package import Diagnostics
package import Rubrics
import Values

/// What derivations say about panels, sorted by name.
extension Wording {
  /// Why the only column of a form came to no mark; `nil` where it did.
  static func lacking(_ sheet: ColumnSheet) -> Wording? {
    switch sheet.state {
    case .combined, .settled, .kept, .lost: nil
    case .several(let count): severalJudgements(count)
    case .waiting(let count, let needed) where count > 0: tooFewMarks(count, of: needed)
    case .waiting, .thirdReaderCalled, .totalUnknown, .notAgreed:
      notJudged(role: sheet.column.role)
    }
  }

  static func panelMark(_ mark: Number, _ sheet: PanelSheet, _ says: Wording?) -> Wording {
    let tail = says.map { Wording(en: ": \($0.en)", zh: "：\($0.zh)") } ?? Wording("")
    let (low, high) = (sheet.low.description, sheet.high.description)
    return Wording(
      en: "mark \(mark.shortText) on a scale from \(low) to \(high)\(tail.en)",
      zh: "合成分 \(mark.shortText)（量表 \(low) 至 \(high)）\(tail.zh)")
  }

  /// How the marks of a column become one: `trimmed mean of at least 3 marks`.
  package static func panelRule(
    of column: Panel.Column, per level: Panel.Level = .item
  ) -> Wording {
    guard column.counts else { return Wording(en: "kept, not counted", zh: "保留，不计入") }
    guard let statistic = column.statistic else {
      return Wording(en: "exactly one mark", zh: "应有一份评分")
    }
    let name = statisticName(statistic)
    var rule =
      column.atLeast < 2
      ? name
      : Wording(
        en: "\(name.en) of at least \(column.atLeast) \(level == .total ? "totals" : "marks")",
        zh: "至少 \(column.atLeast) 份，取\(name.zh)")
    if level == .total {
      rule = Wording(en: "by totals: \(rule.en)", zh: "按总分：\(rule.zh)")
    }
    if statistic == .trimmedMean {
      rule = Wording(
        en: "\(rule.en); with fewer than \(column.trimFrom) the plain mean",
        zh: "\(rule.zh)；不足 \(column.trimFrom) 份按平均分")
    }
    if let spread = column.spread {
      let limit = spread.limit.percentText
      let scale =
        level == .total
        ? Wording(en: "of the full total", zh: "总分差超过满分的")
        : Wording(en: "of the scale", zh: "分差超过量表的")
      rule = Wording(
        en: "\(rule.en); more than \(limit) \(scale.en) apart calls `\(spread.reader)`",
        zh: "\(rule.zh)；\(scale.zh) \(limit) 由 `\(spread.reader)` 复评")
    }
    return rule
  }

  /// What became of a column, in a sentence.
  static func state(of sheet: ColumnSheet, in panel: PanelSheet) -> Wording {
    let column = sheet.column
    let mark = sheet.result?.low.shortText ?? "–"
    if let totals = sheet.totals, let words = state(of: totals, mark, panel) { return words }
    switch sheet.state {
    case .totalUnknown: return totalsUnknown(panel.openItems)
    case .combined(1): return Wording(en: "one mark, \(mark)", zh: "一份评分，\(mark)")
    case .combined(let count):
      let isPlain = column.statistic == .trimmedMean && count < column.trimFrom
      let name = statisticName(isPlain ? .mean : column.statistic ?? .mean)
      let because =
        isPlain
        ? Wording(
          en: " (fewer than \(column.trimFrom): none is left out)",
          zh: "（不足 \(column.trimFrom) 份，不去掉最高最低）")
        : Wording("")
      return Wording(
        en: "\(name.en) of \(count) marks\(because.en), \(mark)",
        zh: "\(count) 份评分取\(name.zh)\(because.zh)，\(mark)")
    case .settled(let count):
      let then = column.spread?.then ?? .all
      let how = resolutionName(then)
      return Wording(
        en:
          "marks lay \(apart(sheet).en); a third reader marked: \(how.en), \(mark) (\(count) marks)",
        zh: "\(apart(sheet).zh)，已由第三人复评：\(how.zh)，\(mark)（共 \(count) 份）")
    case .thirdReaderCalled:
      let reader = column.spread?.reader ?? ""
      return Wording(
        en: "marks lie \(apart(sheet).en): `\(reader)` is called and has not marked",
        zh: "\(apart(sheet).zh)：须由 `\(reader)` 复评，尚无评分")
    case .waiting(0, _): return Wording(en: "no mark that counts", zh: "尚无可计入的评分")
    case .waiting(let count, let needed): return tooFewMarks(count, of: needed)
    case .several(let count): return severalJudgements(count)
    case .notAgreed(let count):
      return Wording(
        en: "\(count) marks that differ, where all must agree", zh: "\(count) 份评分不一致，须一致方可计入")
    case .lost:
      return Wording(en: "a mark cannot be read", zh: "有评分无法读取")
    case .kept(0): return Wording(en: "no mark; would not count", zh: "无评分（本列不计入）")
    case .kept(let count):
      return Wording(
        en: count == 1 ? "one mark, kept and not counted" : "\(count) marks, kept and not counted",
        zh: "\(count) 份评分，保留，不计入")
    }
  }

  static func statisticName(_ statistic: Combination) -> Wording {
    switch statistic {
    case .mean: Wording(en: "mean", zh: "平均分")
    case .median: Wording(en: "median", zh: "中位数")
    case .min: Wording(en: "lowest", zh: "最低分")
    case .max: Wording(en: "highest", zh: "最高分")
    case .trimmedMean:
      Wording(en: "mean without the highest and the lowest", zh: "去掉最高分和最低分后的平均分")
    case .consensus: Wording(en: "consensus", zh: "一致分")
    }
  }

  static func tooFewMarks(_ count: Int, of needed: Int) -> Wording {
    Wording(
      en: "\(count) of at least \(needed) marks", zh: "至少需要 \(needed) 份评分，现有 \(count) 份")
  }

  private static func apart(_ sheet: ColumnSheet) -> Wording {
    let spread = sheet.spread?.shortText ?? "–"
    let limit = sheet.column.spread?.limit.percentText ?? "–"
    return Wording(
      en: "\(spread) apart, more than \(limit) of the scale", zh: "分差 \(spread)，超过量表的 \(limit)")
  }

  static func resolutionName(_ resolution: Panel.SpreadRule.Resolution) -> Wording {
    switch resolution {
    case .all: Wording(en: "all marks count", zh: "全部评分计入")
    case .nearest: Wording(en: "the two nearest count", zh: "取最接近的两份")
    case .third: Wording(en: "the third mark counts", zh: "以复评分为准")
    }
  }
}

extension SetAside {
  package var wording: Wording {
    switch self {
    case .otherRole(let role): .otherRole(role)
    case .keptOnly(let role):
      Wording(en: "marks of `\(role)` are kept and do not count", zh: "`\(role)` 的评分保留，不计入")
    case .fault(let words): words
    case .superseded: .laterMarkCounts
    case .contradictory:
      Wording(
        en: "the same assessor gave another mark, and nothing says which is meant",
        zh: "同一评审人另有不同评分，无从判断以哪个为准")
    case .repeated:
      Wording(en: "the same mark stands twice", zh: "同一评分重复提交")
    case .recused(let tie, let years): SetAside.recusal(tie, years)
    case .recusalUndated(let tie):
      Wording(
        en:
          "a tie to \(tie.name.en) ended on \(tie.until?.isoText ?? "–"), and without a date of the judgement nobody can tell whether it still recuses",
        zh: "与\(tie.name.zh)的关系止于 \(tie.until?.isoText ?? "–")，评判没有日期，无法判断是否仍须回避")
    case .noReason:
      Wording(en: "the rubric demands a reason, and none is given", zh: "细则要求写明理由，但没有写")
    case .noStandIns:
      Wording(en: "the rubric lets nobody stand in here", zh: "细则在此不设候补评审")
    case .standInForPresent(let who):
      Wording(en: "`\(who)` is there, and nobody stands in", zh: "`\(who)` 本人已评分，候补不计")
    case .tooManyStandIns:
      Wording(en: "more stand-ins than the rubric takes", zh: "候补评审超过细则允许的数目")
    case .notCalled:
      Wording(en: "no third reader was called", zh: "无须复评")
    case .readerIsMember:
      Wording(
        en: "the third reader has marked already and is no third", zh: "复评人已参加初评，不能复评")
    }
  }

  private static func recusal(_ tie: Tie, _ years: Int) -> Wording {
    let kind = tie.kindName
    // Code stands apart from the characters before it.
    let name = tie.to == nil ? tie.name.zh : " " + tie.name.zh
    guard let until = tie.until else {
      return Wording(
        en: "recused: \(kind.en) \(tie.name.en)", zh: "回避：\(kind.zh)\(name)")
    }
    guard years > 0 else {
      return Wording(
        en: "recused: \(kind.en) \(tie.name.en) until \(until.isoText)",
        zh: "回避：\(kind.zh)\(name)，至 \(until.isoText)")
    }
    return Wording(
      en: "recused: \(kind.en) \(tie.name.en) until \(until.isoText), less than \(years) years ago",
      zh: "回避：\(kind.zh)\(name)，至 \(until.isoText)，未满 \(years) 年")
  }
}

extension Tie {
  var name: Wording {
    to.map { Wording("`\($0)`") } ?? Wording(en: "the evaluated body", zh: "被评估方")
  }

  /// `employed by`, or the words that were written.
  var kindName: Wording {
    switch kind {
    case Panel.RecusalRule.employment: Wording(en: "employed by", zh: "任职于")
    case nil: Wording(en: "tied to", zh: "关联于")
    case .some(let words): Wording(en: "`\(words)` of", zh: "“\(words)”关系：")
    }
  }
}

extension Number {
  /// At most four decimals, for a sentence.
  var shortText: String {
    (rounded(toScale: 4, .halfEven) ?? self).plainText
  }

  /// `0.4` is `40%`.
  package var percentText: String {
    (multiplied(by: Number(100)).map(\.plainText) ?? description) + "%"
  }

  /// Without trailing zeros.
  private var plainText: String {
    let text = description
    guard text.contains(".") else { return text }
    var trimmed = Substring(text)
    while trimmed.hasSuffix("0") { trimmed.removeLast() }
    if trimmed.hasSuffix(".") { trimmed.removeLast() }
    return String(trimmed)
  }
}

import Diagnostics
import FEEL
import Rubrics
import Values

/// What derivations say about one item, sorted by name.
extension Wording {
  static func answersCounted(_ count: Int, _ sum: Number) -> Wording {
    Wording(
      en: "\(count) answers, together \(sum.description)",
      zh: "有效答卷 \(count) 份，合计 \(sum.description)")
  }

  static func cameOutNull(_ reason: NullReason, _ meaning: NullMeaning) -> Wording {
    let because = Wording.because(reason)
    return switch meaning {
    case .unknown:
      Wording(
        en: "came out null (\(because.en)): counts as unknown",
        zh: "结果为空（\(because.zh)）：按未知处理")
    case .notApplicable:
      Wording(
        en: "came out null (\(because.en)): does not apply", zh: "结果为空（\(because.zh)）：不适用")
    case .zero:
      Wording(
        en: "came out null (\(because.en)): counts as 0", zh: "结果为空（\(because.zh)）：按 0 计")
    }
  }

  /// A cell of a grid, named by its row and its column.
  static func cellFired(_ cell: Wording, isCertain: Bool) -> Wording {
    isCertain ? cell : Wording(en: "perhaps \(cell.en)", zh: "可能是\(cell.zh)")
  }

  static func clamped(to range: ScoreRange) -> Wording {
    Wording(
      en: "kept within \(range.low.description) to \(range.high.description)",
      zh: "限定在 \(range.low.description) 至 \(range.high.description) 之内")
  }

  static func closed(_ closing: Closing) -> Wording {
    switch closing {
    case .zero: Wording(en: "still unknown when the file was closed: 0 points", zh: "截止时仍未知：计 0 分")
    case .drop:
      Wording(en: "still unknown when the file was closed: left out", zh: "截止时仍未知：不计入")
    case .proved:
      Wording(
        en: "still unknown when the file was closed: what is beyond doubt counts",
        zh: "截止时仍未知：按已能确定的计")
    case .open: Wording(en: "still unknown when the file was closed: left open", zh: "截止时仍未知：留待查明")
    }
  }

  static func combined(_ combination: Combination, _ count: Int, _ says: Wording?) -> Wording {
    let name = statisticName(combination)
    let tail = says.map { Wording(en: ": \($0.en)", zh: "：\($0.zh)") } ?? Wording("")
    return count == 1
      ? Wording(en: "one judgement\(tail.en)", zh: "一份评审意见\(tail.zh)")
      : Wording(
        en: "\(name.en) of \(count) judgements\(tail.en)",
        zh: "\(count) 份评审意见取\(name.zh)\(tail.zh)")
  }

  static let decidedInPrivate = Wording(
    en: "by a value that is not shown", zh: "由不公开的值决定")

  static func doesNotApply(_ policy: NotApplicable) -> Wording {
    switch policy {
    case .drop: Wording(en: "does not apply: left out", zh: "不适用：不计入")
    case .full: Wording(en: "does not apply: full marks", zh: "不适用：给满分")
    case .block: Wording(en: "does not apply: blocks the result", zh: "不适用：暂不出结果")
    case .cohortMean: Wording(en: "does not apply: the mean of its cohort", zh: "不适用：取同组平均分")
    }
  }

  static func cameToNothing(_ reason: NullReason) -> Wording {
    let words = reason.words
    return Wording(
      en: "nothing to compute from (\(words.en)): as `if empty` says",
      zh: "没有可供计算的内容（\(words.zh)）：按 `if empty` 处理")
  }

  static func emptyTable(_ name: String) -> Wording {
    Wording(en: "`\(name)` has no rows", zh: "`\(name)` 没有记录")
  }

  static func nothingCounts(as number: Number) -> Wording {
    Wording(
      en: "nothing there: counts as \(number.description)", zh: "没有内容：按 \(number.description) 计")
  }

  static func part(_ says: Wording, _ holding: Holding) -> Wording {
    switch holding {
    case .yes: Wording(en: "holds: \(says.en)", zh: "成立：\(says.zh)")
    case .no: Wording(en: "does not hold: \(says.en)", zh: "不成立：\(says.zh)")
    case .open, .null: Wording(en: "not known: \(says.en)", zh: "尚不清楚：\(says.zh)")
    }
  }

  static func ruleFired(_ number: Int, isCertain: Bool, _ says: Wording?) -> Wording {
    let tail = says.map { Wording(en: ": \($0.en)", zh: "：\($0.zh)") } ?? Wording("")
    return isCertain
      ? Wording(en: "rule \(number)\(tail.en)", zh: "第 \(number) 条\(tail.zh)")
      : Wording(en: "perhaps rule \(number)\(tail.en)", zh: "可能是第 \(number) 条\(tail.zh)")
  }

  static func tallied(_ held: ScoreRange, of count: Int) -> Wording {
    let text = held.point.map(\.description) ?? "\(held.low.description)–\(held.high.description)"
    return Wording(en: "\(text) of \(count) hold", zh: "\(count) 项中有 \(text) 项成立")
  }

  static func tooFewAnswers(_ count: Int, of needed: Int) -> Wording {
    Wording(
      en: "\(count) answers where at least \(needed) are needed",
      zh: "至少需要 \(needed) 份有效答卷，现有 \(count) 份")
  }

  static func void(_ says: Wording?, whenClosed isClosed: Bool = false) -> Wording {
    if isClosed {
      let reason = says.map { Wording(en: ": \($0.en)", zh: "：\($0.zh)") } ?? Wording("")
      return Wording(
        en: "nobody answered; closed: counts as void, 0 points\(reason.en)",
        zh: "截止时仍无定论，视为作废，计 0 分\(reason.zh)")
    }
    return says.map { Wording(en: "void: \($0.en)", zh: "本项作废：\($0.zh)") }
      ?? Wording(en: "void: 0 points", zh: "本项作废：计 0 分")
  }
}

import Diagnostics
import Rubrics
import Values

/// One sentence function for each scoring form.
extension SheetWording {
  /// `4 points`, in a deduction what is lost.
  static func points(_ number: Number, lost: Bool = false) -> Wording {
    Wording(
      en: (lost ? "lose " : "") + "\(number) " + (number == .one ? "point" : "points"),
      zh: (lost ? "扣 " : "") + "\(number) 分")
  }

  /// A title stands in quotes; a phrase that has quotes of its own, or signs, does not.
  private static func quoted(_ value: Wording) -> String {
    value.zh.contains { "“`÷×−+".contains($0) } ? " \(value.zh)" : "“\(value.zh)”"
  }

  /// A word at the beginning of a sentence.
  private static func capitalized(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }

  private static func list(_ parts: [Wording]) -> Wording {
    Wording(
      en: parts.map(\.en).joined(separator: "; "), zh: parts.map(\.zh).joined(separator: "；"))
  }

  private static func line(_ condition: Wording, _ points: Wording) -> Wording {
    Wording(en: "\(condition.en): \(points.en)", zh: "\(condition.zh)：\(points.zh)")
  }

  private static func otherwise(_ points: Wording) -> Wording {
    Wording(en: "otherwise \(points.en)", zh: "其余 \(points.zh)")
  }

  static func check(
    _ condition: Wording, _ ifEmpty: EmptyRule.Meaning?, worth points: Number, lost: Bool
  ) -> [Wording] {
    let earned = Self.points(points, lost: lost)
    let nothing = Self.points(.zero, lost: lost)
    var lines = [
      Wording(
        en: "If \(condition.en): \(earned.en); otherwise \(nothing.en).",
        zh: "\(condition.zh)：\(earned.zh)，否则 \(nothing.zh)。")
    ]
    switch ifEmpty {
    case .full: lines.append(Wording(en: "An empty list counts as met.", zh: "名单为空，视为符合。"))
    case .zero: lines.append(Wording(en: "An empty list counts as not met.", zh: "名单为空，视为不符合。"))
    case .notApplicable:
      lines.append(Wording(en: "With an empty list it does not apply.", zh: "名单为空，不适用。"))
    case .unknown: lines.append(Wording(en: "With an empty list it is unknown.", zh: "名单为空，按未知处理。"))
    case .value, nil: break
    }
    return lines
  }

  /// What a form gives of which there is nothing; a condition has its own words.
  static func ifEmpty(_ meaning: EmptyRule.Meaning, worth points: Number, lost: Bool) -> Wording {
    let gives: Wording
    switch meaning {
    case .value(let number):
      return Wording(
        en: "With nothing to compute from, the value counts as \(number).",
        zh: "没有可供计算的内容时，取值按 \(number) 计。")
    case .full: gives = Self.points(points, lost: lost)
    case .zero: gives = Self.points(.zero, lost: lost)
    case .notApplicable: gives = Wording(en: "it does not apply", zh: "不适用")
    case .unknown: gives = Wording(en: "it is unknown", zh: "按未知处理")
    }
    return Wording(
      en: "With nothing to compute from: \(gives.en).", zh: "没有可供计算的内容时：\(gives.zh)。")
  }

  static func choose(
    _ value: Wording, _ options: [(Wording, Number)], otherwise rest: Number?, lost: Bool
  ) -> [Wording] {
    var parts = options.map { line($0.0, points($0.1, lost: lost)) }
    if let rest { parts.append(otherwise(points(rest, lost: lost))) }
    let words = list(parts)
    return [Wording(en: "By \(value.en): \(words.en).", zh: "按\(quoted(value))：\(words.zh)。")]
  }

  static func parts(_ parts: [(Wording, Number)], lost: Bool) -> [Wording] {
    [Wording(en: "The sum of:", zh: "下列各项相加：")]
      + parts.map { bullet(line($0.0, points($0.1, lost: lost))) }
  }

  static func bullet(_ words: Wording) -> Wording {
    Wording(en: "· \(words.en)", zh: "· \(words.zh)")
  }

  static func steps(
    _ value: Wording, _ direction: Steps.Direction, _ lines: [(String, Number)],
    otherwise rest: Number, lost: Bool
  ) -> [Wording] {
    let parts = lines.map { line(threshold($0.0, direction), points($0.1, lost: lost)) }
    let words = list(parts + [otherwise(points(rest, lost: lost))])
    return [Wording(en: "By \(value.en): \(words.en).", zh: "按\(quoted(value))：\(words.zh)。")]
  }

  private static func threshold(_ text: String, _ direction: Steps.Direction) -> Wording {
    switch direction {
    case .atLeast: Wording(en: "\(text) or more", zh: "\(text) 及以上")
    case .moreThan: Wording(en: "more than \(text)", zh: "\(text) 以上（不含）")
    case .atMost: Wording(en: "\(text) or less", zh: "\(text) 及以下")
    case .lessThan: Wording(en: "less than \(text)", zh: "不到 \(text)")
    }
  }

  static func lines(_ value: Wording, _ lines: [(Wording, Number)], lost: Bool) -> [Wording] {
    let words = list(lines.map { line($0.0, points($0.1, lost: lost)) })
    return [Wording(en: "By \(value.en): \(words.en).", zh: "按\(quoted(value))：\(words.zh)。")]
  }

  /// The numbers that a test admits, as words.
  static func interval(_ interval: NumberSet.Interval) -> Wording {
    switch (interval.low, interval.high) {
    case (nil, nil): return Wording(en: "any number", zh: "任意数")
    case (let low?, nil):
      return threshold("\(low.number)", low.isIncluded ? .atLeast : .moreThan)
    case (nil, let high?):
      return threshold("\(high.number)", high.isIncluded ? .atMost : .lessThan)
    case (let low?, let high?):
      if low.number == high.number { return Wording("\(low.number)") }
      let (one, other) = (low.number, high.number)
      return Wording(
        en:
          "\(low.isIncluded ? "from" : "above") \(one) \(high.isIncluded ? "to" : "to below") \(other)",
        zh: "\(one)（\(low.isIncluded ? "含" : "不含")）至 \(other)（\(high.isIncluded ? "含" : "不含")）")
    }
  }

  static func each(_ value: Wording, _ each: Each, lost: Bool) -> [Wording] {
    let base = points(each.basePoints, lost: lost)
    let more = points(each.step.points)
    let below = points(each.belowBase, lost: lost)
    let unit = each.step.units == .started ? started : full
    return [
      Wording(
        en: """
          By \(value.en): \(each.baseAt) gives \(base.en), each \(unit.en) \(each.step.every) above it \
          \(more.en) more, up to \(each.cap); below \(each.baseAt) \(below.en).
          """,
        zh: """
          按\(quoted(value))：达到 \(each.baseAt) \(lost ? "" : "得 ")\(base.zh)，\
          每再\(unit.zh) \(each.step.every) 加 \(more.zh)，最多 \(each.cap) 分；不到 \(each.baseAt) \(lost ? "" : "得 ")\(below.zh)。
          """)
    ]
  }

  private static let full = Wording(en: "full", zh: "满")
  private static let started = Wording(en: "started", zh: "增（不足也算）")

  // `counted` is the unit of the value, where that is a word such as `个月`.
  static func lose(
    _ value: Wording, _ lose: Lose, in counted: String?, worth points: Number, lost: Bool
  ) -> [Wording] {
    let loss = Self.points(lose.step.points)
    let unit: Wording =
      switch lose.step.units {
      case .full where lose.step.every == .one:
        Wording(en: "each one", zh: counted.map { "每 1 \($0)" } ?? "每满 1 ")
      case .full: Wording(en: "each full \(lose.step.every)", zh: "每满 \(lose.step.every) ")
      case .started:
        Wording(en: "each started \(lose.step.every)", zh: "每 \(lose.step.every)（不足也算）")
      case .exact:
        Wording(en: "each \(lose.step.every), in proportion", zh: "每 \(lose.step.every)（按比例）")
      }
    var en = lost ? "By \(value.en): " : "From \(points) points, by \(value.en): "
    var zh = lost ? "按\(quoted(value))：" : "从满分 \(points) 分起，按\(quoted(value))："
    en += "\(unit.en) loses \(loss.en)"
    zh += "\(unit.zh)扣 \(loss.zh)"
    if lose.free.isPositive {
      en += ", the first \(lose.free) cost nothing"
      zh += "，前 \(lose.free) 不扣"
    }
    if let all = lose.allFrom {
      en += lost ? ", from \(all) on all \(points)" : ", from \(all) on nothing is left"
      zh += lost ? "，达到 \(all) 扣满" : "，达到 \(all) 记 0 分"
    }
    if lost {
      en += ", at most \(points)"
      zh += "，最多扣 \(points) 分"
    } else {
      en += lose.floor.isZero ? ", down to 0" : ", not below \(lose.floor)"
      zh += lose.floor.isZero ? "，扣完为止" : "，扣到 \(lose.floor) 分为止"
    }
    return [Wording(en: en + ".", zh: zh + "。")]
  }

  static func tally(_ conditions: [Wording], _ tally: Tally, lost: Bool) -> [Wording] {
    let count = conditions.count
    let words = list(
      tally.thresholds.map {
        let isAll = $0.count == count
        return line(
          Wording(
            en: isAll ? "all of them" : "\($0.count) or more",
            zh: isAll ? "全部符合" : "符合 \($0.count) 条及以上"),
          points($0.points, lost: lost))
      } + [otherwise(points(tally.otherwise, lost: lost))])
    return [Wording(en: "Of these \(count): \(words.en).", zh: "下列 \(count) 条中，\(words.zh)。")]
      + conditions.map(bullet)
  }

  static func table(_ rules: [(Wording, Wording)], lost: Bool) -> [Wording] {
    [Wording(en: "By this table:", zh: "按下表：")] + rules.map { bullet(line($0.0, $0.1)) }
  }

  static func formula(_ value: Wording, _ low: Number, _ high: Number, lost: Bool) -> [Wording] {
    [
      Wording(
        en: (lost ? "Points lost" : "Points") + " = \(value.en), kept within \(low) to \(high).",
        zh: (lost ? "扣分" : "得分") + " = \(value.zh)，限于 \(low) 至 \(high) 分。")
    ]
  }

  /// A test of a decision table behind the input that it looks at, as an expression would have it.
  static func condition(_ input: String, _ test: String) -> String {
    let (input, test) = (ValueText.oneLine(input), ValueText.oneLine(test))
    if let first = test.first, "<>=!".contains(first) { return "\(input) \(test)" }
    if test.contains("?") { return test }
    let isPlain =
      test.hasPrefix("\"")
      && test.dropFirst().firstIndex(of: "\"") == test.index(before: test.endIndex)
    let isName =
      test.allSatisfy { $0.isLetter || $0.isNumber || "._- ".contains($0) } && !test.contains("..")
    return isPlain || isName
      ? "\(input) = \(test)"
      : "\(input) in \(test.contains(",") && !test.hasPrefix("not(") ? "(\(test))" : test)"
  }

  static func judge(_ judge: Judge, worth points: Number) -> [Wording] {
    let step = judge.step.map {
      Wording(en: " in steps of \($0)", zh: "，以 \($0) 为间隔")
    }
    let scaled =
      judge.low.isZero && judge.high == points
      ? Wording(en: "", zh: "")
      : Wording(en: ", scaled to \(points) points", zh: "，折算为 \(points) 分")
    let who = judges(judge.panel)
    return [
      Wording(
        en: """
          \(capitalized(who.name.en)) marks from \(judge.low) to \(judge.high)\(step?.en ?? ""); \
          \(who.way.en)\(scaled.en).
          """,
        zh: """
          由\(who.name.zh)在 \(judge.low) 至 \(judge.high) 之间打分\(step?.zh ?? "")；\
          \(who.way.zh)\(scaled.zh)。
          """)
    ]
      + panel(judge.panel)
      + judge.bands.map {
        bullet(
          Wording(
            en: "\($0.atLeast) or more: \($0.says.en)", zh: "\($0.atLeast) 及以上：\($0.says.zh)"))
      }
  }

  static func degree(_ degree: Degree, worth points: Number) -> [Wording] {
    let who = judges(degree.panel)
    var lines = [
      Wording(
        en: """
          \(capitalized(who.name.en)) picks a band and a value in it, with a reason; \(who.way.en); \
          points = \(points) × value\(degree.scale == .one ? "" : " ÷ \(degree.scale)").
          """,
        zh: """
          由\(who.name.zh)定档并在档内给值，写明理由；\(who.way.zh)；\
          得分 = \(points) × 程度值\(degree.scale == .one ? "" : " ÷ \(degree.scale)")。
          """)
    ]
    var above: Number?
    for band in degree.bands {
      let title = band.title ?? Wording(band.id)
      let top =
        above.map { Wording(en: "to below \($0)", zh: "至 \($0)（不含）") }
        ?? Wording(en: "to \(degree.scale)", zh: "至 \(degree.scale)")
      lines.append(
        bullet(
          Wording(
            en: "\(title.en): \(band.atLeast) \(top.en)",
            zh: "\(title.zh)：\(band.atLeast) \(top.zh)")))
      above = band.atLeast
    }
    return lines + panel(degree.panel)
  }

  static func survey(
    _ statistic: Wording, isShare: Bool, respondents: Int, scale: Wording
  ) -> [Wording] {
    let what =
      isShare
      ? Wording(en: "the share of answers where \(statistic.en)", zh: "符合“\(statistic.zh)”的答卷比例")
      : Wording(en: "the mean of \(statistic.en)", zh: "“\(statistic.zh)”的平均值")
    return [
      Wording(
        en: "By \(what.en), of at least \(respondents) answers: \(scale.en).",
        zh: "按\(what.zh)（有效答卷不少于 \(respondents) 份）：\(scale.zh)。")
    ]
  }

  static func surveySteps(_ lines: [(String, Number)], otherwise rest: Number) -> Wording {
    list(
      lines.map { line(threshold($0.0, .atLeast), points($0.1)) } + [otherwise(points(rest))])
  }

  static func surveyLinear(_ zero: Number, _ full: Number, worth points: Number) -> Wording {
    Wording(
      en: "\(full) gives \(points) points, \(zero) gives 0, in proportion between",
      zh: "\(full) 得 \(points) 分，\(zero) 得 0 分，之间按比例")
  }
}

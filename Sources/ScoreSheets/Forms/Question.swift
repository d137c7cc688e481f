import Values

/// What a standard leaves open, and what is taken for granted until somebody answers.
enum Question: Equatable {
  /// Which pattern the form was read by; whoever issued the sheet says whether it is so.
  case reading(String)
  case notUnderstood(isEmpty: Bool)
  /// 以上、以下: whether the line itself belongs to it.
  case lineIncluded(Number, String)
  /// Two rungs of a ladder meet at a line, or leave something between them.
  case onTheLine(Number, String)
  case gap(Number, Number, String)
  case partOfUnit(Number, String)
  case floorUnsaid
  case capUnsaid(Number)
  case baseIsOne(String)
  case belowBase(Number, String)
  case restUnsaid
  case restIsAll
  case lossesTogether
  case overHundred
  case betweenDegrees
  case whichOfSeveral
  case whoJudges
  case vague(String)
  /// What the standard gives, and what the column of points says.
  case amountsDiffer(Number, Number)
  case partDiffers(String, Number, Number)
  case partScaled(String, Number, Number)
  case totalDiffers(Number, Number)
  case notHundred(Number)
  case gradesUnsaid
  case belowGrades
  case closing
  case bonusCounts
  case vetoDecided(String)
  /// What stands behind the last points and is not scored.
  case tail(String)
  /// 未完成的按比例得分: the share of the target.
  case shareOfTarget(Number, String)
  case pointsUnsaid(Number)
  case pointsFromRest(Number)
  /// The table has no heads; what each of its columns was taken for.
  case headsGuessed(String, String)

  /// Each once; whoever asks which of two lines counts need not ask whether the line belongs to one.
  static func distinct(_ questions: [Question]) -> [Question] {
    var kept: [Question] = []
    for question in questions where !kept.contains(question) {
      if case .lineIncluded(let value, _) = question,
        questions.contains(where: {
          if case .onTheLine(value, _) = $0 { true } else { false }
        })
      {
        continue
      }
      kept.append(question)
    }
    return kept
  }

  /// Whether a yes is an answer; who is asked how must say more.
  var canBeAffirmed: Bool {
    switch self {
    case .notUnderstood, .vague, .pointsUnsaid, .amountsDiffer, .gradesUnsaid, .tail:
      false
    default: true
    }
  }

  static func line(_ line: Bound.Line, _ unit: String) -> [Question] {
    line.isIncluded == nil ? [.lineIncluded(line.value, unit)] : []
  }

  /// Between the upper line of one rung and the lower line of the next.
  static func between(_ upper: Bound.Line?, and lower: Bound.Line?, _ unit: String) -> [Question] {
    guard let upper, let lower else { return [] }
    if upper.value == lower.value {
      return upper.isIncluded == false || lower.isIncluded == false && upper.isIncluded == true
        || lower.isIncluded == true && upper.isIncluded == false
        ? [] : [.onTheLine(upper.value, unit)]
    }
    guard upper.value < lower.value else { return [] }
    // Between two and three there is nothing of what is counted, and a part of anything else.
    if upper.value.adding(.one) == lower.value {
      if Numeral.countedUnits.contains(unit) { return [] }
      if unit == "人" { return [.partOfUnit(.one, unit)] }
    }
    return [.gap(upper.value, lower.value, unit)]
  }

  private static let vagueWords = [
    "健全", "完善", "规范", "及时", "良好", "较好", "充分", "到位", "合理", "明显", "齐全", "清晰", "有效", "显著", "基本", "积极",
    "熟悉", "整洁", "完整",
  ]

  static func vague(in text: String) -> Question? {
    vagueWords.first { text.contains($0) }.map { .vague($0) }
  }
}

import Values

/// What a part of a rule does to the points.
enum Effect: Equatable {
  case earn(Number)
  /// 4 至 5 分: whoever judges chooses.
  case earnBetween(Number, Number)
  /// 得分、得满分.
  case earnAll
  /// 得 80% 分值: in percent.
  case earnShare(Number)
  case earnNone
  case add(Number)
  case lose(Number)
  case loseBetween(Number, Number)
  case loseAll
  /// 不扣分.
  case loseNothing
  /// 扣完为止.
  case untilNothing
  /// 最多 5 分.
  case atMost(Number)
  /// 最多扣 5 分.
  case loseAtMost(Number)
  /// 酌情.
  case discretion

  var isLoss: Bool {
    switch self {
    case .lose, .loseBetween, .loseAll: true
    default: false
    }
  }

  /// What it earns, of an item with so many points.
  func points(of worth: Number?) -> Number? {
    switch self {
    case .earn(let points), .add(let points): points
    case .earnAll, .loseNothing: worth
    case .earnShare(let percent):
      worth?.multiplied(by: percent)?.divided(by: Number(100))
    case .earnNone, .loseAll: .zero
    default: nil
    }
  }
}

/// A part of a rule: under which condition, what follows.
struct Clause {
  let condition: Letters
  let effect: Effect
  /// Whether the points stand in brackets or behind a colon, without a verb.
  var isBare = false
}

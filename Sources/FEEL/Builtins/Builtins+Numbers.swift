import Diagnostics
import Values

extension Builtins {
  static let numbers: [Builtin] = [
    rounding(
      "decimal", .halfEven, scale: .one("scale", .number),
      summary: Wording(
        en: "A number with so many decimals, halves to the even neighbour.",
        zh: "保留若干位小数，四舍六入五成双。"),
      examples: [("decimal(1 / 3, 2)", "0.33"), ("decimal(1.5, 0)", "2"), ("decimal(2.5, 0)", "2")]
    ),
    rounding(
      "floor", .floor, scale: .optional("scale", .number),
      summary: Wording(en: "The next number below with so many decimals.", zh: "向下取整，可保留若干位小数。"),
      examples: [("floor(1.5)", "1"), ("floor(-1.5)", "-2"), ("floor(-1.56, 1)", "-1.6")]),
    rounding(
      "ceiling", .ceiling, scale: .optional("scale", .number),
      summary: Wording(en: "The next number above with so many decimals.", zh: "向上取整，可保留若干位小数。"),
      examples: [("ceiling(1.5)", "2"), ("ceiling(-1.5)", "-1"), ("ceiling(-1.56, 1)", "-1.5")]),
    rounding(
      "round up", .up, scale: .one("scale", .number),
      summary: Wording(en: "Rounds away from zero.", zh: "向远离零的方向舍入。"),
      examples: [("round up(5.5, 0)", "6"), ("round up(-1.121, 2)", "-1.13")]),
    rounding(
      "round down", .down, scale: .one("scale", .number),
      summary: Wording(en: "Rounds towards zero.", zh: "向零的方向舍入（截断）。"),
      examples: [("round down(5.5, 0)", "5"), ("round down(-1.126, 2)", "-1.12")]),
    rounding(
      "round half up", .halfUp, scale: .one("scale", .number),
      summary: Wording(
        en: "Rounds to the nearest, halves away from zero.", zh: "四舍五入。"),
      examples: [("round half up(5.5, 0)", "6"), ("round half up(-1.126, 2)", "-1.13")]),
    rounding(
      "round half down", .halfDown, scale: .one("scale", .number),
      summary: Wording(
        en: "Rounds to the nearest, halves towards zero.", zh: "五舍六入。"),
      examples: [("round half down(5.5, 0)", "5"), ("round half down(-1.126, 2)", "-1.13")]),
    abs, modulo, sqrt, log, exp, odd, even,
  ]

  private static func rounding(
    _ name: String, _ mode: RoundingMode, scale: Parameter, summary: Wording,
    examples: [(String, String)]
  ) -> Builtin {
    Builtin(
      name, [.one("n", .number), scale], gives: { $0.first ?? .number }, summary: summary,
      examples: examples,
      bounds: { call in
        guard let scale = call.scale else {
          return !call[1].isSettled
            ? call.nothingKnown : call.null(.domainError)
        }
        return call.monotone(isWhole: scale <= 0 ? true : nil) {
          $0.rounded(toScale: scale, mode)
        }
      }
    ) { call in
      guard let number = call.number(0) else { return call.null() }
      guard let scale = call.scale else { return call.null(.domainError) }
      return number.rounded(toScale: scale, mode).map { .number($0) } ?? call.null(.numberTooLarge)
    }
  }

  private static let abs = Builtin(
    "abs", [.one("n", .number, .dayTimeDuration, .yearMonthDuration)],
    gives: { $0.first ?? .number },
    summary: Wording(
      en: "A number or a duration without its sign.", zh: "数或时间段的绝对值。"),
    examples: [
      ("abs(-10)", "10"), ("abs(0.5)", "0.5"), (#"abs(@"-P1Y")"#, #"@"P1Y""#),
      (#"abs(@"-PT5H")"#, #"@"PT5H""#),
    ],
    bounds: { call in
      guard let bounds = NumberBounds(call[0]) else { return call.nothingKnown }
      if case .unknown(let unknown) = call[0], case .any = unknown.bounds.kind {
        return call.nothingKnown
      }
      let ends = [bounds.low?.magnitude, bounds.high?.magnitude]
      let isPositive = bounds.low.map { !$0.isNegative } ?? false
      let isNegative = bounds.high.map { !$0.isPositive } ?? false
      let low = isPositive ? ends[0] : isNegative ? ends[1] : .zero
      let high = ends[0].flatMap { one in ends[1].map { Swift.max(one, $0) } }
      return NumberBounds(
        low: low, high: high, isWhole: bounds.isWhole, mayBeNull: bounds.mayBeNull
      ).value(missing: call.missing)
    }
  ) { call in
    switch call[0] {
    case .number(let number): return .number(number.magnitude)
    case .dayTimeDuration(let duration):
      guard duration.seconds < 0 || duration.nanosecond < 0 else { return call[0] }
      guard duration.seconds != .min else { return call.null(.numberTooLarge) }
      return .dayTimeDuration(
        DayTimeDuration(seconds: -duration.seconds, nanosecond: -duration.nanosecond))
    case .yearMonthDuration(let duration):
      guard duration.months != .min else { return call.null(.numberTooLarge) }
      return .yearMonthDuration(YearMonthDuration(months: Swift.abs(duration.months)))
    default: return call.null()
    }
  }

  private static let modulo = Builtin(
    "modulo", [.one("dividend", .number), .one("divisor", .number)], gives: .optional(.number),
    summary: Wording(
      en: "The remainder of a division, with the sign of the divisor.", zh: "除法的余数，符号与除数相同。"),
    examples: [
      ("modulo(12, 5)", "2"), ("modulo(-12, 5)", "3"), ("modulo(12, -5)", "-3"),
      ("modulo(10, 0)", "null"),
    ]
  ) { call in
    guard let dividend = call.number(0), let divisor = call.number(1) else { return call.null() }
    if divisor.isZero { return call.null(.divisionByZero) }
    return dividend.modulo(divisor).map { .number($0) } ?? call.null(.numberTooLarge)
  }

  private static let sqrt = Builtin(
    "sqrt", [.one("number", .number)], gives: .optional(.number),
    summary: Wording(en: "The square root; null of a negative number.", zh: "平方根；负数则为空值。"),
    examples: [("sqrt(16)", "4"), ("sqrt(-3)", "null")]
  ) { call in
    guard let number = call.number(0) else { return call.null() }
    return number.squareRoot().map { .number($0) } ?? call.null(.domainError)
  }

  private static let log = Builtin(
    "log", [.one("number", .number)], gives: .optional(.number),
    summary: Wording(
      en: "The natural logarithm; null of zero and of negative numbers.", zh: "自然对数；零与负数则为空值。"),
    examples: [
      ("decimal(log(10), 8)", "2.30258509"), ("log(1)", "0"), ("log(0)", "null"),
      ("log(-1)", "null"),
    ]
  ) { call in
    guard let number = call.number(0) else { return call.null() }
    return number.naturalLogarithm().map { .number($0) } ?? call.null(.domainError)
  }

  private static let exp = Builtin(
    "exp", [.one("number", .number)], gives: .optional(.number),
    summary: Wording(en: "Euler's number to a power.", zh: "自然常数的幂。"),
    examples: [("decimal(exp(5), 8)", "148.41315910"), ("exp(0)", "1")]
  ) { call in
    guard let number = call.number(0) else { return call.null() }
    return number.exponential().map { .number($0) } ?? call.null(.numberTooLarge)
  }

  private static let odd = parity(
    "odd", remainder: .one,
    summary: Wording(en: "Whether an integer is odd.", zh: "整数是否为奇数。"),
    examples: [("odd(5)", "true"), ("odd(2)", "false"), ("odd(1.5)", "null")])

  private static let even = parity(
    "even", remainder: .zero,
    summary: Wording(en: "Whether an integer is even.", zh: "整数是否为偶数。"),
    examples: [("even(5)", "false"), ("even(-2)", "true"), ("even(1.5)", "null")])

  private static func parity(
    _ name: String, remainder: Number, summary: Wording, examples: [(String, String)]
  ) -> Builtin {
    Builtin(
      name, [.one("number", .number)], gives: .optional(.boolean), summary: summary,
      examples: examples
    ) { call in
      guard let number = call.number(0) else { return call.null() }
      guard number.isInteger, let rest = number.modulo(Number(2)) else {
        return call.null(.domainError)
      }
      return .boolean(rest == remainder)
    }
  }
}

extension Call {
  /// The decimals asked for: 0 where nothing is said.
  ///
  /// - Returns: `nil` where it is no number from -6,111 to 6,176, the exponents of decimal128.
  fileprivate var scale: Int? {
    guard arguments.count > 1 else { return 0 }
    guard let scale = truncated(1), (-6111...6176).contains(scale) else { return nil }
    return scale
  }
}

import Diagnostics
import Values

extension Builtins {
  static let statistics: [Builtin] = [
    count, sum, mean, product, median, standardDeviation, mode,
  ].flatMap { $0 }

  private static let count = [
    Builtin(
      "count", [.one("list", .list(.any))], gives: .number,
      summary: Wording(en: "How many members a list has.", zh: "列表的成员数。"),
      examples: [
        ("count([1, 2, 3])", "3"), ("count([])", "0"), ("count([1, [2, 3]])", "2"),
      ],
      bounds: { call in
        guard case .list(let list) = call[0] else {
          let none = NumberBounds(
            low: .zero, high: nil, isWhole: true, mayBeNull: call.mayBeNull(0))
          return none.value(missing: call.missing)
        }
        let (certain, open) = (list.certainCount, list.openCount)
        if open == 0 { return .number(Number(certain)) }
        return NumberBounds(
          low: Number(certain), high: Number(certain + open), isWhole: true
        ).value(missing: call.missing)
      }
    ) { call in
      guard case .list(let list) = call[0] else { return call.null() }
      return .number(Number(list.certainCount))
    }
  ]

  private static let sum = listAndVariadic(
    "sum", of: .number, gives: { $0.sharedNumber.orNull },
    summary: Wording(
      en: "The sum of numbers, rounded once; null of nothing.", zh: "数的总和，只舍入一次；没有数则为空值。"),
    examples: [
      ("sum([1, 2, 3])", "6"), ("sum(1, 2, 3)", "6"), ("sum([])", "null"),
      ("sum([1, null])", "null"),
    ],
    bounds: { call, candidates in
      figure(call, candidates) { numbers in
        // An open member counts towards an end only if it moves it.
        let low = numbers.lows(open: false).flatMap { certain in
          numbers.lows(open: true).flatMap { Number.sum(certain + $0.filter(\.isNegative)) }
        }
        let high = numbers.highs(open: false).flatMap { certain in
          numbers.highs(open: true).flatMap { Number.sum(certain + $0.filter(\.isPositive)) }
        }
        return NumberBounds(low: low, high: high, isWhole: numbers.isWhole)
      }
    }
  ) { call, members in
    call.figure(of: members, Number.sum)
  }

  private static let mean = listAndVariadic(
    "mean", of: .number, gives: { $0.sharedNumber.orNull },
    summary: Wording(
      en: "The arithmetic mean of numbers, rounded once; null of nothing.",
      zh: "数的算术平均，只舍入一次；没有数则为空值。"),
    examples: [("mean([1, 2, 3])", "2"), ("mean(1, 2)", "1.5"), ("mean([])", "null")],
    bounds: { call, candidates in figure(call, candidates, meanBounds) }
  ) { call, members in
    call.figure(of: members, Number.mean)
  }

  private static let product = listAndVariadic(
    "product", of: .number, gives: { _ in .optional(.number) },
    summary: Wording(en: "The product of numbers; null of nothing.", zh: "数的乘积；没有数则为空值。"),
    examples: [("product([2, 3, 4])", "24"), ("product(2, 3, 4)", "24"), ("product([])", "null")]
  ) { call, members in
    call.figure(of: members, Number.product)
  }

  private static let median = listAndVariadic(
    "median", of: .number, gives: { $0.sharedNumber.orNull },
    summary: Wording(
      en: "The middle number; the mean of the two middle ones if the count is even.",
      zh: "居中的数；个数为偶数时取中间两数的平均。"),
    examples: [
      ("median([8, 2, 5])", "5"), ("median(6, 1, 2, 3)", "2.5"), ("median([])", "null"),
    ],
    bounds: { call, candidates in figure(call, candidates, medianBounds) }
  ) { call, members in
    call.figure(of: members, Number.median)
  }

  private static let standardDeviation = listAndVariadic(
    "stddev", of: .number, gives: { $0.sharedNumber.orNull },
    summary: Wording(
      en: "The standard deviation of a sample; null of fewer than two numbers.",
      zh: "样本标准差；不足两个数则为空值。"),
    examples: [("stddev([47])", "null"), ("stddev(2, 4, 6)", "2"), ("stddev([5, 5, 5])", "0")]
  ) { call, members in
    guard members.count > 1 else { return call.null(members.isEmpty ? .emptyList : .tooFew) }
    return call.figure(of: members, Number.standardDeviation)
  }

  private static let mode = listAndVariadic(
    "mode", of: .number, gives: { .list($0.sharedNumber) },
    summary: Wording(
      en: "The numbers that occur most often, ascending; none of an empty list.",
      zh: "出现次数最多的数，由小到大；空列表则没有。"),
    examples: [
      ("mode([6, 3, 9, 6, 6])", "[6]"), ("mode(6, 1, 9, 6, 1)", "[1, 6]"), ("mode([])", "[]"),
    ]
  ) { call, members in
    guard let numbers = call.numbers(members) else { return call.null() }
    var counts: [Number: Int] = [:]
    for number in numbers { counts[number, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    return .list(.values(counts.filter { $0.value == most }.keys.sorted().map { .number($0) }))
  }

  /// What is common to the bounds of sum, mean and median: no number, no figure.
  private static func figure(
    _ call: Call, _ candidates: [Candidate], _ bounds: (NumberCandidates) -> NumberBounds
  ) -> Value {
    guard let numbers = NumberCandidates(candidates) else { return call.null() }
    if numbers.members.isEmpty && !numbers.mayBeNull { return call.null(.emptyList) }
    let found = bounds(numbers)
    return NumberBounds(
      low: found.low, high: found.high, isWhole: found.isWhole,
      mayBeNull: numbers.mayBeNull || numbers.mayBeEmpty
    ).value(missing: call.missing)
  }

  private static func meanBounds(_ numbers: NumberCandidates) -> NumberBounds {
    // The least mean takes open members in while they pull it down: smallest first.
    func least(_ certain: [Number], _ open: [Number], _ pulls: (Number, Number) -> Bool) -> Number?
    {
      var sum = ExactSum()
      for number in certain { sum.add(number) }
      for number in open {
        if let mean = sum.divided(by: sum.count), !pulls(number, mean) { break }
        sum.add(number)
      }
      return sum.divided(by: sum.count)
    }
    let low = numbers.lows(open: false).flatMap { certain in
      numbers.lows(open: true).flatMap { least(certain, $0.sorted(), <) }
    }
    let high = numbers.highs(open: false).flatMap { certain in
      numbers.highs(open: true).flatMap { least(certain, $0.sorted(by: >), >) }
    }
    return NumberBounds(low: low, high: high)
  }

  private static func medianBounds(_ numbers: NumberCandidates) -> NumberBounds {
    // However many open members are in, the smallest of them make the least median.
    func medians(_ certain: [Number], _ open: [Number]) -> [Number]? {
      let all = certain + open
      guard open.count <= 64 else { return all }
      var medians: [Number] = []
      for taken in 0...open.count where !(certain.isEmpty && taken == 0) {
        guard let median = Number.median(certain + open.prefix(taken)) else { return nil }
        medians.append(median)
      }
      return medians
    }
    let low = numbers.lows(open: false).flatMap { certain in
      numbers.lows(open: true).flatMap { medians(certain, $0.sorted())?.min() }
    }
    let high = numbers.highs(open: false).flatMap { certain in
      numbers.highs(open: true).flatMap { medians(certain, $0.sorted(by: >))?.max() }
    }
    return NumberBounds(low: low, high: high)
  }
}

extension Call {
  /// The members as numbers; `nil` where one is none.
  func numbers(_ members: [Value]) -> [Number]? {
    var numbers: [Number] = []
    numbers.reserveCapacity(members.count)
    for member in members {
      guard case .number(let number) = member else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  fileprivate func figure(of members: [Value], _ figure: ([Number]) -> Number?) -> Value {
    guard let numbers = numbers(members) else { return null() }
    if numbers.isEmpty { return null(.emptyList) }
    return figure(numbers).map { .number($0) } ?? null(.numberTooLarge)
  }
}

extension [Shape] {
  /// Numbers of the unit that all of them have; without a unit if they differ.
  var sharedNumber: Shape {
    var shared: Shape?
    for shape in self {
      guard case .number = shape.there else { return .number }
      if let shared, shared != shape.there { return .number }
      shared = shape.there
    }
    return shared ?? .number
  }
}

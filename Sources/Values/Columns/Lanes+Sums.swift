extension Lanes {
  /// Sums, exact inside and rounded once.
  package static func sum(
    _ terms: [Decimal], into result: Numbers, fallen: Mask, _ count: Int
  ) {
    withUnsafeTemporaryAllocation(of: Number.self, capacity: terms.count) { row in
      guard let row = row.baseAddress else { return }
      for lane in 0..<count {
        var least = Int16.max
        for index in terms.indices {
          let number = number(terms[index], lane)
          (row + index).initialize(to: number)
          if number.coefficient != 0, number.exponent < least { least = number.exponent }
        }
        var sum = WideSum(exponent: Int(least))
        for index in 0..<terms.count { sum.add(row[index]) }
        if let rounded = sum.rounded ?? Number.sum((0..<terms.count).map { row[$0] }) {
          result[lane] = rounded
        } else {
          result[lane] = .zero
          fallen[lane] = 1
        }
      }
    }
  }

  /// Means of `divisor` numbers, exact inside and rounded once.
  package static func mean(
    _ terms: [Decimal], _ divisor: Integer, into result: Numbers, fallen: Mask, _ count: Int
  ) {
    for lane in 0..<count {
      var sum = ExactSum()
      for term in terms { sum.add(number(term, lane)) }
      let divisor =
        switch divisor {
        case .each(let integers): integers[lane]
        case .all(let integer): integer
        }
      result[lane] = .zero
      guard divisor != 0 else { continue }
      if let mean = sum.divided(by: Int(divisor)) {
        result[lane] = mean
      } else {
        fallen[lane] = 1
      }
    }
  }
}

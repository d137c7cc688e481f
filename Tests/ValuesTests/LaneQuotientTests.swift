import TestSupport
import Testing

@testable import Values

/// Quotients and roundings of whole blocks against those of single integers.
@Suite(.timed) struct LaneQuotientTests {
  private static let wild: [Int64] = [
    0, 1, -1, 2, 3, 7, 9, 10, -10, 99, 1000, 4999, 5000, 5001, -5000, 1 << 31, 1 << 53,
    (1 << 60) - 1, -(1 << 60) + 1, 999_999_999_999_999_999, 4_611_686_018_427_387_903,
  ]

  private func integers(_ numbers: inout Seeded, _ count: Int) -> [Int64] {
    (0..<count).map { _ in
      let next = numbers.next()
      if next % 4 == 0 { return Self.wild[Int(numbers.next() % UInt64(Self.wild.count))] }
      let integer = Int64(numbers.next() >> (2 + next % 60))
      return next % 3 == 0 ? -integer : integer
    }
  }

  @Test func quotientsAreCutTowardsZero() {
    var numbers = Seeded(3)
    for round in 0..<400 {
      let (left, right) = (integers(&numbers, 64), integers(&numbers, 64))
      var (each, all) = ([Int64](repeating: 0, count: 64), [Int64](repeating: 0, count: 64))
      let divisor = right[round % 64]
      left.withUnsafeBufferPointer { left in
        right.withUnsafeBufferPointer { right in
          guard let left = left.baseAddress, let right = right.baseAddress else { return }
          each.withUnsafeMutableBufferPointer { result in
            guard let result = result.baseAddress else { return }
            Lanes.quotient(.each(left), .each(right), into: result, 64)
          }
          all.withUnsafeMutableBufferPointer { result in
            guard let result = result.baseAddress else { return }
            Lanes.quotient(.each(left), .all(divisor), into: result, 64)
          }
        }
      }
      for lane in 0..<64 {
        #expect(each[lane] == (right[lane] == 0 ? 0 : left[lane] / right[lane]))
        #expect(all[lane] == (divisor == 0 ? 0 : left[lane] / divisor))
      }
    }
  }

  /// Whatever lies so near to an integer is rounded to the units that the lane says, or the lane has fallen out.
  @Test(arguments: RoundingMode.allCases)
  func aRoundingThatIsDecidedIsThatOfEveryNumberSoNear(mode: RoundingMode) {
    var numbers = Seeded(5)
    var decided = 0
    for _ in 0..<300 {
      let unit = Int64([3, 10, 500, 1000, 250_000, 1_000_000_000][Int(numbers.next() % 6)])
      let error = Int64(numbers.next() % 4)
      let near = integers(&numbers, 64).map { $0 >> 2 }
      let looked = (0..<64).map { _ in UInt8(numbers.next() % 8 == 0 ? 0 : 1) }
      var result = [Int64](repeating: 0, count: 64)
      var fallen = [UInt8](repeating: 0, count: 64)
      var mask = looked
      near.withUnsafeBufferPointer { near in
        result.withUnsafeMutableBufferPointer { result in
          fallen.withUnsafeMutableBufferPointer { fallen in
            mask.withUnsafeMutableBufferPointer { mask in
              guard let near = near.baseAddress, let result = result.baseAddress,
                let fallen = fallen.baseAddress, let mask = mask.baseAddress
              else { return }
              Lanes.units(
                of: near, each: unit, error: error, mode, within: mask, into: result,
                fallen: fallen, 64)
            }
          }
        }
      }
      for lane in 0..<64 {
        #expect(looked[lane] == 1 || fallen[lane] == 0, "who does not look does not fall")
        guard fallen[lane] == 0, looked[lane] == 1 else { continue }
        decided += 1
        for distance in -error...error {
          let number = Number(scaled: near[lane] + distance, exponent: 0)
          let expected = number.roundedToMultiple(of: Number(Int(unit)), mode)
          #expect(
            expected == Number(Int(result[lane])).multiplied(by: Number(Int(unit))),
            "\(near[lane]) + \(distance) in units of \(unit)")
        }
      }
    }
    #expect(decided > 5000)
  }
}

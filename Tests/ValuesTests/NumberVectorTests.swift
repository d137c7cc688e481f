import Foundation
import TestSupport
import Testing
import Values

/// Cases of `Scripts/oracle`, answered by another implementation of decimal128.
@Suite(.timed) struct NumberVectorTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static let vectors: [[Substring]] = {
    let file = folder.appending(path: "Vectors/numbers.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map { $0.split(separator: "\t") }
  }()

  @Test func agreesWithTheOracle() throws {
    #expect(Self.vectors.count > 3_000)
    for vector in Self.vectors {
      let operation = vector[0].split(separator: " ").map(String.init)
      let operands = try vector[1..<(vector.count - 1)].map { try #require(Number($0)) }
      let expected = try #require(vector.last)
      let actual = result(operation, operands)
      if expected == "none" {
        #expect(actual == nil, "\(vector)")
      } else {
        let answer = try #require(Number(expected))
        #expect(actual == answer, "\(vector) gave \(actual?.description ?? "none")")
      }
    }
  }

  private func result(_ operation: [String], _ operands: [Number]) -> Number? {
    let first = operands[0]
    let second = operands.count > 1 ? operands[1] : .zero
    let mode = operation.count > 1 ? RoundingMode(rawValue: operation[1]) ?? .halfEven : .halfEven
    return switch operation[0] {
    case "+": first.adding(second)
    case "-": first.subtracting(second)
    case "*": first.multiplied(by: second)
    case "/": first.divided(by: second)
    case "modulo": first.modulo(second)
    case "compare": Number(first.order(to: second))
    case "sqrt": first.squareRoot()
    case "exp": first.exponential()
    case "ln": first.naturalLogarithm()
    case "**": first.power(second)
    case "round": first.rounded(toScale: Int(operation[2]) ?? 0, mode)
    case "multiple": first.roundedToMultiple(of: second, mode)
    case "sum": .sum(operands)
    case "mean": .mean(operands)
    case "product": .product(operands)
    case "stddev": .standardDeviation(operands)
    default: nil
    }
  }
}

import TestSupport
import Testing
import Values

@testable import Analyses

/// Alpha against published values, and its laws.
@Suite(.timed) struct ReliabilityTests {
  struct Published: Sendable, CustomTestStringConvertible {
    let source: String
    /// One row an observer, one character a unit; `.` was not marked.
    let rows: [String]
    let alphas: [Metric: String]

    var testDescription: String { source }

    var units: [[Int]] {
      let marks = rows.map { $0.split(separator: " ").map { Self.number(of: $0) } }
      return (marks.first ?? []).indices.map { unit in marks.compactMap { $0[unit] } }
    }

    private static func number(of text: Substring) -> Int? {
      Int(text) ?? (text == "." ? nil : text.unicodeScalars.first.map { Int($0.value) })
    }
  }

  static let published = [
    Published(
      source: "Krippendorff 2011, two observers, binary",
      rows: ["0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"], alphas: [.nominal: "0.095"]),
    Published(
      source: "Krippendorff 2011, two observers, nominal",
      rows: ["a a b b d c c c e d d a", "b a b b b c c c e d d d"], alphas: [.nominal: "0.692"]),
    Published(
      source: "Krippendorff 2011, four observers, twelve units, missing marks",
      rows: [
        "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 .",
      ],
      alphas: [.nominal: "0.743", .ordinal: "0.815", .interval: "0.849"]),
    Published(
      source: "three coders, fifteen units, widely reprinted",
      rows: [
        ". . . . . 3 4 1 2 1 1 3 3 . 3", "1 . 2 1 3 3 4 3 . . . . . . .",
        ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
      ],
      alphas: [.nominal: "0.691", .interval: "0.811"]),
  ]

  @Test(arguments: published)
  func agreesWithThePublishedValueToThreeDecimals(published: Published) {
    let data = Reliability(published.units)
    for (metric, expected) in published.alphas {
      let alpha = data.alpha(metric).value?.rounded(toScale: 3, .halfEven)
      #expect(alpha == Number(expected), "\(published.source), \(metric)")
    }
  }

  private func drawn(_ random: inout SeededRandom) -> [[Int]] {
    (0..<Int.random(in: 2...9, using: &random)).map { _ in
      (0..<Int.random(in: 0...5, using: &random)).map { _ in
        Int.random(in: 0...6, using: &random)
      }
    }
  }

  @Test(arguments: Metric.allCases)
  func theOrderOfAssessorsAndUnitsDecidesNothing(metric: Metric) {
    var random = SeededRandom(seed: 21)
    for _ in 0..<100 {
      let units = drawn(&random)
      let shuffled = units.map { $0.shuffled(using: &random) }.shuffled(using: &random)
      #expect(Reliability(units).alpha(metric) == Reliability(shuffled).alpha(metric))
    }
  }

  @Test(arguments: Metric.allCases)
  func itIsOneExactlyWhereAllAgree(metric: Metric) {
    var random = SeededRandom(seed: 34)
    for _ in 0..<50 {
      let values = (0..<Int.random(in: 2...8, using: &random)).map {
        $0 == 0 ? -1 : Int.random(in: 0...4, using: &random)
      }
      let perfect = values.map {
        Array(repeating: $0, count: Int.random(in: 2...4, using: &random))
      }
      #expect(Reliability(perfect).alpha(metric) == .value(.one))
      var spoilt = perfect
      spoilt[0][0] = 9
      #expect(Reliability(spoilt).alpha(metric).value.map { $0 < .one } == true)
    }
  }

  /// The textbook form: coincidences of categories, and differences between them.
  private func byCoincidences(_ units: [[Int]], _ metric: Metric) -> Double? {
    let pairable = units.filter { $0.count > 1 }
    let values = Set(pairable.joined()).sorted()
    func matrix() -> [[Double]] {
      var cells = values.map { _ in values.map { _ in 0.0 } }
      for unit in pairable {
        for (i, one) in unit.enumerated() {
          for (j, other) in unit.enumerated() where i != j {
            let (row, column) = (values.firstIndex(of: one) ?? 0, values.firstIndex(of: other) ?? 0)
            cells[row][column] += 1 / Double(unit.count - 1)
          }
        }
      }
      return cells
    }
    let coincidences = matrix()
    let often = coincidences.map { $0.reduce(0, +) }
    let all = often.reduce(0, +)
    func distance(_ row: Int, _ column: Int) -> Double {
      switch metric {
      case .nominal: return row == column ? 0 : 1
      case .interval:
        let apart = Double(values[row] - values[column])
        return apart * apart
      case .ordinal:
        let (low, high) = (min(row, column), max(row, column))
        let between = often[low...high].reduce(0, +) - (often[low] + often[high]) / 2
        return between * between
      }
    }
    var observed = 0.0
    var expected = 0.0
    for row in values.indices {
      for column in values.indices {
        observed += coincidences[row][column] * distance(row, column)
        expected += often[row] * often[column] * distance(row, column)
      }
    }
    return expected == 0 ? nil : 1 - (all - 1) * observed / expected
  }

  @Test(arguments: Metric.allCases)
  func isWhatTheTableOfCoincidencesGives(metric: Metric) throws {
    var random = SeededRandom(seed: 55)
    for _ in 0..<200 {
      let units = drawn(&random)
      guard case .value(let alpha) = Reliability(units).alpha(metric) else { continue }
      let expected = try #require(byCoincidences(units, metric))
      let text = alpha.rounded(toScale: 9, .halfEven)?.description ?? ""
      #expect(abs((Double(text) ?? .nan) - expected) < 1e-8)
    }
  }

  @Test func saysWhyThereIsNoNumber() {
    #expect(Reliability([]).alpha(.interval) == .none(.nothingShared))
    #expect(Reliability([[1], [2], [3]]).alpha(.interval) == .none(.nothingShared))
    #expect(Reliability([[1, 2, 3], [4]]).alpha(.interval) == .none(.oneUnit))
    #expect(Reliability([[2, 2], [2, 2, 2]]).alpha(.ordinal) == .none(.noVariation))
  }

  @Test func aSeedDrawsTheSameIntervalAndItHoldsTheValue() throws {
    let data = Reliability(Self.published[2].units)
    func interval(_ seed: UInt64) -> (low: Number, high: Number)? {
      data.interval(.interval, resamples: 1000, SplitMix(seed: seed, for: "item"))
    }
    let first = try #require(interval(1))
    let again = try #require(interval(1))
    #expect(first == again)
    let other = try #require(interval(2))
    #expect(first != other)
    let alpha = try #require(data.alpha(.interval).value)
    #expect(first.low < alpha && alpha < first.high)
    #expect(first.high <= .one)
    #expect(data.interval(.interval, resamples: 0, SplitMix(seed: 1, for: "")) == nil)
  }

  @Test func theContributionsOfTheUnitsAddUpToOne() {
    let shares = Reliability([[0, 10], [5, 5], [4, 6]]).contributions()
    #expect(
      shares.map { $0.rounded(toScale: 4, .halfEven) } == [
        Number("0.9615"), .zero, Number("0.0385"),
      ])
  }
}

import Rubrics
import Values

/// The marks of an item by stage, and how they are brought together.
///
/// A stage that is held again and again has one mark a term, and its own is their mean.
struct StageMarks {
  private struct Part {
    var certain: [ScoreRange] = []
    /// Of terms of which it is not known whether it was held in them.
    var optional: [ScoreRange] = []

    func mark(_ extreme: QuotientTerms.Extreme) throws(NumberTooLarge) -> Quotient? {
      func terms(_ ranges: [ScoreRange]) -> [(earned: Number, points: Number)] {
        ranges.map { (extreme == .least ? $0.low : $0.high, .one) }
      }
      return try QuotientTerms(certain: terms(certain), optional: terms(optional))
        .quotient(extreme)
    }
  }

  private let own: [ItemStage]
  private let stages: [Stage]
  private var parts: [Int: Part] = [:]

  /// With more open stages than this every choice is not tried; the hull of all marks is taken.
  private static let mostOpen = 8

  init(_ own: [ItemStage], in stages: [Stage]) {
    self.own = own
    self.stages = stages
  }

  mutating func take(_ stage: Int, _ range: ScoreRange, mayBeMissing: Bool) {
    if mayBeMissing {
      parts[stage, default: Part()].optional.append(range)
    } else {
      parts[stage, default: Part()].certain.append(range)
    }
  }

  /// Stages of which it is not known whether they are there.
  private var open: [Int] { parts.filter { $0.value.certain.isEmpty }.keys.sorted() }

  var mayAllBeMissing: Bool { parts.values.allSatisfy(\.certain.isEmpty) }

  /// The share that one time of a stage has in the item; `nil` while it is open which there are.
  func weight(of stage: Int) -> Number? {
    guard let part = parts[stage] else { return .zero }
    guard parts.values.allSatisfy(\.optional.isEmpty) else { return nil }
    let shares = Dictionary(
      parts.keys.map {
        ($0, Quotient(earned: $0 == stage ? .one : .zero, applicable: .one))
      }, uniquingKeysWith: { one, _ in one })
    let whole = (try? quotient(shares)).flatMap { $0 }.flatMap { try? $0.share }
    return part.certain.count == 1
      ? whole : whole.flatMap { $0.divided(by: Number(part.certain.count)) }
  }

  /// - Returns: `nil` where there is no stage at all.
  func hull() throws(NumberTooLarge) -> ScoreRange? {
    guard !parts.isEmpty else { return nil }
    let open = self.open
    guard open.count <= Self.mostOpen else {
      return parts.values.flatMap { $0.certain + $0.optional }
        .reduce(nil as ScoreRange?) { $0?.joined($1) ?? $1 }
    }
    var lows: [Int: Quotient] = [:]
    var highs: [Int: Quotient] = [:]
    for (stage, part) in parts {
      lows[stage] = try part.mark(.least)
      highs[stage] = try part.mark(.greatest)
    }
    var hull: ScoreRange?
    for choice in 0..<(1 << open.count) {
      let missing = Set(open.indices.filter { choice & (1 << $0) != 0 }.map { open[$0] })
      guard let low = try quotient(lows.filter { !missing.contains($0.key) }),
        let high = try quotient(highs.filter { !missing.contains($0.key) })
      else { continue }
      let range = ScoreRange(try low.share, try high.share)
      hull = hull?.joined(range) ?? range
    }
    return hull
  }

  /// The weighted mean of the marks of the stages that are there.
  private func quotient(_ marks: [Int: Quotient]) throws(NumberTooLarge) -> Quotient? {
    if own.contains(where: { $0.weight != nil }) {
      var terms: [(weight: Number, mark: Quotient)] = []
      for stage in own {
        guard let weight = stage.weight, let mark = marks[stage.stage] else { continue }
        terms.append((weight, mark))
      }
      return try Self.mean(terms)
    }
    var terms: [(weight: Number, mark: Quotient)] = []
    for stage in stages.indices where stages[stage].feeds == nil {
      if let mark = try mark(of: stage, marks) {
        terms.append((stages[stage].weight ?? .one, mark))
      }
    }
    return try Self.mean(terms)
  }

  /// A stage's own mark with those that feed it; the checker saw that no circle is among them.
  private func mark(
    of stage: Int, _ marks: [Int: Quotient]
  ) throws(NumberTooLarge) -> Quotient? {
    let feeding = stages.indices.filter { stages[$0].feeds == stage }
    let own = marks[stage]
    guard !feeding.isEmpty else { return own }
    var terms = own.map { [(weight: stages[stage].own, mark: $0)] } ?? []
    for fed in feeding {
      if let mark = try mark(of: fed, marks) { terms.append((stages[fed].weight ?? .zero, mark)) }
    }
    return try Self.mean(terms)
  }

  /// Weights are normalised over what is there; everything is multiplied first and divided once.
  private static func mean(
    _ terms: [(weight: Number, mark: Quotient)]
  ) throws(NumberTooLarge) -> Quotient? {
    var earned: [Number] = []
    for (index, term) in terms.enumerated() {
      var product = try term.weight.times(term.mark.earned)
      for (other, factor) in terms.enumerated() where other != index {
        product = try product.times(factor.mark.applicable)
      }
      earned.append(product)
    }
    var applicable = try Number.total(terms.map(\.weight) + [.zero])
    for term in terms { applicable = try applicable.times(term.mark.applicable) }
    guard applicable.isPositive else { return nil }
    return Quotient(earned: try Number.total(earned), applicable: applicable)
  }
}

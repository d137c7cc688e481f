import Diagnostics
import FEEL
import Rubrics
import Values

extension ItemScorer {
  /// The marks that may count at a stage; those that cannot are noted with the reason.
  ///
  /// An item without stages takes marks of any stage.
  mutating func acceptableMarks(of item: Item, at stage: Stage?) -> [AssessorMark] {
    let marks = evidence.marks[item.id] ?? []
    let faults = evidence.stageFaults[item.id] ?? []
    var acceptable: [AssessorMark] = []
    for (index, mark) in marks.enumerated() {
      if let stage, mark.stage != stage.id, mark.stage != nil || mark.role != "self" { continue }
      if let fault = faults.indices.contains(index) ? faults[index] : nil {
        working.note(.judgement(mark.use(setAside: fault)))
      } else {
        acceptable.append(mark)
      }
    }
    return acceptable
  }

  /// Scores the form once for every stage, and brings the stages together by their weights.
  mutating func scoreStages(
    of item: Item, _ setting: FormSetting
  ) throws(NumberTooLarge) -> (FormResult, [StageResult]) {
    var marks = StageMarks(item.stages, in: rubric.stages)
    var missing: [[Missing]] = []
    noteStrayMarks(of: item)
    for own in item.stages {
      let stage = rubric.stages[own.stage]
      let outside = working.missing
      working.forgetMissing()
      let applies = stage.appliesWhen.map { working.holds($0, for: stage.id) } ?? .yes
      if case .no = applies {
        working.note(.note(.noSuchStage(stage.title)))
      } else {
        working.note(.note(.atStage(stage.title)))
        if let slot = slots.stage { working.slots[slot] = .string(stage.id) }
        let form = try score(
          item.plan,
          setting.taking(
            acceptableMarks(of: item, at: stage), try totals(behind: item, at: stage)))
        if case .points(let range, let mayNotApply) = meaning(of: form, setting) {
          marks.take(own.stage, range, mayBeMissing: applies.isOpen || mayNotApply)
        }
      }
      missing.append(working.missing)
      let inside = working.missing
      working.forgetMissing()
      working.lack(outside)
      working.lack(inside)
    }
    if let slot = slots.stage { working.slots[slot] = .null }
    let results = zip(item.stages, missing).map { own, missing in
      StageResult(
        stage: rubric.stages[own.stage], points: marks.range(of: own.stage),
        weight: marks.weight(of: own.stage), missing: missing)
    }
    guard let hull = try marks.hull() else { return (.notApplicable, results) }
    return (.points(setting.clipped(hull), mayNotApply: marks.mayAllBeMissing), results)
  }

  /// Marks that name no stage of the item are shown, and count nowhere.
  private mutating func noteStrayMarks(of item: Item) {
    let names = Set(item.stages.map { rubric.stages[$0.stage].id })
    let faults = evidence.stageFaults[item.id] ?? []
    for (index, mark) in (evidence.marks[item.id] ?? []).enumerated()
    where !(mark.stage.map(names.contains) ?? false) && faults.indices.contains(index) {
      if let fault = faults[index] { working.note(.judgement(mark.use(setAside: fault))) }
    }
  }
}

/// The marks of an item by stage, and how they are brought together.
struct StageMarks {
  private let own: [ItemStage]
  private let stages: [Stage]
  private var ranges: [Int: ScoreRange] = [:]
  /// Stages of which it is not known whether they are there.
  private var open: [Int] = []

  /// With more open stages than this every choice is not tried; the hull of all marks is taken.
  private static let mostOpen = 8

  init(_ own: [ItemStage], in stages: [Stage]) {
    self.own = own
    self.stages = stages
  }

  mutating func take(_ stage: Int, _ range: ScoreRange, mayBeMissing: Bool) {
    ranges[stage] = range
    if mayBeMissing { open.append(stage) }
  }

  func range(of stage: Int) -> ScoreRange? { ranges[stage] }

  var mayAllBeMissing: Bool { open.count == ranges.count }

  /// The share that a stage has in the item; `nil` while it is open which stages there are.
  func weight(of stage: Int) -> Number? {
    guard ranges[stage] != nil else { return .zero }
    guard open.isEmpty else { return nil }
    let shares = Dictionary(
      ranges.keys.map { ($0, $0 == stage ? Number.one : .zero) },
      uniquingKeysWith: { one, _ in one })
    return (try? quotient(shares)).flatMap { $0 }.flatMap { try? $0.share }
  }

  /// - Returns: `nil` where there is no stage at all.
  func hull() throws(NumberTooLarge) -> ScoreRange? {
    guard !ranges.isEmpty else { return nil }
    guard open.count <= Self.mostOpen else {
      return ranges.values.reduce(nil as ScoreRange?) { $0?.joined($1) ?? $1 }
    }
    var hull: ScoreRange?
    for choice in 0..<(1 << open.count) {
      let missing = Set(open.indices.filter { choice & (1 << $0) != 0 }.map { open[$0] })
      let present = ranges.filter { !missing.contains($0.key) }
      guard let low = try quotient(present.mapValues(\.low)),
        let high = try quotient(present.mapValues(\.high))
      else { continue }
      let range = ScoreRange(try low.share, try high.share)
      hull = hull?.joined(range) ?? range
    }
    return hull
  }

  /// The weighted mean of the marks of the stages that are there.
  private func quotient(_ marks: [Int: Number]) throws(NumberTooLarge) -> Quotient? {
    if own.contains(where: { $0.weight != nil }) {
      var terms: [(weight: Number, mark: Quotient)] = []
      for stage in own {
        guard let weight = stage.weight, let mark = marks[stage.stage] else { continue }
        terms.append((weight, Quotient(earned: mark, applicable: .one)))
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
  private func mark(of stage: Int, _ marks: [Int: Number]) throws(NumberTooLarge) -> Quotient? {
    let feeding = stages.indices.filter { stages[$0].feeds == stage }
    let own = marks[stage].map { Quotient(earned: $0, applicable: .one) }
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

extension FormSetting {
  func taking(_ marks: [AssessorMark], _ totals: PanelTotals?) -> FormSetting {
    FormSetting(
      item: item, least: least, greatest: greatest, isDeduction: isDeduction, marks: marks,
      lostMarks: lostMarks, related: related, impartiality: impartiality, mode: mode,
      totals: totals)
  }
}

extension Wording {
  static func atStage(_ stage: Wording) -> Wording {
    Wording(en: "at \(stage.en):", zh: "\(stage.zh)：")
  }

  static func calendar(_ result: CalendarResult) -> Wording {
    let title = result.figure.title ?? Wording(result.figure.name)
    let missed = result.missed
    if missed.isEmpty {
      return Wording(en: "\(title.en): no term missed", zh: "\(title.zh)：没有缺期")
    }
    return Wording(
      en: "\(title.en): missing \(missed.joined(separator: ", "))",
      zh: "\(title.zh)：缺 \(missed.joined(separator: "、"))")
  }

  static func noSuchStage(_ stage: Wording) -> Wording {
    Wording(en: "there is no \(stage.en)", zh: "没有\(stage.zh)阶段")
  }
}

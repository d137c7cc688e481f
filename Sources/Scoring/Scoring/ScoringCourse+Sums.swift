import Diagnostics
import FEEL
import Rubrics
import Values

extension ScoringCourse {
  struct ScoredSections {
    let sections: [ScoredSection]
    /// `nil`: evidence could still block the result.
    let blocks: Bool?
    let isLeftOpen: Bool
  }

  /// The sum of all sections, before bonus and deductions.
  struct TotalOfSections {
    /// Whether any section counts.
    let counts: Bool
    let points: ScoreRange
    let plain: ScoreRange
    let results: [SectionResult]
    let plainResults: [SectionResult]
    /// The titles of the sections that are, or could be, the worst or the best.
    let deciding: [Wording]
  }

  mutating func scoreItems() throws(NumberTooLarge) -> ScoredSections {
    var sections: [ScoredSection] = []
    for section in plan.sections { sections.append(try scorer.score(section)) }
    let flags = sections.map(\.anyBlocks)
    let blocks: Bool? = flags.contains(true) ? true : flags.contains(nil) ? nil : false
    if blocks == nil { mayNotBeEvaluated = true }
    tell(EvaluationStep(.items, .itemsScored(sections.flatMap(\.allItems).count)))
    return ScoredSections(
      sections: sections, blocks: blocks, isLeftOpen: sections.contains(where: \.anyLeftOpen))
  }

  mutating func sumSections(_ scored: ScoredSections) throws(NumberTooLarge) -> TotalOfSections {
    var plain: [ScoredSection] = []
    for section in scored.sections {
      plain.append(slots.hasExcuses ? try section.withoutExcuses() : section)
    }
    let sum = try SectionSum(of: scored.sections.map(\.contribution), plan.combining)
    let plainSum = try SectionSum(of: plain.map(\.contribution), plan.combining)
    let points = try sum.range(of: plan.points)
    let without = try plainSum.range(of: plan.points)
    if sum.presence == .mayCount { mayNotBeEvaluated = true }
    let results = zip(scored.sections, zip(sum.parts, plain)).map { section, weighed in
      section.result(weighed.0.atTop, plain: weighed.1)
    }
    let plainResults = zip(plain, plainSum.parts).map { $0.result($1, plain: $0) }
    tellExcuses(results, before: without, after: points)
    for section in results {
      tell(
        EvaluationStep(
          .sections, .section(section), subject: section.section.id, after: section.points))
    }
    return TotalOfSections(
      counts: sum.presence != .doesNotCount, points: points, plain: without, results: results,
      plainResults: plainResults,
      deciding: sum.deciding.map { scored.sections[$0].section.title })
  }

  private mutating func tellExcuses(
    _ results: [SectionResult], before: ScoreRange, after: ScoreRange
  ) {
    guard isRecording else { return }
    let excused = results.flatMap(\.items).filter { $0.excuse != nil }
    if excused.isEmpty {
      tell(EvaluationStep(.excuses, .noExcuses, before: before, after: after))
    }
    for item in excused {
      guard let excuse = item.excuse else { continue }
      tell(
        EvaluationStep(
          .excuses, .excuse(item.item.title, excuse), subject: item.item.id, before: before,
          after: after, isOpen: excuse.effect == .open))
    }
  }

  mutating func addBonus() throws(NumberTooLarge) -> BonusResult? {
    guard let bonus = plan.bonus else {
      tell(EvaluationStep(.bonus, .noBonus))
      return nil
    }
    var items: [ItemResult] = []
    var points: [ScoreRange] = [.zero]
    for item in bonus.items {
      let scored = try scorer.score(item, in: .bonus)
      let part = scored.contribution
      let resolved = Contribution.Resolved(
        presence: part.presence, earned: part.earned, effect: .none)
      if part.presence != .doesNotCount {
        let given = try part.earned.plus(part.extra)
        points.append(part.presence == .mayCount ? given.joined(.zero) : given)
      }
      if scored.isLeftOpen { isLeftOpen = true }
      items.append(scored.result(resolved))
    }
    let uncapped = try ScoreRange.total(points)
    let capped = try bonus.points.range { _ in Amount.Ends(uncapped) } ?? uncapped
    tell(EvaluationStep(.bonus, .bonus(cap: bonus.bonus.cap), before: uncapped, after: capped))
    return BonusResult(bonus: bonus.bonus, items: items, uncapped: uncapped, points: capped)
  }

  /// What the deductions take away, with and without their excuses.
  struct Deductions {
    var items: [ItemResult] = []
    var loss = ScoreRange.zero
    var plainLoss = ScoreRange.zero
  }

  mutating func takeDeductions() throws(NumberTooLarge) -> Deductions {
    if plan.losses.isEmpty { tell(EvaluationStep(.deductions, .noDeductions)) }
    var taken = Deductions()
    for deduction in plan.losses {
      let scored = try scorer.score(deduction.item, in: .deduction(cap: deduction.cap))
      if scored.isLeftOpen { isLeftOpen = true }
      let resolved = scored.contribution.resolvedLoss
      taken.items.append(scored.result(resolved))
      let plain = scored.contribution.unexcused.resolvedLoss
      let before = taken.loss
      taken.loss = try before.plus(resolved.presence == .doesNotCount ? .zero : resolved.earned)
      taken.plainLoss = try taken.plainLoss.plus(
        plain.presence == .doesNotCount ? .zero : plain.earned)
      tell(
        EvaluationStep(
          .deductions, .deduction(deduction.item.title, cap: deduction.cap),
          subject: deduction.item.id, before: before, after: taken.loss))
    }
    return taken
  }
}

extension Contribution {
  /// A loss is excused by taking nothing away.
  fileprivate var resolvedLoss: Resolved {
    let loss = presence == .mayCount ? earned.joined(.zero) : earned
    guard presence != .doesNotCount, let claim, loss.high.isPositive else {
      return Resolved(presence: presence, earned: loss, effect: .none)
    }
    return claim.isCertain
      ? Resolved(presence: .counts, earned: .zero, effect: .applied)
      : Resolved(presence: .counts, earned: loss.joined(.zero), effect: .open)
  }
}

extension Contribution.Resolved {
  /// Where everything is excused there is nothing around the sections to compare with: points stand.
  fileprivate var atTop: Contribution.Resolved {
    guard effect == .open, presence == .counts else { return self }
    return Contribution.Resolved(presence: presence, earned: earned, effect: .wouldCost)
  }
}

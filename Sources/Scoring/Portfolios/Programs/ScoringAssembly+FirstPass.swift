import FEEL
import Rubrics
import Values

extension ScoringAssembly {
  /// What a subject brings to the comparison with others, as `CohortMember`; who is not admitted brings nothing.
  struct MemberLanes {
    /// `nil` where all are peers.
    var peers: LaneValue?
    var ranks: [LaneValue] = []
    var figures: [LaneValue] = []
    /// Into `figures`: those by which members have places.
    var standings: [Int] = []
    /// By item: its points and where they go into the mean of the cohort; `nil` for everywhere.
    var shares: [(id: String, points: LaneValue, counts: LaneID?)] = []
  }

  /// The first pass: everything that comparisons look at, and whether the subject is evaluated at all.
  mutating func compare(_ cohort: Cohort) throws(ColumnRefusal) -> MemberLanes {
    var lanes = MemberLanes()
    var counts: LaneID?
    for section in rubric.resultPlan.sections {
      counts = assembler.either(counts, try firstPass(section, &lanes))
    }
    // Where only what waits for the comparison might count, the row evaluator knows better.
    assembler.fallOut(where: counts.map { assembler.opposite($0) } ?? everyLane)
    for item in rubric.resultPlan.bonus?.items ?? [] { _ = try firstPass(item, in: .bonus, &lanes) }
    for deduction in rubric.resultPlan.losses {
      _ = try firstPass(deduction.item, in: .deduction(cap: deduction.cap), &lanes)
    }
    bindResults()
    lanes.peers = try cohort.by.map { plan throws(ColumnRefusal) in try compile(plan, as: .peers) }
    for (number, ranked) in rubric.rankedItems.enumerated() {
      lanes.ranks.append(try compile(ranked.rule.value, as: .rank(number)))
    }
    for (number, figure) in cohort.figures.enumerated() {
      lanes.figures.append(try compile(figure.value, as: .cohortFigure(number)))
    }
    lanes.standings = rubric.standingFigures
    return lanes
  }

  /// The lanes in which the section certainly counts; `nil` for none.
  private mutating func firstPass(
    _ section: SectionPlan, _ lanes: inout MemberLanes
  ) throws(ColumnRefusal) -> LaneID? {
    guard section.allItems.contains(where: \.isOfSecondPass) else {
      return try score(section).counts ?? everyLane
    }
    if let condition = section.applies {
      // What stands in a section that does not apply has its own rules.
      let applies = try holds(condition, as: .section(section.id))
      assembler.fallOut(where: applies.map { assembler.opposite($0) } ?? everyLane)
    }
    var counts: LaneID?
    switch section.content {
    case .items(let items):
      for item in items {
        counts = assembler.either(counts, try firstPass(item, in: .section, &lanes))
      }
    case .sections(let sections):
      for section in sections {
        counts = assembler.either(counts, try firstPass(section, &lanes))
      }
    }
    // Nothing may look at it before the comparison; who does all the same falls out.
    sectionEntries[section.id] = .value(.constant(.null), others: everyLane)
    return counts
  }

  /// The lanes in which the item certainly counts; `nil` for none.
  private mutating func firstPass(
    _ item: Item, in surroundings: Surroundings, _ lanes: inout MemberLanes
  ) throws(ColumnRefusal) -> LaneID? {
    guard item.isOfSecondPass else {
      return try score(item, in: surroundings).counts ?? everyLane
    }
    itemEntries[item.id] = .value(.constant(.null), others: everyLane)
    let part = RowPart.item(item.id)
    if let known = rows[part] {
      let (points, counts) = try given(known)
      if item.asksForMean { lanes.shares.append((item.id, points, counts)) }
      return nil
    }
    let before = assembler.fallenCount
    do throws(ColumnRefusal) {
      if item.asksForMean {
        let (points, counts) = try pointsGiven(item, in: surroundings)
        lanes.shares.append((item.id, points, counts))
      } else if item.mayOverflow {
        throw ColumnRefusal(.rule(.openAmount), at: item.place)
      }
      if item.otherwise == .block, let condition = item.appliesWhen {
        let applies = try holds(condition)
        assembler.fallOut(where: applies.map { assembler.opposite($0) } ?? everyLane)
      }
    } catch {
      assembler.forgetFallen(since: before)
      refused.append(part, ColumnRefusal(error.cause, at: error.place ?? item.place))
    }
    return nil
  }
}

extension Item {
  /// Before the comparison its amount has no end, so that points for each unit of it may be too large a number.
  fileprivate var mayOverflow: Bool {
    plan.isPaced || !stages.isEmpty
  }
}

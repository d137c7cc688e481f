import FEEL
import Rubrics
import Values

extension ScoringAssembly {
  /// What a sum over parts comes to, as `SectionSum`.
  struct SumLanes {
    let earned: LaneValue
    /// Points of what counts.
    let applicable: LaneValue
    /// All points of the parts.
    let possible: LaneValue
    let extra: LaneValue?
    /// The lanes in which something counts; `nil` for all.
    let counts: LaneID?
    /// Whether any part has points; if not there is only what stands beside a quotient.
    let hasQuotient: Bool
  }

  /// Sums parts; in lanes where only parts without points count, though others have some, the row evaluator does.
  mutating func sum(_ parts: [PartLanes]) throws(ColumnRefusal) -> SumLanes {
    var (earned, applicable, possible, extras): ([LaneValue], [LaneValue], [LaneValue], [LaneValue])
    (earned, applicable, possible, extras) = ([], [], [], [])
    var counts: LaneID?
    var isSure = false
    var hasPointless = false
    // Where parts without points count.
    var pointless: LaneID?
    for part in parts {
      possible.append(part.points)
      if let extra = part.extra { extras.append(try counted(extra, part.counts)) }
      if case .constant(.number(let number)) = part.points.form, !number.isPositive {
        hasPointless = true
        pointless = assembler.either(pointless, part.counts ?? everyLane)
        continue
      }
      earned.append(try counted(part.earned, part.counts))
      applicable.append(try counted(part.points, part.counts))
      if let some = part.counts { counts = assembler.either(counts, some) } else { isSure = true }
    }
    let hasQuotient = isSure || counts != nil || !hasPointless
    if !hasQuotient {
      counts = pointless
    } else if !isSure, let sure = counts {
      // Where only parts without points count, there is something to count and no quotient.
      assembler.fallOut(where: pointless.map { assembler.butNot($0, sure) })
    }
    return SumLanes(
      earned: try assembler.total(earned), applicable: try assembler.total(applicable),
      possible: try assembler.total(possible),
      extra: extras.isEmpty ? nil : try assembler.total(extras),
      counts: isSure ? nil : counts ?? assembler.none, hasQuotient: hasQuotient)
  }

  private mutating func counted(
    _ value: LaneValue, _ counts: LaneID?
  ) throws(ColumnRefusal) -> LaneValue {
    try counts.map { mask throws(ColumnRefusal) in
      try assembler.choose(mask, value, .constant(.zero))
    } ?? value
  }

  /// `points` x earned / applicable, multiplied first and divided once, as `Quotient.scaled`.
  mutating func scaled(
    _ sum: SumLanes, to points: LaneValue
  ) throws(ColumnRefusal) -> LaneValue {
    guard sum.hasQuotient else { return .constant(.zero) }
    let isWhole = try assembler.compare(.equal, points, sum.applicable)
    if case .constant(.boolean(true)) = isWhole.form { return sum.earned }
    let outer = assembler.active
    defer { assembler.leave(to: outer) }
    if let counts = sum.counts { assembler.enter(counts) }
    guard case .truth(let mask) = isWhole.form else { return try quotient(sum, points) }
    assembler.enter(mask, isNegated: true)
    let quotient = try quotient(sum, points)
    assembler.leave(to: outer)
    return try assembler.choose(mask, sum.earned, quotient)
  }

  private mutating func quotient(
    _ sum: SumLanes, _ points: LaneValue
  ) throws(ColumnRefusal) -> LaneValue {
    let times = try assembler.calculate(.multiply, points, sum.earned)
    return try assembler.calculate(.divide, times, sum.applicable).withNulls(nil)
  }

  /// Earned of applicable, divided once.
  mutating func share(_ sum: SumLanes) throws(ColumnRefusal) -> LaneValue {
    let outer = assembler.active
    defer { assembler.leave(to: outer) }
    if let counts = sum.counts { assembler.enter(counts) }
    return try assembler.calculate(.divide, sum.earned, sum.applicable).withNulls(nil)
  }

  // MARK: sections

  /// What a section and all below it give to the sum around.
  mutating func score(_ section: SectionPlan) throws(ColumnRefusal) -> PartLanes {
    let applies = try section.applies.map { plan throws(ColumnRefusal) in
      try holds(plan, as: .section(section.id)) ?? assembler.none
    }
    let firstItem = items.count
    // A section is told before those below it.
    let place = told.count
    var parts: [PartLanes] = []
    switch section.content {
    case .items(let items):
      for item in items { parts.append(try score(item, in: .section)) }
    case .sections(let sections):
      for section in sections { parts.append(try score(section)) }
    }
    let sum = try combined(parts, section.combining)
    var shown = try lanes(of: section.points, sum)
    var part: PartLanes
    let full: LaneValue = section.possible.map { .constant($0) } ?? sum.possible
    let points = sum.hasQuotient ? full : .constant(.zero)
    switch section.gives {
    case .quotient(let quotient):
      part = PartLanes(
        points: points, earned: try lanes(of: quotient, sum), extra: sum.extra, counts: sum.counts)
    case .points:
      part = PartLanes(points: points, earned: shown, extra: nil, counts: sum.counts)
    }
    var share = try lanes(of: section.share, sum)
    if let applies {
      (share, shown) = try left(section, applies, share, shown, from: firstItem, &part)
      for below in told[place...].indices { try leave(below, section.otherwise, where: applies) }
    }
    try tell(section.section, share, shown, part.counts, at: place)
    return part
  }

  /// Where a section does not apply it is left out, or has full points.
  private mutating func left(
    _ section: SectionPlan, _ applies: LaneID, _ share: LaneValue, _ shown: LaneValue,
    from firstItem: Int, _ part: inout PartLanes
  ) throws(ColumnRefusal) -> (share: LaneValue, shown: LaneValue) {
    for index in firstItem..<items.count {
      let item = items[index]
      var (points, counts) = (item.points, item.counts)
      if section.otherwise == .full {
        points = try assembler.choose(applies, points, .constant(item.item.points))
        counts = counts.flatMap { assembler.either($0, assembler.opposite(applies)) }
      } else {
        counts = assembler.both(counts, applies)
      }
      items[index] = ItemLanes(points: points, counts: counts, item: item.item)
      let absent = counts.map { assembler.opposite($0) }
      itemEntries[item.item.id] = .value(try assembler.null(where: absent, points))
    }
    switch section.otherwise {
    case .block:
      assembler.fallOut(where: assembler.opposite(applies))
      return (share, shown)
    // Only items have the mean of a cohort.
    case .drop, .cohortMean:
      part.counts = assembler.both(part.counts, applies)
      return (share, shown)
    case .full:
      let full = LaneValue.constant(section.section.points)
      part.points = try assembler.choose(applies, part.points, full)
      part.earned = try assembler.choose(applies, part.earned, full)
      if let extra = part.extra {
        part.extra = try assembler.choose(applies, extra, .constant(.zero))
      }
      part.counts = part.counts.flatMap { assembler.either($0, assembler.opposite(applies)) }
      return (
        try assembler.choose(applies, share, .constant(.one)),
        try assembler.choose(applies, shown, full)
      )
    }
  }

  /// Lets floors and expressions over results look at the section.
  private mutating func tell(
    _ section: Section, _ share: LaneValue, _ points: LaneValue, _ counts: LaneID?, at place: Int
  ) throws(ColumnRefusal) {
    let one = ToldSection(section: section, share: share, points: points, counts: counts)
    told.insert(one, at: place)
    try show(one)
  }

  private mutating func show(_ one: ToldSection) throws(ColumnRefusal) {
    let absent = one.counts.map { assembler.opposite($0) }
    sectionEntries[one.section.id] = .context([
      "points": .value(try assembler.null(where: absent, .constant(one.section.points))),
      "earned": .value(try assembler.null(where: absent, one.points)),
      "share": .value(try assembler.null(where: absent, one.share)),
    ])
  }

  /// What becomes of a section in one that does not apply: it stands with full points, or counts nowhere.
  private mutating func leave(
    _ place: Int, _ otherwise: NotApplicable, where applies: LaneID
  ) throws(ColumnRefusal) {
    switch otherwise {
    case .block: return
    case .drop, .cohortMean:
      told[place].counts = assembler.both(told[place].counts, applies)
    case .full:
      let full = LaneValue.constant(told[place].section.points)
      told[place].share = try assembler.choose(applies, told[place].share, .constant(.one))
      told[place].points = try assembler.choose(applies, told[place].points, full)
      told[place].counts = told[place].counts.flatMap {
        assembler.either($0, assembler.opposite(applies))
      }
    }
    try show(told[place])
  }
}

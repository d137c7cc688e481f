import Diagnostics
import Rubrics
import Values

/// A section that has been summed; what an excuse of all its items comes to, the sum around it decides.
struct ScoredSection {
  indirect enum Content {
    case sections([ScoredSection])
    case items([ScoredItem])
  }

  let plan: SectionPlan
  let content: Content
  let applicability: SectionResult.Applicability
  let sum: SectionSum
  /// Rounded points; `nil` where it does not count.
  let points: ScoreRange?
  let share: ScoreRange?
  let contribution: Contribution
  /// `nil`: it may block the result.
  let blocks: Bool?
  let isLeftOpen: Bool
  let missing: [Missing]

  var section: Section { plan.section }

  var allItems: [ScoredItem] {
    switch content {
    case .sections(let sections): sections.flatMap(\.allItems)
    case .items(let items): items
    }
  }

  var everySection: [ScoredSection] {
    if case .sections(let sections) = content {
      [self] + sections.flatMap(\.everySection)
    } else {
      [self]
    }
  }

  /// Whether it, or an item of it, blocks the result; `nil` where that is open.
  var anyBlocks: Bool? {
    let below: [Bool?] =
      switch content {
      case .sections(let sections): sections.map(\.anyBlocks)
      case .items(let items): items.map(\.blocks)
      }
    // What stands in a section that does not apply cannot block.
    let all = applicability == .notApplicable ? [blocks] : below + [blocks]
    if all.contains(true) { return true }
    return all.contains(nil) ? nil : false
  }

  var anyLeftOpen: Bool {
    if isLeftOpen { return true }
    guard applicability != .notApplicable else { return false }
    return switch content {
    case .sections(let sections): sections.contains(where: \.anyLeftOpen)
    case .items(let items): items.contains(where: \.isLeftOpen)
    }
  }

  /// The same section with every excuse left aside.
  func withoutExcuses() throws(NumberTooLarge) -> ScoredSection {
    let content: Content
    var parts: [Contribution] = []
    switch self.content {
    case .items(let items):
      content = self.content
      parts = items.map(\.contribution.unexcused)
    case .sections(let sections):
      var plain: [ScoredSection] = []
      for section in sections { plain.append(try section.withoutExcuses()) }
      content = .sections(plain)
      parts = plain.map(\.contribution)
    }
    return try ScoredSection(
      plan, content, parts, applicability: applicability, blocks: blocks,
      isLeftOpen: isLeftOpen, missing: missing)
  }
}

extension ScoredSection {
  /// Sums the parts of a section of which it is known whether it applies.
  init(
    _ plan: SectionPlan, _ content: Content, _ parts: [Contribution],
    applicability: SectionResult.Applicability, blocks: Bool?, isLeftOpen: Bool,
    missing: [Missing]
  ) throws(NumberTooLarge) {
    self.plan = plan
    self.content = content
    self.blocks = blocks
    self.isLeftOpen = isLeftOpen
    self.missing = missing
    sum = try SectionSum(of: parts, plan.combining)
    let possible = plan.possible ?? sum.possible
    let counts = sum.presence != .doesNotCount && applicability != .notApplicable
    if applicability == .notApplicable {
      self.applicability = .notApplicable
      let isFull = plan.otherwise == .full
      let full = ScoreRange(plan.section.points)
      points = isFull ? full : nil
      share = isFull ? ScoreRange(.one) : nil
      contribution =
        isFull ? Contribution(points: plan.section.points, earned: full) : .leftOut(possible)
      return
    }
    self.applicability = counts ? applicability : .empty
    guard counts else {
      points = nil
      share = nil
      contribution = .leftOut(possible)
      return
    }
    let shown = try sum.range(of: plan.points)
    points = shown
    share = try sum.range(of: plan.share)
    let (earned, extra): (ScoreRange, ScoreRange) =
      switch plan.gives {
      case .quotient(let quotient): (try sum.range(of: quotient), sum.extra)
      case .points: (shown, .zero)
      }
    // A section that may not apply, or whose parts may all drop out, may be missing above it.
    var part = Contribution(
      points: sum.least == nil ? .zero : possible, earned: earned, extra: extra, claim: sum.claim)
    if sum.presence == .mayCount || (applicability == .open && plan.otherwise != .full) {
      part = part.mayBeMissing()
    }
    if applicability == .open, plan.otherwise == .full {
      part = Contribution(
        points: part.points, earned: part.earned.joined(ScoreRange(part.points)),
        extra: part.extra.joined(.zero), presence: part.presence, claim: part.claim)
    }
    contribution = part
  }
}

extension ScoredSection {
  /// The result, once the sum around it has weighed an excuse of the whole.
  func result(
    _ resolved: Contribution.Resolved, plain: ScoredSection
  ) -> SectionResult {
    let isDropped = resolved.presence == .doesNotCount && contribution.presence != .doesNotCount
    let content: SectionResult.Content
    switch self.content {
    case _ where applicability == .notApplicable:
      content = contentThatDoesNotApply(plan.otherwise)
    case .items(let items):
      content = .items(
        zip(items, sum.parts).map { item, part in
          item.result(sum.claim == nil ? part : part.decided(by: resolved))
        })
    case .sections(let sections):
      var inner = plain.subsections
      if inner.count != sections.count { inner = sections }
      content = .sections(
        zip(sections, zip(sum.parts, inner)).map { section, weighed in
          section.result(
            sum.claim == nil ? weighed.0 : weighed.0.decided(by: resolved), plain: weighed.1)
        })
    }
    return SectionResult(
      section: section, applicability: isDropped ? .empty : applicability,
      points: isDropped ? nil : points, earned: sum.earned, applicable: sum.applicable,
      share: isDropped ? nil : share, pointsWithoutExcuses: plain.points, content: content,
      deciding: isDropped || applicability == .notApplicable ? [] : decidingParts,
      missing: missing,
      mayNotCount: applicability == .open || contribution.presence == .mayCount
        || resolved.presence == .mayCount || resolved.effect == .open)
  }

  /// Sections and items below one that does not apply.
  private func contentThatDoesNotApply(_ otherwise: NotApplicable) -> SectionResult.Content {
    switch content {
    case .items(let items): .items(items.map { $0.result(inSectionThatIs: otherwise) })
    case .sections(let sections):
      .sections(
        sections.map { below in
          let isFull = otherwise == .full
          return SectionResult(
            section: below.section, applicability: .notApplicable,
            points: isFull ? ScoreRange(below.section.points) : nil, earned: .zero,
            applicable: .zero, share: isFull ? ScoreRange(.one) : nil,
            pointsWithoutExcuses: isFull ? ScoreRange(below.section.points) : nil,
            content: below.contentThatDoesNotApply(otherwise), deciding: [], missing: [],
            mayNotCount: false)
        })
    }
  }

  /// The titles of the parts that the section is, or could be, as good as.
  private var decidingParts: [Wording] {
    let titles: [Wording] =
      switch content {
      case .items(let items): items.map(\.item.title)
      case .sections(let sections): sections.map(\.section.title)
      }
    return sum.deciding.map { titles[$0] }
  }

  fileprivate var subsections: [ScoredSection] {
    if case .sections(let sections) = content { sections } else { [] }
  }
}

extension Contribution.Resolved {
  /// An excuse that only the sum around could weigh has what became of it there.
  fileprivate func decided(by above: Contribution.Resolved) -> Contribution.Resolved {
    guard effect == .open else { return self }
    return Contribution.Resolved(
      presence: above.effect == .applied ? .doesNotCount : presence, earned: earned,
      effect: above.effect == .none ? .wouldCost : above.effect)
  }
}

import Diagnostics
import Rubrics
import Values

extension FormSetting {
  /// The role whose marks count: a station's own in self-assessment, the item's otherwise.
  private func counts(_ given: String, role: String) -> Bool {
    switch mode {
    case .selfAssessment: given == "self"
    case .final: given == role && role != "self"
    }
  }

  /// What the item lacks because marks that would count cannot be read.
  fileprivate func lost(role: String) -> [Missing] {
    lostMarks.filter { mark in mark.role.map { counts($0, role: role) } ?? true }
      .map { Missing(item.id, .unreadable, place: $0.place.description) }
  }

  /// Splits the marks into those that count and those that are set aside, and notes both.
  fileprivate func counted(
    _ working: inout Working, role: String, faultOf fault: (AssessorMark) -> Wording?
  ) -> [AssessorMark] {
    marks.indices.filter { index in
      let mark = marks[index]
      let setAside =
        !counts(mark.role, role: role)
        ? Wording.otherRole(mark.role)
        : isSuperseded(index) ? Wording.laterMarkCounts : fault(mark)
      working.note(.judgement(mark.use(setAside: setAside)))
      return setAside == nil
    }.map { marks[$0] }
  }

  /// Of several marks that one assessor gave in one role only the latest counts.
  private func isSuperseded(_ index: Int) -> Bool {
    let mine = marks[index]
    return marks.indices.contains { other in
      let theirs = marks[other]
      guard other != index, theirs.by == mine.by, theirs.role == mine.role else { return false }
      let (own, later) = (mine.date ?? "", theirs.date ?? "")
      return later > own || (later == own && other > index)
    }
  }

  /// No point, also where other marks are there: nobody knows what all of them come to.
  fileprivate func lacking(_ lost: [Missing], _ working: inout Working) -> FormResult {
    working.lack(lost)
    return .points(all)
  }

  fileprivate func notJudged(_ working: inout Working, role: String) -> FormResult {
    working.lack([Missing(item.id, .notJudged)])
    working.note(.note(.notJudged(role: role)))
    return .points(all)
  }
}

extension Judge {
  func score(_ working: inout Working, _ setting: FormSetting) throws(NumberTooLarge) -> FormResult
  {
    let marks = setting.counted(&working, role: role) { fault(of: $0) }
    let lost = setting.lost(role: role)
    guard lost.isEmpty else { return setting.lacking(lost, &working) }
    let needed = setting.mode == .selfAssessment ? 1 : max(1, atLeast)
    guard marks.count >= needed else { return setting.notJudged(&working, role: role) }
    // points x (sum - n x low) / (n x (high - low)): multiplied first, divided once.
    let (sum, count) = try combine.combined(marks.map(\.value))
    let above = try sum.minus(count.times(low))
    let width = try count.times(high.minus(low))
    guard width.isPositive else { return .null(NullReason(.divisionByZero)) }
    let points = try setting.item.points.times(above).over(width)
    var described: Wording?
    for band in bands where described == nil {
      if try sum >= count.times(band.atLeast) { described = band.says }
    }
    working.note(
      .fired(.combined(combine, marks.count, described), points: ScoreRange(points), place: nil))
    return .points(setting.clipped(ScoreRange(points)))
  }

  /// Why a mark does not count.
  func fault(of mark: AssessorMark) -> Wording? {
    if mark.value < low || mark.value > high { return .markOffScale(low, high) }
    if let step, step.isPositive, let offset = mark.value.subtracting(low),
      offset.roundedToMultiple(of: step, .floor) != offset
    {
      return .markOffStep(step)
    }
    return nil
  }
}

extension Degree {
  func score(_ working: inout Working, _ setting: FormSetting) throws(NumberTooLarge) -> FormResult
  {
    let marks = setting.counted(&working, role: role) { fault(of: $0) }
    let lost = setting.lost(role: role)
    guard lost.isEmpty else { return setting.lacking(lost, &working) }
    let needed = setting.mode == .selfAssessment ? 1 : max(1, atLeast)
    guard marks.count >= needed else { return setting.notJudged(&working, role: role) }
    if combine == nil, marks.count > 1 {
      working.note(.note(.severalJudgements(marks.count)))
      return setting.notJudged(&working, role: role)
    }
    let (sum, count) = try (combine ?? .mean).combined(marks.map(\.value))
    let whole = try count.times(scale)
    guard whole.isPositive else { return .null(NullReason(.divisionByZero)) }
    let points = try setting.item.points.times(sum).over(whole)
    let band = marks.count == 1 ? bands.first { $0.id == marks[0].band } : nil
    working.note(
      .fired(
        .combined(combine ?? .mean, marks.count, band?.title), points: ScoreRange(points),
        place: band?.place))
    return .points(setting.clipped(ScoreRange(points)))
  }

  /// Why a judgement does not count: no band, or a value outside it.
  func fault(of mark: AssessorMark) -> Wording? {
    guard let id = mark.band else { return .noBand }
    guard let index = bands.firstIndex(where: { $0.id == id }) else { return .unknownBand(id) }
    // Half-open: a value belongs to the band below as soon as it falls under the threshold.
    let isBelowNext = index == 0 ? mark.value <= scale : mark.value < bands[index - 1].atLeast
    return mark.value >= bands[index].atLeast && isBelowNext ? nil : .outsideBand(id)
  }
}

extension Combination {
  /// The combined mark as a sum and the count it is divided by.
  ///
  /// - Precondition: `values` is not empty.
  func combined(_ values: [Number]) throws(NumberTooLarge) -> (sum: Number, count: Number) {
    let sorted = values.sorted()
    switch self {
    case .mean: return (try Number.total(sorted), Number(sorted.count))
    case .min: return (sorted.first ?? .zero, .one)
    case .max: return (sorted.last ?? .zero, .one)
    case .median:
      let middle = sorted.count / 2
      if sorted.count.isMultiple(of: 2), middle > 0 {
        return (try sorted[middle - 1].plus(sorted[middle]), Number(2))
      }
      return (sorted[middle], .one)
    case .trimmedMean:
      // Without the highest and the lowest; with fewer than three marks there is nothing to trim.
      let kept = sorted.count < 3 ? sorted[...] : sorted.dropFirst().dropLast()
      return (try Number.total(Array(kept)), Number(kept.count))
    }
  }
}

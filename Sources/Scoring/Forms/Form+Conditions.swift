import Diagnostics
import FEEL
import Rubrics
import Values

extension Check {
  func score(_ working: inout Working, _ setting: FormSetting) -> FormResult {
    let emptiness = ifEmpty == nil ? Emptiness.none : emptiness(working.slots)
    if let ifEmpty, case .sure(let list) = emptiness {
      working.note(.note(.emptyTable(list)))
      return setting.points(ofNothing: ifEmpty, &working)
    }
    let result = scoreCondition(&working, setting)
    guard let ifEmpty, case .possible(let missing) = emptiness,
      case .points(let points, let mayNotApply) = result
    else { return result }
    working.lack(missing)
    return switch ifEmpty {
    case .full: .points(points.joined(ScoreRange(setting.greatest)), mayNotApply: mayNotApply)
    case .zero: .points(points.joined(.zero), mayNotApply: mayNotApply)
    case .notApplicable: .points(points, mayNotApply: true)
    case .unknown, .value: .points(points.joined(setting.all), mayNotApply: mayNotApply)
    }
  }

  private func scoreCondition(_ working: inout Working, _ setting: FormSetting) -> FormResult {
    switch working.value(of: condition) {
    case .boolean(let holds):
      let points = holds ? setting.greatest : .zero
      working.note(
        .fired(
          holds ? .conditionHolds : .conditionFails, points: ScoreRange(points), place: nil,
          line: holds ? 0 : 1))
      return .points(points)
    case .unknown(let unknown):
      return setting.widened(
        ScoreRange(.zero, setting.greatest), mayBeNull: unknown.bounds.mayBeNull)
    case .null(let reason): return .null(reason)
    case .number, .string, .date, .time, .dateTime, .dayTimeDuration, .yearMonthDuration, .list,
      .context, .range, .function:
      return .null(NullReason(.conditionNotBoolean))
    }
  }

  /// Whether a list that the condition ranges over has no members.
  private enum Emptiness {
    case none
    /// The list as the rubric writes it.
    case sure(String)
    case possible([Missing])
  }

  private func emptiness(_ slots: [Value]) -> Emptiness {
    var possible: [Missing] = []
    var mayBeEmpty = false
    for range in ranges {
      switch range.run(slots) {
      case .list(let list):
        let cursor = ListCursor(list)
        if cursor.count == 0 { return .sure(String(range.text(of: range.step))) }
        if (0..<cursor.count).allSatisfy(cursor.isOpen) {
          mayBeEmpty = true
          possible += list.missing
        }
      case .unknown(let unknown):
        mayBeEmpty = true
        possible += unknown.missing
      default: break
      }
    }
    return mayBeEmpty ? .possible(possible) : .none
  }
}

extension List {
  /// Why some of its members may or may not be in it.
  fileprivate var missing: [Missing] {
    switch self {
    case .values: []
    case .rows(let selection), .column(let selection, _): selection.missing
    case .partial(let partial): partial.missing
    }
  }
}

extension Value {
  var isUnknown: Bool { if case .unknown = self { true } else { false } }
}

extension Choose {
  func score(_ working: inout Working, _ setting: FormSetting) -> FormResult {
    let chosen = working.value(of: value)
    switch chosen {
    case .null(let reason): return .null(reason)
    case .unknown(let unknown):
      let candidates: [Value]? =
        switch unknown.bounds.kind {
        case .oneOf(let values): values
        case .boolean: [.boolean(true), .boolean(false)]
        case .any, .number, .shaped: nil
        }
      let points =
        candidates.map { $0.compactMap { self.points(for: $0)?.points } }
        ?? options.map(\.points) + (otherwise.map { [$0] } ?? [])
      guard let low = points.min(), let high = points.max() else { return .points(setting.all) }
      return setting.widened(
        setting.clipped(ScoreRange(low, high)), mayBeNull: unknown.bounds.mayBeNull)
    case .boolean, .number, .string, .date, .time, .dateTime, .dayTimeDuration,
      .yearMonthDuration, .list, .context, .range, .function:
      guard let (points, number) = points(for: chosen) else {
        return .null(NullReason(.valueNotAllowed))
      }
      let option = number.map { options[$0] }
      working.note(
        .fired(
          .optionChosen(option?.text), points: ScoreRange(points), place: option?.place,
          line: number ?? options.count))
      return .points(setting.clipped(ScoreRange(points)))
    }
  }

  /// `option` is its number; `nil` where no option holds.
  private func points(for value: Value) -> (points: Number, option: Int?)? {
    if let option = options.firstIndex(where: { $0.value.isSame(as: value) }) {
      return (options[option].points, option)
    }
    return otherwise.map { ($0, nil) }
  }
}

extension FormSetting {
  /// The sum of the parts that hold.
  func score(_ parts: [Part], _ working: inout Working) throws(NumberTooLarge) -> FormResult {
    var ranges: [ScoreRange] = [.zero]
    for (number, part) in parts.enumerated() {
      let holding = Holding(working.value(of: part.when))
      let range: ScoreRange
      switch holding {
      case .yes: range = ScoreRange(part.points)
      case .no: range = .zero
      case .open: range = ScoreRange(.zero, part.points)
      case .null(let reason):
        if item.whenNull == .zero {
          range = .zero
        } else {
          working.lack([part.when.nullResult(for: item.id, reason)])
          range = ScoreRange(.zero, part.points)
        }
      }
      working.note(
        .fired(
          .part(part.says, holding), points: range, place: part.place,
          line: holding.isYes ? number : nil))
      ranges.append(range)
    }
    return .points(clipped(try ScoreRange.total(ranges)))
  }
}

extension Tally {
  func score(_ working: inout Working, _ setting: FormSetting) -> FormResult {
    var sure = 0
    var open = 0
    for (number, line) in lines.enumerated() {
      let holding = working.holds(line.when, for: setting.item.id)
      switch holding {
      case .yes: sure += 1
      case .no, .null: break
      case .open: open += 1
      }
      working.note(
        .fired(
          .part(line.says ?? Wording(line.id), holding), points: nil, place: line.place,
          line: holding.isYes ? number : nil))
    }
    let points = (sure...(sure + open)).map(points(for:))
    let range = ScoreRange(points.min() ?? .zero, points.max() ?? .zero)
    working.note(.fired(.tallied(sure...(sure + open), of: lines.count), points: range, place: nil))
    return .points(setting.clipped(range))
  }

  private func points(for count: Int) -> Number {
    thresholds.first { count >= $0.count }?.points ?? otherwise
  }
}

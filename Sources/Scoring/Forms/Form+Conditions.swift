import Diagnostics
import FEEL
import Rubrics
import Values

extension Check {
  func score(_ working: inout Working, _ setting: FormSetting) -> FormResult {
    let range = ScoreRange(.zero, setting.greatest)
    if let ifEmpty, let name = emptyTable(working.slots) {
      working.note(.note(.emptyTable(name)))
      switch ifEmpty {
      case .pass: return .points(setting.greatest)
      case .fail: return .points(ScoreRange.zero)
      case .notApplicable: return .notApplicable
      }
    }
    switch working.value(of: condition) {
    case .boolean(let holds):
      let points = holds ? setting.greatest : .zero
      working.note(
        .fired(holds ? .conditionHolds : .conditionFails, points: ScoreRange(points), place: nil))
      return .points(points)
    case .unknown(let unknown):
      let mayNotApply = ifEmpty == .notApplicable && tables.contains { working.slots[$0].isUnknown }
      let widened = setting.widened(range, mayBeNull: unknown.bounds.mayBeNull)
      guard mayNotApply, case .points(let points, _) = widened else { return widened }
      return .points(points, mayNotApply: true)
    case .null(let reason): return .null(reason)
    case .number, .string, .date, .time, .dateTime, .dayTimeDuration, .yearMonthDuration, .list,
      .context, .range, .function:
      return .null(NullReason(.conditionNotBoolean))
    }
  }

  /// The name of a table that is known to have no rows.
  private func emptyTable(_ slots: [Value]) -> String? {
    for slot in tables where slots.indices.contains(slot) {
      if case .list(.rows(let selection)) = slots[slot], selection.table.rowCount == 0 {
        return selection.table.name
      }
    }
    return nil
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
      guard let (points, option) = points(for: chosen) else {
        return .null(NullReason(.valueNotAllowed))
      }
      working.note(
        .fired(
          .optionChosen(option?.text), points: ScoreRange(points), place: option?.place))
      return .points(setting.clipped(ScoreRange(points)))
    }
  }

  private func points(for value: Value) -> (points: Number, option: Option?)? {
    if let option = options.first(where: { $0.value.isSame(as: value) }) {
      return (option.points, option)
    }
    return otherwise.map { ($0, nil) }
  }
}

extension FormSetting {
  /// The sum of the parts that hold.
  func score(_ parts: [Part], _ working: inout Working) throws(NumberTooLarge) -> FormResult {
    var ranges: [ScoreRange] = [.zero]
    for part in parts {
      let holding = Holding(working.value(of: part.when))
      let range: ScoreRange
      switch holding {
      case .yes: range = ScoreRange(part.points)
      case .no: range = .zero
      case .open: range = ScoreRange(.zero, part.points)
      case .null:
        if item.whenNull == .zero {
          range = .zero
        } else {
          working.lack([part.when.nullResult(for: item.id)])
          range = ScoreRange(.zero, part.points)
        }
      }
      working.note(.fired(.part(part.says, holding), points: range, place: part.place))
      ranges.append(range)
    }
    return .points(clipped(try ScoreRange.total(ranges)))
  }
}

extension Tally {
  func score(_ working: inout Working, _ setting: FormSetting) -> FormResult {
    var sure = 0
    var open = 0
    for line in lines {
      let holding = working.holds(line.when, for: setting.item.id)
      switch holding {
      case .yes: sure += 1
      case .no, .null: break
      case .open: open += 1
      }
      working.note(
        .fired(.part(line.says ?? Wording(line.id), holding), points: nil, place: line.place))
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

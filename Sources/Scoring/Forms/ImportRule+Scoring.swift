import Diagnostics
import FEEL
import Rubrics
import Values

extension ImportRule {
  /// What the date says of the result.
  private enum Age {
    case counts, expired, open, ahead
    case null(NullReason)
  }

  func score(_ working: inout Working, _ setting: FormSetting) throws(NumberTooLarge) -> FormResult
  {
    working.note(.note(.importedFrom(from)))
    switch age(&working) {
    case .counts: return try points(&working, setting)
    case .expired: return expired(&working, setting)
    case .ahead:
      working.lack([Missing(setting.item.id, .unreadable, place: place.description)])
      return .points(setting.all)
    case .null(let reason): return .null(reason)
    case .open:
      let counted = try points(&working, setting)
      // With the date unknown it may lie ahead, may be null and may have expired.
      guard case .points(_, let mayNotApply) = counted else { return .points(setting.all) }
      return .points(
        setting.all, mayNotApply: mayNotApply || validity?.ifExpired == .notApplicable)
    }
  }

  private func age(_ working: inout Working) -> Age {
    // A result of this round is as old as the evaluation.
    guard let dated else { return .counts }
    let value = working.value(of: dated)
    guard working.slots.indices.contains(asOf), case .date(let today) = working.slots[asOf] else {
      if working.slots.indices.contains(asOf), case .unknown(let unknown) = working.slots[asOf] {
        working.lack(unknown.missing)
      }
      return .open
    }
    switch value {
    case .date(let date):
      if date > today {
        working.report(.importAhead(date, today, at: dated.passage.place(of: Span(0, 1))))
        return .ahead
      }
      return age(of: date, today, &working)
    case .null(let reason): return .null(reason)
    default: return .open
    }
  }

  private func age(
    of date: CalendarDate, _ today: CalendarDate, _ working: inout Working
  ) -> Age {
    let last: CalendarDate?
    switch validity?.term {
    case nil: return .counts
    case .length(let length): last = length.lastDay(from: date)
    case .until(let plan):
      switch working.value(of: plan) {
      case .date(let day): last = day
      case .null: last = nil
      default: return .open
      }
    }
    guard let last else { return .counts }
    working.note(.note(.importCounts(until: last, isOver: today > last)))
    return today > last ? .expired : .counts
  }

  private func expired(_ working: inout Working, _ setting: FormSetting) -> FormResult {
    switch validity?.ifExpired ?? .unknown {
    case .zero: return .points(setting.clipped(.zero))
    case .notApplicable: return .notApplicable
    case .unknown:
      working.lack([Missing(setting.item.id, .noResult)])
      return .points(setting.all)
    }
  }

  private func points(
    _ working: inout Working, _ setting: FormSetting
  ) throws(NumberTooLarge) -> FormResult {
    let value = working.value(of: self.value)
    switch scale {
    case .grades(let grades): return points(value, grades, &working, setting)
    case .score(let scale):
      switch NumberReading(value) {
      case .null(let reason): return .null(reason)
      case .number(let number):
        let mean = Quotient(earned: number, applicable: .one)
        let range = try scale.points(from: mean, to: mean, setting)
        working.note(.fired(.importedScore, points: range, place: place))
        return .points(range)
      case .within(let interval, let mayBeNull):
        let range = try scale.points(
          from: interval.low.map { Quotient(earned: $0, applicable: .one) },
          to: interval.high.map { Quotient(earned: $0, applicable: .one) }, setting)
        return setting.widened(range, mayBeNull: mayBeNull)
      }
    }
  }

  private func points(
    _ value: Value, _ grades: [GradePoints], _ working: inout Working, _ setting: FormSetting
  ) -> FormResult {
    switch value {
    case .string(let word):
      if let number = grades.firstIndex(where: { $0.grade == word }) {
        let line = grades[number]
        let range = setting.clipped(ScoreRange(line.points))
        working.note(
          .fired(.importedGrade(word), points: range, place: line.place, line: number))
        return .points(range)
      }
      working.report(.importUnmapped(word, grades.map(\.grade), at: place))
      working.lack([Missing(setting.item.id, .unreadable, place: place.description)])
      return .points(setting.all)
    case .unknown(let unknown):
      let possible = unknown.bounds.texts
      let points = grades.filter { possible?.contains($0.grade) ?? true }.map(\.points)
      // A word that the map may lack leaves everything open.
      let isWhole = possible.map { $0.count == points.count } ?? isClosed
      guard isWhole, let low = points.min(), let high = points.max() else {
        return setting.widened(setting.all, mayBeNull: unknown.bounds.mayBeNull)
      }
      return setting.widened(
        setting.clipped(ScoreRange(low, high)), mayBeNull: unknown.bounds.mayBeNull)
    case .null(let reason): return .null(reason)
    default: return .null(NullReason(.wrongType))
    }
  }
}

extension Bounds {
  /// The texts that may occur, where nothing but these may.
  fileprivate var texts: Set<String>? {
    guard case .oneOf(let values) = kind else { return nil }
    let texts = values.compactMap { value in
      if case .string(let text) = value { text } else { nil }
    }
    return texts.count == values.count ? Set(texts) : nil
  }
}

import FEEL
import Rubrics
import Values

extension ScorePlan.EmptyLists {
  /// What `score` gives, unless a list has no members.
  func score(
    _ working: inout Working, _ setting: FormSetting,
    _ score: (inout Working) throws(NumberTooLarge) -> FormResult
  ) throws(NumberTooLarge) -> FormResult {
    let emptiness = emptiness(working.slots)
    if case .sure(let list) = emptiness {
      working.note(.note(.emptyTable(list)))
      return setting.points(ofNothing: meaning, &working)
    }
    let result = try score(&working)
    guard case .possible(let missing) = emptiness,
      case .points(let points, let mayNotApply) = result
    else { return result }
    working.lack(missing)
    return switch meaning {
    case .full: .points(points.joined(ScoreRange(setting.greatest)), mayNotApply: mayNotApply)
    case .zero: .points(points.joined(.zero), mayNotApply: mayNotApply)
    case .notApplicable: .points(points, mayNotApply: true)
    case .unknown, .value: .points(points.joined(setting.all), mayNotApply: mayNotApply)
    }
  }

  /// Whether a list that the quantity ranges over has no members.
  private enum Emptiness {
    case none
    /// The list as the rubric writes it.
    case sure(String)
    case possible([Missing])
  }

  private func emptiness(_ slots: [Value]) -> Emptiness {
    var possible: [Missing] = []
    var mayBeEmpty = false
    for range in lists {
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

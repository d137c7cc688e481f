import Diagnostics
import Formats

extension RubricChecker {
  /// With how many answers an anonymous survey begins to tell something; `nil`: it is not anonymous.
  mutating func anonymity(_ record: Record, isSurvey: Bool) -> Int? {
    let isAnonymous = record.boolean("anonymous") ?? false
    if record.mentions("anonymous") || record.mentions("at least"), !isSurvey {
      let key = record.mentions("anonymous") ? "anonymous" : "at least"
      diagnostics.report(.anonymousTable(at: record.keyPlace(key)))
      return nil
    }
    if record.mentions("at least"), !isAnonymous {
      diagnostics.report(.leastWithoutAnonymous(at: record.keyPlace("at least")))
    }
    guard isAnonymous else { return nil }
    guard let least = record.count("at least") else {
      if !record.mentions("at least") {
        diagnostics.report(.anonymousWithoutLeast(at: record.keyPlace("anonymous")))
      }
      return 2
    }
    if least < 2 {
      diagnostics.report(
        .leastTooSmall(least, at: record.scalar("at least")?.place ?? record.place))
    }
    return max(2, least)
  }

  /// Anonymous answers are looked at by `survey` alone: a filter could single somebody out.
  mutating func reportAnonymous(_ rubric: Rubric, used: Set<Int>) {
    for (slot, holds) in slots.enumerated() where used.contains(slot) {
      if case .survey(let number) = holds, surveys[number].anonymousFrom != nil {
        diagnostics.report(
          .anonymousInExpression(surveys[number].name, at: surveys[number].place))
      }
    }
    for item in rubric.everyItem {
      if case .given(.survey(let rule)) = item.plan.quantity,
        let least = surveys[rule.survey].anonymousFrom,
        rule.respondents < least
      {
        diagnostics.report(
          .respondentsBelowLeast(surveys[rule.survey].name, rule.respondents, least, at: item.place)
        )
      }
    }
  }
}

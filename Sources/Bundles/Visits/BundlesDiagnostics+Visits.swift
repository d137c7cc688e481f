import Diagnostics
import Values

/// What the reader of bundles says about visits.
extension Diagnostic {
  static func dueBeforeFound(
    _ id: String, _ due: CalendarDate, _ found: CalendarDate, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "due-before-found", .warning, at: place,
      Wording(
        en: "`\(id)` was to be put right by \(due), before it was found on \(found)",
        zh: "`\(id)` 的整改期限 \(due) 早于发现日期 \(found)"),
      label: Wording(en: "before the visit", zh: "早于走访日期"),
      help: Wording(en: "correct one of the two dates", zh: "请更正其中一个日期"))
  }

  static func faultTwice(_ id: String, at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      "fault-twice", at: place,
      Wording(en: "two faults have the id `\(id)`", zh: "两个问题的标识都是 `\(id)`"),
      label: Wording(en: "second time", zh: "第二次"),
      help: Wording(
        en: "give each an id of its own; what is found again is a follow-up of the first",
        zh: "请给每个问题各自的标识；同一问题再次发现的，请写成对前一个的跟进")
    ).pointing(at: .other(first))
  }

  static func followUpBefore(
    _ id: String, _ date: CalendarDate, _ found: CalendarDate, at place: Place, fault: Place
  ) -> Diagnostic {
    Diagnostic(
      "follow-up-before", at: place,
      Wording(
        en: "`\(id)` was looked at again on \(date), before it was found on \(found)",
        zh: "`\(id)` 的跟进日期 \(date) 早于发现日期 \(found)"),
      label: Wording(en: "too early", zh: "过早"),
      notes: [Wording(en: "the follow-up does not count", zh: "这次跟进不计")],
      help: Wording(en: "correct the date of one of the two visits", zh: "请更正其中一次走访的日期")
    ).pointing(at: .other(fault))
  }

  static func followUpOfNothing(
    _ id: String, among known: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "follow-up-of-nothing", at: place,
      Wording(en: "no visit found a fault `\(id)`", zh: "没有哪次走访指出过问题 `\(id)`"),
      label: Wording(en: "follows nothing", zh: "没有对应的问题"),
      help: known.isEmpty
        ? Wording(
          en: "write the fault down in the paper of the visit that found it",
          zh: "请把问题写进发现它的那次走访")
        : Wording(
          en: "write one of \(known.prefix(6).map { "`\($0)`" }.joined(separator: ", "))",
          zh: "请写 \(known.prefix(6).map { "`\($0)`" }.joined(separator: "、")) 之一"))
  }

  static func followUpState(at place: Place) -> Diagnostic {
    Diagnostic(
      "follow-up-state", at: place,
      Wording(
        en: "nobody can tell what became of this fault", zh: "看不出这个问题整改得怎样"),
      label: Wording(en: "not a state", zh: "不是跟进结果"),
      help: Wording(
        en: "write `done`, `partly` or `not done`", zh: "请写 `已整改`、`部分整改` 或 `未整改`"))
  }
}

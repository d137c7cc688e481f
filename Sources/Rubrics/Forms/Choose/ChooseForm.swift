import Diagnostics
import FEEL
import Values

/// One of exclusive options.
///
///     choose: ownership
///     options: {own: 3, rented: 2, borrowed: 1}
struct ChooseForm: WrittenForm {
  struct Option: Sendable {
    let value: Value
    let points: Number
    let text: String
    let place: Place
  }

  let name = "choose"
  let value: Plan
  let options: [Option]
  let otherwise: Number?

  func plan(greatest: Number, isDeduction: Bool) -> ScorePlan {
    let rungs = options.enumerated().map { number, option in
      ScorePlan.Rung(
        .equals(option.value), .points(option.points), says: .option(option.text), line: number,
        at: option.place)
    }
    let rest = otherwise.map {
      ScorePlan.Rung(
        nil, .points($0), says: .noOption, line: options.count, named: "no option holds")
    }
    return ScorePlan(
      .choice(value), worth: .ladder(ScorePlan.Ladder(rungs: rungs, otherwise: rest)))
  }
}

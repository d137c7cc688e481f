import Diagnostics
package import FEEL
package import Values

extension ScorePlan {
  /// What a form means.
  ///
  /// - Parameters:
  ///   - form: as the rubric has it.
  ///   - greatest: full marks, or the most that a deduction takes away.
  ///   - isDeduction: the points are a loss.
  init(_ form: Form, greatest: Number, isDeduction: Bool) {
    switch form {
    case .formula(let plan, _, _): self.init(.number(plan), worth: .itself)
    case .table(let table): self.init(.table(table), worth: .itself)
    case .check(let check): self.init(check, greatest)
    case .choose(let choose): self.init(choose)
    case .parts(let parts):
      let terms = parts.map {
        Terms.Term(when: $0.when, weight: $0.points, says: $0.says, place: $0.place)
      }
      self.init(.held(Terms(terms: terms, arePoints: true)), worth: .itself)
    case .steps(let steps): self.init(steps)
    case .lines(let lines): self.init(lines)
    case .each(let each): self.init(each)
    case .lose(let lose): self.init(lose, greatest, isDeduction: isDeduction)
    case .tally(let tally): self.init(tally)
    case .computed(let form): self = form.plan(greatest: greatest, isDeduction: isDeduction)
    case .degree(let degree): self.init(.given(.degree(degree)), worth: .itself)
    case .judge(let judge): self.init(.given(.judge(judge)), worth: .itself)
    case .survey(let rule): self.init(.given(.survey(rule)), worth: .itself)
    case .children(let rule): self.init(.given(.children(rule)), worth: .itself)
    case .rank(let rule): self.init(.given(.rank(rule)), worth: .itself)
    case .imported(let rule): self.init(.given(.imported(rule)), worth: .itself)
    }
  }

  private init(_ check: Check, _ greatest: Number) {
    let ladder = Ladder(
      rungs: [Rung(.equals(.boolean(true)), .points(greatest), says: .holds, line: 0)],
      otherwise: Rung(nil, .points(.zero), says: .fails, line: 1))
    self.init(
      .truth(check.condition), worth: .ladder(ladder),
      ifEmpty: check.ifEmpty.map { EmptyLists(lists: check.ranges, meaning: $0) })
  }

  private init(_ choose: Choose) {
    let rungs = choose.options.enumerated().map { number, option in
      Rung(
        .equals(option.value), .points(option.points), says: .option(option.text), line: number,
        at: option.place)
    }
    let otherwise = choose.otherwise.map {
      Rung(nil, .points($0), says: .noOption, line: choose.options.count)
    }
    self.init(
      .choice(choose.value), worth: .ladder(Ladder(rungs: rungs, otherwise: otherwise)))
  }

  private init(_ steps: Steps) {
    let ladder = Ladder(steps.lines, steps.direction, otherwise: steps.otherwise)
    self.init(.number(steps.value), worth: .ladder(ladder))
  }

  private init(_ lines: Lines) {
    let rungs = lines.lines.enumerated().map { number, line in
      Rung(
        .tests(line.tests), .points(line.points), says: .line(line.text), line: number,
        at: line.place)
    }
    self.init(.number(lines.value), worth: .ladder(Ladder(rungs: rungs, otherwise: nil)))
  }

  private init(_ each: Each) {
    let paced = PacedPoints(
      base: each.basePoints, start: each.baseAt, pace: each.step, costs: false, limit: each.cap)
    let below = Rung(
      .compares(.less, each.baseAt), .points(min(each.cap, each.belowBase)), says: .belowBase)
    self.init(
      .number(each.value),
      worth: .ladder(
        Ladder(rungs: [below], otherwise: Rung(nil, .paced(paced), says: .each(each)))))
  }

  private init(_ lose: Lose, _ greatest: Number, isDeduction: Bool) {
    let paced =
      isDeduction
      ? PacedPoints(
        base: .zero, start: lose.free, pace: lose.step, costs: false, limit: nil)
      : PacedPoints(
        base: greatest, start: lose.free, pace: lose.step, costs: true, limit: lose.floor)
    let all = lose.allFrom.map {
      Rung(
        .compares(.atLeast, $0), .points(isDeduction ? greatest : .zero), says: .loses(lose))
    }
    self.init(
      .number(lose.value),
      worth: .ladder(
        Ladder(
          rungs: [all].compactMap(\.self),
          otherwise: Rung(nil, .paced(paced), says: .loses(lose)))))
  }

  private init(_ tally: Tally) {
    let terms = tally.lines.map {
      Terms.Term(when: $0.when, weight: .one, says: $0.says ?? Wording($0.id), place: $0.place)
    }
    let rungs = tally.thresholds.map {
      Rung(.compares(.atLeast, Number($0.count)), .points($0.points))
    }
    self.init(
      .held(Terms(terms: terms, arePoints: false)),
      worth: .ladder(Ladder(rungs: rungs, otherwise: Rung(nil, .points(tally.otherwise)))))
  }
}

extension ScorePlan.Ladder {
  /// Thresholds, the strictest first.
  package init(
    _ lines: [Steps.Line], _ direction: Steps.Direction, otherwise: Number
  ) {
    rungs = lines.enumerated().map { number, line in
      ScorePlan.Rung(
        .compares(direction.comparison, line.threshold), .points(line.points),
        says: .step(direction, line.threshold), line: number, at: line.place)
    }
    self.otherwise = ScorePlan.Rung(nil, .points(otherwise), says: .noStep, line: lines.count)
  }
}

extension Steps.Direction {
  package var comparison: Operator.Comparison {
    switch self {
    case .atLeast: .atLeast
    case .moreThan: .greater
    case .atMost: .atMost
    case .lessThan: .less
    }
  }
}

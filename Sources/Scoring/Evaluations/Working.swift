import Diagnostics
import FEEL
import Rubrics
import Values

/// The row of slots on which the expressions of a rubric run, with what is noted down on the way.
struct Working {
  var slots: [Value]
  /// Whether derivations are kept; a portfolio needs none.
  let isRecording: Bool
  private let privacy: Privacy?
  /// The slots of figures that are not shown.
  private var withheld: Set<Int> = []
  private(set) var derivation = Derivation()
  private(set) var missing: [Missing] = []
  /// What is wrong with evidence and shows only in scoring; `clear` keeps it.
  private(set) var diagnostics = Diagnostics()

  init(_ slots: [Value], isRecording: Bool, privacy: Privacy? = nil) {
    self.slots = slots
    self.isRecording = isRecording
    self.privacy = privacy
  }

  /// Leaves the slots and forgets what was noted.
  mutating func clear() {
    derivation = Derivation()
    missing = []
  }

  mutating func forgetMissing() {
    missing = []
  }

  mutating func note(_ line: @autoclosure () -> Derivation.Line) {
    guard isRecording else { return }
    // Which step or line was reached tells as much as the value that is not shown.
    if case .withheld = derivation.lines.last,
      case .fired(_, let points, let place, let number) = line()
    {
      derivation.append(
        .fired(.decidedInPrivate, points: points, place: place, line: number))
    } else {
      derivation.append(line())
    }
  }

  /// Whether nothing is missing but what others would have to bring, or something is that no closing decides.
  var lacksOthersOnly: Bool {
    closing != .decides || !missing.isEmpty && missing.allSatisfy(\.isOfOthers)
  }

  var closing: ClosingReach { ClosingReach(missing) }

  /// Whether something is missing that others would have to bring.
  var lacksOthers: Bool { missing.contains(where: \.isOfOthers) }

  /// Whether something had nothing to be computed from, and the rubric does not say what that means.
  var lacksMeaning: Bool { missing.contains { $0.cause == .nothingThere } }

  mutating func report(_ diagnostic: @autoclosure () -> Diagnostic) {
    if isRecording { diagnostics.report(diagnostic()) }
  }

  mutating func lack(_ more: [Missing]) {
    // Few things are found quickly one by one; of many rows each may lack something.
    guard missing.count + more.count > 16 else {
      for one in more where !missing.contains(one) { missing.append(one) }
      return
    }
    var known = Set(missing)
    for one in more where known.insert(one).inserted { missing.append(one) }
  }

  /// Marks of an item that nobody handed over: then it is not told which are too few.
  mutating func lackMarks(of item: String) {
    let causes: Set<Missing.Cause> = [
      .notJudged, .tooFewMarks, .thirdReader, .openTotal, .noConsensus,
    ]
    missing.removeAll { $0.name == item && causes.contains($0.cause) }
    lack([Missing(item, .leftOut)])
  }

  /// What an expression comes to; what it lacks is kept.
  mutating func value(of plan: Plan, as figure: Figure? = nil) -> Value {
    guard isRecording else { return seen(plan.run(slots)) }
    let (value, trace) = plan.explain(slots)
    guard !isWithheld(value, of: plan, as: figure, over: trace.rowUses) else {
      if let figure { withheld.insert(figure.slot) }
      note(.withheld(expression: plan.passage.text))
      return seen(value)
    }
    note(
      .value(
        expression: plan.passage.text, value: value,
        place: plan.passage.place(of: Span(0, plan.passage.text.utf8.count))))
    for use in trace.rowUses { note(.rows(RowUse(use))) }
    return seen(value)
  }

  /// Notes what an expression came to in an earlier pass.
  mutating func note(_ value: Value, of plan: Plan) {
    guard isRecording else { return }
    let text = plan.passage.text
    let isHidden = isWithheld(value, of: plan, as: nil, over: [])
    note(
      isHidden
        ? .withheld(expression: text)
        : .value(
          expression: text, value: value,
          place: plan.passage.place(of: Span(0, text.utf8.count))))
  }

  /// Whether a total of what an expression comes to in so many rows is shown.
  func shows(_ plan: Plan, over rowCount: Int) -> Bool {
    guard let privacy, privacy.disclosure(of: plan) > .nothing else { return true }
    return rowCount >= privacy.leastRows
  }

  /// Whether the name of a group of peers is not shown.
  var hidesPeers: Bool { privacy?.hidesPeers ?? false }

  private func isWithheld(
    _ value: Value, of plan: Plan, as figure: Figure?, over uses: [Trace.RowUse]
  ) -> Bool {
    guard let privacy, privacy.hasPrivate else { return false }
    let disclosure =
      figure.map { privacy.disclosure(of: $0, showing: value) }
      ?? privacy.disclosure(of: plan, showing: value)
    return isWithheld(disclosure, of: plan.slotsUsed, privacy, over: uses)
  }

  private func isWithheld(
    _ disclosure: Disclosure, of used: [Int], _ privacy: Privacy, over uses: [Trace.RowUse]
  ) -> Bool {
    switch disclosure {
    case .nothing: return false
    case .given: return true
    case .aggregate:
      let behind = privacy.tainted(among: used)
      if behind.contains(where: withheld.contains) { return true }
      let isEnough = privacy.isEnough(uses.map { ($0.table.name, $0.count + $0.openCount) })
      return !(isEnough ?? !behind.isEmpty) && privacy.leastRows > 1
    }
  }

  /// Notes whether the figure of a decision table is shown.
  mutating func withhold(_ figure: Figure, _ value: Value) {
    guard let privacy, privacy.hasPrivate else { return }
    let disclosure = privacy.disclosure(of: figure, showing: value)
    if isWithheld(disclosure, of: figure.slotsUsed, privacy, over: []) {
      withheld.insert(figure.slot)
    }
  }

  func withholds(_ figure: Figure) -> Bool { withheld.contains(figure.slot) }

  /// What a decision table comes to, and the rules that hold or may hold.
  mutating func value(of table: DecisionTablePlan) -> (value: Value, fired: [FiredRule]) {
    let (value, fired) = table.run(slots)
    return (seen(value), fired)
  }

  private mutating func seen(_ value: Value) -> Value {
    if case .unknown(let unknown) = value { lack(unknown.missing) }
    return value
  }
}

/// Whether a condition holds.
enum Holding {
  case yes, no
  /// It depends on evidence that is missing.
  case open
  /// It came out null: in a rubric that takes neither branch.
  case null(NullReason)

  init(_ value: Value) {
    switch value {
    case .boolean(let holds): self = holds ? .yes : .no
    case .unknown: self = .open
    case .null(let reason): self = .null(reason)
    case .number, .string, .date, .time, .dateTime, .dayTimeDuration, .yearMonthDuration, .list,
      .context, .range, .function:
      self = .null(NullReason(.conditionNotBoolean))
    }
  }

  var isYes: Bool {
    if case .yes = self { true } else { false }
  }
}

extension Working {
  /// Whether a condition holds; a null counts as open, with its place as what is missing.
  mutating func holds(_ plan: Plan, for name: String) -> Holding {
    let holding = Holding(value(of: plan))
    if case .null(let reason) = holding {
      lack([plan.nullResult(for: name, reason)])
      return .open
    }
    return holding
  }
}

extension Plan {
  func nullResult(for name: String, _ reason: NullReason = .written) -> Missing {
    Missing(
      name, reason.isOfNothing ? .nothingThere : .nullResult,
      place: passage.place(of: Span(0, 1)).description)
  }
}

extension Working {
  mutating func note(_ fired: [FiredRule], of table: RuleTable) {
    guard isRecording else { return }
    for rule in fired where table.rules.indices.contains(rule.rule) {
      let written = table.rules[rule.rule]
      note(
        .fired(
          table.crossTab?.words(forRule: rule.rule) == nil
            ? .ruleFired(rule.rule + 1, isCertain: rule.isCertain, written.says)
            : .cellFired(written.says ?? Wording(""), isCertain: rule.isCertain),
          points: nil, place: written.place, line: rule.isCertain ? rule.rule : nil))
    }
  }
}

extension RowUse {
  init(_ use: Trace.RowUse) {
    let role: Role =
      switch use.role {
      case .taken: .taken
      case .holding: .holding
      case .failing: .failing
      }
    self.init(
      table: use.table.name, file: use.table.file, role: role, lines: use.lines,
      count: use.count, openCount: use.openCount, expression: use.text,
      leftOut: use.leftOut)
  }
}

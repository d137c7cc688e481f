import Diagnostics
import FEEL
import Rubrics
import Values

/// Finds the edges of a rubric, and evidence for each: on a line, just below, just above, and nothing at all.
struct EdgeFinder {
  /// More cases than this for one item nobody ticks.
  private static let mostCases = 60

  let rubric: Rubric
  let solver: EdgeSolver
  /// By item: evidence with points between those of its edges, for totals.
  private(set) var samples: [String: [EdgeMaterial]] = [:]
  private let domains: DomainFinder
  private(set) var edges: [Edge] = []
  private(set) var unfound: [UnfoundEdge] = []
  /// What an item needs besides, so that it applies.
  private var frame = EdgeMaterial()
  private var owner = Edge.Owner.item("")
  private var seen: Set<EdgeMaterial> = []
  private var needsPeriod = false

  init(_ rubric: Rubric) {
    self.rubric = rubric
    solver = EdgeSolver(rubric)
    domains = DomainFinder(of: rubric)
    for section in rubric.resultPlan.everySection {
      guard case .items(let items) = section.content else { continue }
      let conditions = rubric.resultPlan.everySection
        .filter { outer in outer.allItems.contains { $0.id == items.first?.id } }
        .compactMap(\.applies)
      for item in items { find(item, under: conditions) }
    }
    for item in (rubric.bonus?.items ?? []) + rubric.deductions.map(\.item) {
      find(item, under: [])
    }
    for gate in rubric.resultPlan.gates { find(gate) }
  }

  private mutating func begin(
    _ owner: Edge.Owner, looksAt slots: [Int], _ frame: EdgeMaterial = EdgeMaterial()
  ) {
    (self.owner, self.frame, seen) = (owner, frame, [])
    needsPeriod = rubric.slots(behind: slots).contains { slot in
      switch rubric.slots[slot] {
      case .periodStart, .periodEnd, .asOf: true
      default: false
      }
    }
  }

  /// Evidence for an edge, with what the item needs besides.
  mutating func add(_ words: Wording, _ material: EdgeMaterial?, at line: Edge.Line? = nil) {
    guard let whole = material.flatMap({ frame.joined($0) }) else {
      unfound.append(UnfoundEdge(owner: owner.id, words: words))
      return
    }
    guard seen.count < Self.mostCases, seen.insert(whole).inserted else { return }
    edges.append(
      Edge(owner: owner, words: words, material: whole, line: line, needsPeriod: needsPeriod))
  }

  private mutating func find(_ item: Item, under conditions: [Plan]) {
    var frame = EdgeMaterial()
    for plan in conditions + [item.appliesWhen].compactMap(\.self) {
      frame = frame.joined(solver.truth(plan.step, true)) ?? frame
    }
    if let plan = item.void?.trigger.plan {
      frame = frame.joined(solver.truth(plan.step, false)) ?? frame
    }
    let bare = frame
    for need in item.evidence where !need.isOptional { frame.documents[need.document] = 1 }
    begin(.item(item.id), looksAt: item.inputs + conditions.flatMap(\.slotsUsed), frame)
    switch item.plan.quantity {
    case .number(let plan): addLines(of: item, plan)
    case .truth(let plan): add(plan.edges(solver))
    case .choice(let plan): addOptions(of: item, plan)
    case .table(let table): addRules(of: table)
    case .held(let terms): addTerms(terms, of: item)
    case .given(let given): addGiven(given, of: item)
    }
    if let plan = item.appliesWhen { addFrames(plan) }
    if let plan = item.void?.trigger.plan { addFrames(plan) }
    add(EdgesWording.unknown, EdgeMaterial())
    addEmpty(item)
    addWithoutPapers(item, bare)
  }

  /// Everything is said, and the papers that show it are not there.
  private mutating func addWithoutPapers(_ item: Item, _ bare: EdgeMaterial) {
    let kinds = item.evidence.filter { !$0.isOptional }.map(\.document)
    guard !kinds.isEmpty, var sample = edges.last(where: { $0.owner == owner })?.material else {
      return
    }
    for kind in kinds { sample.documents[kind] = bare.documents[kind] }
    frame = EdgeMaterial()
    let names = kinds.map { rubric.documents[$0].title ?? Wording(rubric.documents[$0].name) }
    add(EdgesWording.without(names), sample)
  }

  /// Evidence that is no edge.
  mutating func addSample(_ material: EdgeMaterial) {
    if let whole = frame.joined(material) { samples[owner.id, default: []].append(whole) }
  }

  /// The numbers that an expression can give.
  func domain(of step: Step) -> Domain { domains.domain(of: step) }

  mutating func add(_ found: [ConditionEdge]) {
    for edge in found { add(edge.words, edge.material) }
  }

  private mutating func addLines(of item: Item, _ plan: Plan) {
    let lines = Set(item.plan.worth.lines(of: item, solver.rubric)).sorted()
    addTotals(of: item, plan)
    let domain = domain(of: plan.step)
    for line in lines {
      for side in [EdgeSide.below, .on, .above] where domain.reaches(side, of: line) {
        add(
          EdgesWording.beside(plan.shown, "\(line)", side),
          solver.number(plan.step, near: line, side), at: Edge.Line(number: line, side: side))
      }
    }
  }

  /// Of a rubric that is one number: what that is on the lines of the grades, and a step below them.
  private mutating func addTotals(of item: Item, _ plan: Plan) {
    guard case .itself = item.plan.worth, rubric.items.count == 1 else { return }
    for case .band(.ladder(let rungs)) in rubric.resultPlan.standing {
      for line in rungs.compactMap(\.threshold) {
        for total in [line, line.subtracting(rubric.total.rounding.step)].compactMap(\.self) {
          if let found = solver.number(plan.step, near: total, .on) { addSample(found) }
        }
      }
    }
  }

  private mutating func addOptions(of item: Item, _ plan: Plan) {
    guard case .ladder(let ladder) = item.plan.worth else { return }
    var options: [String] = []
    for rung in ladder.rungs {
      guard case .equals(let value)? = rung.test else { continue }
      let text = if case .string(let text) = value { text } else { value.shortText }
      options.append(text)
      add(EdgesWording.option(text), solver.equal(plan.step, value, true))
    }
    guard ladder.otherwise != nil else { return }
    let others = solver.leaf(plan.step).flatMap { solver.declaration(of: $0)?.allowed } ?? []
    for other in others where !options.contains(other) {
      add(EdgesWording.noOption, solver.equal(plan.step, .string(other), true))
      return
    }
  }

  private mutating func addTerms(_ terms: ScorePlan.Terms, of item: Item) {
    let steps = terms.terms.map(\.when.step)
    func some(_ held: Set<Int>) -> EdgeMaterial? {
      var found: EdgeMaterial? = EdgeMaterial()
      for (number, step) in steps.enumerated() {
        found = found?.joined(solver.truth(step, held.contains(number)))
      }
      return found
    }
    let counts: [Int]
    if terms.arePoints {
      counts = [0, steps.count]
    } else {
      counts =
        item.plan.worth.lines(of: item, rubric).compactMap(\.intValue)
        .flatMap { [$0 - 1, $0, $0 + 1] } + [0, steps.count]
    }
    for count in Set(counts).sorted() where (0...steps.count).contains(count) {
      add(EdgesWording.held(count, of: steps.count), some(Set(0..<count)))
    }
    for (number, term) in terms.terms.enumerated() {
      // Beside a term the others do not hold, so that its points alone are seen.
      let others = solver.all(steps, false, but: number)
      for edge in term.when.edges(solver) {
        add(edge.words, others.flatMap { edge.material?.joined($0) })
      }
    }
  }

  /// Edges of what decides whether an item counts, with some points of it.
  private mutating func addFrames(_ plan: Plan) {
    let sample = edges.last { $0.owner == owner }?.material
    let kept = frame
    frame = EdgeMaterial()
    for edge in plan.edges(solver) {
      add(edge.words, edge.material.map { $0.joined(sample) ?? $0 })
    }
    frame = kept
  }

  /// Tables without rows: there is nothing, which is another thing than nothing known.
  private mutating func addEmpty(_ item: Item) {
    var material = EdgeMaterial()
    for slot in rubric.slots(behind: item.inputs) {
      if case .table(let table) = rubric.slots[slot] { material.tables[table] = [] }
    }
    if !material.tables.isEmpty { add(EdgesWording.empty, material) }
  }

  private mutating func find(_ gate: GatePlan) {
    begin(
      gate.kind == .admission ? .bar(gate.id) : .gate(gate.id),
      looksAt: gate.trigger.plan?.slotsUsed ?? [])
    switch gate.trigger {
    case .finding(let number):
      for state in ["confirmed", "alleged", "dismissed"] {
        add(
          EdgesWording.finding(rubric.findings[number].name, state),
          EdgeMaterial(findings: [number: state]))
      }
    case .condition(let plan):
      add(plan.edges(solver))
      add(EdgesWording.unknown, EdgeMaterial())
    }
  }
}

extension ScorePlan.Worth {
  /// The numbers at which something begins, changes its pace or ends.
  fileprivate func lines(of item: Item, _ rubric: Rubric) -> [Number] {
    switch self {
    case .itself: return [.zero, item.points]
    case .points: return []
    case .paced(let paced): return paced.lines
    case .straight(let straight): return [straight.from, straight.to]
    case .ladder(let ladder):
      return (ladder.rungs + [ladder.otherwise].compactMap(\.self)).flatMap { rung in
        rung.lines(rubric) + rung.worth.lines(of: item, rubric)
      }
    }
  }
}

extension ScorePlan.Rung {
  fileprivate func lines(_ rubric: Rubric) -> [Number] {
    switch test {
    case .compares(_, let line): [line]
    case .tests(let plan):
      Reduction(tested: rubric.index(of: .tested)).numbers(plan.step)?.ends ?? []
    case .equals, nil: []
    }
  }
}

extension PacedPoints {
  /// Where it starts, a unit further, and where its limit is reached.
  fileprivate var lines: [Number] {
    var lines = [start, start.adding(pace.every)]
    if let limit, let rest = limit.subtracting(base)?.magnitude, !pace.points.isZero,
      let units = rest.divided(by: pace.points)?.ceiling()
    {
      lines.append(units.multiplied(by: pace.every)?.adding(start))
    }
    return lines.compactMap(\.self)
  }
}

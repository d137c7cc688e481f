import Diagnostics
import FEEL
import Rubrics
import Scoring
import Values
import WorkbookWriting

/// The sheets of what items look at, and of their points.
struct ItemSheets {
  let rubric: Rubric
  let language: Language
  private(set) var quantities: Ledger
  private(set) var items: Ledger
  private(set) var cells: LiveCells
  /// By the text of an expression: the cell in which it stands.
  private var known: [String: LiveValue] = [:]
  private var parts: [String: LivePart] = [:]
  private let itemsSlot: Int?

  init(_ evaluation: Evaluation, _ cells: LiveCells, quantities: Ledger, items: Ledger) {
    rubric = evaluation.rubric
    language = quantities.language
    (self.cells, self.quantities, self.items) = (cells, quantities, items)
    itemsSlot = rubric.index(of: .items)
    addFigures(evaluation.figures)
  }

  func part(of item: Item) -> LivePart? { parts[item.id] }

  /// The slots of results, once they stand in cells.
  mutating func put(_ ratio: LiveRatio, of id: String, _ entry: String, in slot: Int) {
    cells.put(ratio, of: id, entry, in: slot)
  }

  mutating func put(_ value: LiveValue, in slot: Int) {
    cells.put(value, in: slot)
    known = [:]
  }

  // MARK: figures

  private mutating func addFigures(_ figures: [FigureResult]) {
    for result in figures {
      let figure = result.figure
      guard !result.isWithheld else {
        cells.hide(figure.slot)
        continue
      }
      let title = (figure.title ?? Wording(figure.name)).text(in: language)
      guard case .expression(let plan) = figure.value else {
        quantities.begin([title, ""])
        writeValue(result.value, because: .noSuchFormula, in: figure.slot)
        continue
      }
      quantities.begin([title, plan.passage.text])
      if case .list = result.value {
        cells.put(list: plan.step, in: figure.slot)
        writeValue(result.value, because: .aList, in: figure.slot)
        continue
      }
      do throws(NoFormula) {
        var value = try cells.value(of: plan.step)
        if case .number(let ratio) = value, let rounding = figure.rounding {
          value = .number(try ratio.rounded(rounding))
        }
        cells.put(try write(value, engine: result.value), in: figure.slot)
      } catch {
        writeValue(result.value, because: error.why, in: figure.slot)
      }
    }
  }

  private mutating func writeValue(_ value: Value, because why: Wording, in slot: Int) {
    if let live = writeValue(value, because: why) { cells.put(live, in: slot) }
  }

  /// A value that is no formula, in the line that was begun.
  private mutating func writeValue(_ value: Value, because why: Wording) -> LiveValue? {
    switch value {
    case .number(let number):
      guard let ratio = try? LiveRatio(number) else {
        quantities.write(value: number, shown: "", note: why)
        return nil
      }
      return .number(quantities.write(ratio, engine: number, note: why))
    case .boolean(let flag):
      let one = quantities.write(
        LiveRatio(.literal(flag ? 1 : 0)), engine: Number(flag ? 1 : 0), note: why)
      return .truth(one.above.equals(.literal(1)))
    default:
      quantities.write(value: nil, shown: Wording.shown(value).text(in: language), note: why)
      return nil
    }
  }

  /// Writes a formula into the line that was begun.
  ///
  /// - Throws: where it comes to something else than the engine's value.
  private mutating func write(
    _ live: LiveValue, engine: Value
  ) throws(NoFormula) -> LiveValue {
    switch (live, engine) {
    case (.number(let ratio), .number(let number)):
      guard ratio.agrees(with: number) else { throw NoFormula(.roundedOnTheWay) }
      return .number(quantities.write(ratio, engine: number))
    case (.truth(let truth), .boolean(let flag)):
      guard truth.holds == flag else { throw .form }
      let one = quantities.write(LiveRatio(truth.asInteger), engine: Number(flag ? 1 : 0))
      return .truth(one.above.equals(.literal(1)))
    case (.day(let day), .date(let date)):
      guard let number = LiveDay.number(of: date), day.value == number else { throw .form }
      return .day(quantities.write(LiveRatio(day), engine: Number(number)).above)
    case (.text(let formula, let text), .string(let word)):
      guard text == word else { throw .form }
      quantities.write(text: formula, is: text, engine: word)
      return .text(quantities.text, is: text)
    default: throw .form
    }
  }

  // MARK: expressions

  /// What an expression comes to, written into a line of its own; `engine` is what the engine found, and `nil` where it does not show it.
  mutating func value(
    of plan: Plan, for title: String, engine: Value?
  ) throws(NoFormula) -> LiveValue {
    let text = plan.passage.text
    if let known = known[text] { return known }
    guard let engine else { throw .hidden }
    quantities.begin([title, text])
    let value: LiveValue
    do throws(NoFormula) {
      value = try write(try cells.value(of: plan.step), engine: engine)
    } catch {
      guard let written = writeValue(engine, because: error.why) else { throw error }
      value = written
    }
    known[text] = value
    return value
  }

  // MARK: items

  /// Writes items that stand one below the other.
  mutating func add(_ results: [ItemResult], scale: Int, caps: [String: Number] = [:]) {
    for result in results { add(result, scale, caps[result.item.id]) }
  }

  private mutating func add(_ result: ItemResult, _ scale: Int, _ cap: Number?) {
    let item = result.item
    let title = item.title.text(in: language)
    var formula: LiveRatio?
    var why: Wording?
    do throws(NoFormula) {
      formula = try points(result, title, cap)
    } catch {
      why = error.why
    }
    items.begin([item.id, title])
    items.set(3, .number(Ledger.short(cap ?? item.points)), .given)
    let counts = result.points != nil
    items.set(4, .number(counts ? "1" : "0"), .given)
    let full = item.leastPoints.isNegative || cap != nil ? Number.zero : item.points
    guard let points = result.points?.point else {
      let shown = result.points.map { "\(Ledger.short($0.low)) – \(Ledger.short($0.high))" } ?? ""
      items.write(value: nil, shown: shown, note: counts ? .isOpen : .notInSum)
      if !counts { parts[item.id] = LivePart(counts: false, full: full, earned: .zero) }
      return
    }
    guard let ratio = formula ?? (try? LiveRatio(points)) else {
      items.write(value: points, shown: "", note: why ?? .tooManyDigits)
      return
    }
    let written = items.write(scaled(ratio, scale), engine: points, note: why)
    let isBeside = item.leastPoints.isNegative && cap == nil
    parts[item.id] = LivePart(
      counts: true, full: full, earned: isBeside ? .zero : written,
      beside: isBeside ? written : .zero)
    if let itemsSlot { cells.put(written, of: item.id, "", in: itemsSlot) }
  }

  /// All over one number, where that is a number: so columns can be added.
  private func scaled(_ ratio: LiveRatio, _ scale: Int) -> LiveRatio {
    guard ratio.below.isLiteral, ratio.below.value < scale, scale % ratio.below.value == 0,
      let above = try? ratio.above.times(.literal(scale / ratio.below.value))
    else { return ratio }
    return LiveRatio(above, over: .literal(scale))
  }

  /// The points of an item as a formula, where the engine found the same.
  private mutating func points(
    _ result: ItemResult, _ title: String, _ cap: Number?
  ) throws(NoFormula) -> LiveRatio {
    let item = result.item
    guard case .points(let points) = result.outcome, let counted = result.points?.point,
      points == counted
    else { throw NoFormula(.notCounted) }
    guard item.stages.isEmpty else { throw NoFormula(.byStages) }
    var found: [String: LiveValue] = [:]
    // Expressions are written before they are looked at: a closure cannot write.
    for plan in plans(of: item.plan) {
      found[plan.passage.text] = try value(
        of: plan, for: title, engine: result.derivation.value(of: plan))
    }
    let formula = PointsFormula(
      plan: item.plan, least: cap == nil ? item.leastPoints : .zero, greatest: cap ?? item.points,
      tested: rubric.index(of: .tested), cells: cells
    ) { plan throws(NoFormula) in
      guard let value = found[plan.passage.text] else { throw .form }
      return value
    }
    var ratio = try formula.points()
    if let rounding = item.rounding { ratio = try ratio.rounded(rounding) }
    guard ratio.agrees(with: points) else { throw NoFormula(.roundedOnTheWay) }
    return ratio
  }

  private func plans(of plan: ScorePlan) -> [Plan] {
    switch plan.quantity {
    case .number(let plan), .truth(let plan), .choice(let plan): [plan]
    case .held(let terms): terms.terms.map(\.when)
    case .table, .given: []
    }
  }
}

extension Derivation {
  /// What an expression came to; `nil` where that is not told.
  fileprivate func value(of plan: Plan) -> Value? {
    for line in lines {
      if case .value(let expression, let value, _) = line, expression == plan.passage.text {
        return value
      }
    }
    return nil
  }
}

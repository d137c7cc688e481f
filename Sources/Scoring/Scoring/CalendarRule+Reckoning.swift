import FEEL
import Rubrics
import Values

extension CalendarRule {
  /// How often each term was kept, as a table for expressions and as a result for reports.
  func reckon(_ figure: Figure, _ working: inout Working) -> (value: Value, result: CalendarResult)
  {
    let over = working.value(of: over)
    let ends = ends(&working)
    guard let ends, let spans = pace.terms(from: ends.from, to: ends.to) else {
      let value: Value =
        ends == nil
        ? .unknown(Unknown(Bounds(of: Self.shape), missing: working.missing))
        : .null(NullReason(.limitExceeded, figure.name))
      return (value, result(figure, Count(), []))
    }
    let count = Count(over, in: spans)
    let terms = spans.indices.map { index in
      CalendarResult.Term(
        term: spans[index],
        held: count.sure[index]...max(count.most(index), count.isUnknown ? atLeast : 0))
    }
    let rows = terms.map { term in
      Value.context(
        Context([
          Context.Entry("name", .string(term.name)), Context.Entry("from", .date(term.term.from)),
          Context.Entry("to", .date(term.term.to)),
          Context.Entry("held", value(term.held, isOpenEnded: count.isUnknown, count.missing)),
          Context.Entry("missing", missing(in: term.held, count)),
        ]))
    }
    return (.list(.values(rows)), result(figure, count, terms))
  }

  private func result(
    _ figure: Figure, _ count: Count, _ terms: [CalendarResult.Term]
  ) -> CalendarResult {
    CalendarResult(
      figure: figure, atLeast: atLeast, terms: terms, outsideCount: count.outside,
      undatedCount: count.undated)
  }

  private func value(
    _ range: ClosedRange<Int>, isOpenEnded: Bool, _ missing: [Missing]
  ) -> Value {
    if range.lowerBound == range.upperBound, !isOpenEnded {
      return .number(Number(range.lowerBound))
    }
    return .unknown(
      Unknown(
        Bounds(
          .number(
            low: Number(range.lowerBound), high: isOpenEnded ? nil : Number(range.upperBound),
            isWhole: true)),
        missing: missing))
  }

  private func missing(in held: ClosedRange<Int>, _ count: Count) -> Value {
    let most = max(0, atLeast - held.lowerBound)
    let least = count.isUnknown ? 0 : max(0, atLeast - held.upperBound)
    return value(least...most, isOpenEnded: false, count.missing)
  }

  // MARK: terms

  private func ends(_ working: inout Working) -> (from: CalendarDate, to: CalendarDate)? {
    func day(_ plan: Plan?, _ slot: Int?) -> CalendarDate? {
      let value =
        plan.map { working.value(of: $0) }
        ?? slot.flatMap { working.slots.indices.contains($0) ? working.slots[$0] : nil }
      switch value {
      case .date(let date): return date
      case .unknown(let unknown):
        working.lack(unknown.missing)
        return nil
      default: return nil
      }
    }
    let from = day(from, period.first)
    let to = day(to, period.last)
    guard let from, let to else { return nil }
    return (from, to)
  }

  // MARK: counting

  /// How many members of a list fall into each term.
  private struct Count {
    var sure: [Int] = []
    private var open: [Int] = []
    /// May fall into any term.
    private var anywhere = 0
    var outside = 0
    var undated = 0
    /// The list itself is not known.
    var isUnknown = false
    var missing: [Missing] = []
    /// The same, to be asked of.
    private var named: Set<Missing> = []

    init() {}

    init(_ over: Value, in spans: [CalendarTerm]) {
      sure = Array(repeating: 0, count: spans.count)
      open = sure
      switch over {
      case .list(let list):
        let cursor = ListCursor(list)
        missing = cursor.missing
        for index in 0..<cursor.count { take(cursor[index], cursor.isOpen(index), spans) }
      case .unknown(let unknown):
        isUnknown = true
        missing = unknown.missing
      case .null: break
      default: take(over, false, spans)
      }
    }

    func most(_ index: Int) -> Int { sure[index] + open[index] + anywhere }

    private mutating func take(_ member: Value, _ isOpen: Bool, _ spans: [CalendarTerm]) {
      switch member {
      case .date(let date): take(from: date, to: date, isOpen, spans)
      case .dateTime(let moment): take(from: moment.date, to: moment.date, isOpen, spans)
      case .unknown(let unknown):
        anywhere += 1
        if named.isEmpty { named = Set(missing) }
        for one in unknown.missing where named.insert(one).inserted { missing.append(one) }
      case .context(let context): take(context, isOpen, spans)
      default: undated += 1
      }
    }

    /// A document counts for the days that it covers, or else for the day of its date.
    private mutating func take(_ document: Context, _ isOpen: Bool, _ spans: [CalendarTerm]) {
      switch (document["from"], document["to"], document["dated"]) {
      case (.date(let from), .date(let to), _): take(from: from, to: to, isOpen, spans)
      case (_, _, let dated?): take(dated, isOpen, spans)
      default: undated += 1
      }
    }

    private mutating func take(
      from: CalendarDate, to: CalendarDate, _ isOpen: Bool, _ spans: [CalendarTerm]
    ) {
      var isInside = false
      for (index, span) in spans.enumerated() {
        let liesWithin = span.from <= from && to <= span.to
        let covers = from <= span.from && span.to <= to
        guard liesWithin || covers else { continue }
        isInside = true
        if isOpen { open[index] += 1 } else { sure[index] += 1 }
      }
      if !isInside { outside += 1 }
    }
  }
}

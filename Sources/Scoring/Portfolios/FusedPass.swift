import FEEL
import Rubrics
import Values

/// The aggregates of a rubric over coded tables, one subject after the other.
///
/// The meaning stays with the row evaluator: it decides a condition once for every combination of cell values, and the
/// pass looks that up row by row. A subject with a cell that is not known, or not a number, goes to the row evaluator whole.
struct FusedPass: Sendable {
  private enum Verdict {
    static let out: UInt8 = 0
    static let isIn: UInt8 = 1
    static let open: UInt8 = 2
  }

  private struct Filter: Sendable {
    /// By column that the condition looks at: its codes, and how far apart they stand in `verdicts`.
    let columns: [(codes: [Int32], stride: Int)]
    let verdicts: [UInt8]
  }

  /// The numbers of a column on one scale; what is no number, or too large, is `nil`.
  private struct Scale: Sendable {
    let numbers: [Int?]
    let unit: Int
  }

  private struct Kernel: Sendable {
    let aggregate: FusedAggregate
    let filter: Filter?
    let codes: [Int32]
    let scale: Scale?
    /// The same number for codes of equal values; `nil`: not known.
    let classes: [Int32?]
    /// Of no rows at all.
    let whenEmpty: Value
  }

  /// Numbers of the numerators together stay below 2^62.
  private static let greatestNumber = 1 << 40
  /// With more rows the row evaluator might reach its limit of steps, which is then the answer.
  private static let mostRows = Limits.maximumSteps / 128
  /// More combinations of cells than this are not worth asking for.
  private static let mostCombinations = 1 << 16

  /// By aggregate; `nil` where its condition looks at too much, or its table is not coded.
  private let kernels: [Kernel?]
  private let aggregates: [FusedAggregate]
  private let rows: [Portfolio.Rows?]
  private let tables: [CodedTable?]

  init(_ aggregates: [FusedAggregate], over rows: [Portfolio.Rows?], slots: [Value]) {
    self.aggregates = aggregates
    self.rows = rows
    let tables = rows.map { $0?.coded }
    self.tables = tables
    var classes: [[Int]: [Int32?]] = [:]
    kernels = aggregates.map { aggregate in
      guard let table = tables[aggregate.table] else { return nil }
      var own: [Int32?] = []
      if aggregate.kind == .distinctCount, let column = aggregate.column {
        own = classes[[aggregate.table, column]] ?? Self.classes(table.columns[column].values)
        classes[[aggregate.table, column]] = own
      }
      return Self.kernel(aggregate, table, own, slots)
    }
  }

  private static func kernel(
    _ aggregate: FusedAggregate, _ table: CodedTable, _ classes: [Int32?], _ slots: [Value]
  ) -> Kernel? {
    var filter: Filter?
    if let written = aggregate.filter {
      guard let read = self.filter(written, aggregate.tableSlot, table, slots) else { return nil }
      filter = read
    }
    let column = aggregate.column.map { table.columns[$0] }
    var scale: Scale?
    if aggregate.kind == .sum || aggregate.kind == .mean {
      guard let column, let read = self.scale(column.values) else { return nil }
      scale = read
    }
    var slots = slots
    slots[aggregate.tableSlot] = table.emptyList
    return Kernel(
      aggregate: aggregate, filter: filter, codes: column?.codes ?? [], scale: scale,
      classes: classes,
      whenEmpty: aggregate.plan.run(slots))
  }

  /// Lets the row evaluator filter a table of all combinations.
  private static func filter(
    _ written: FusedAggregate.Filter, _ slot: Int, _ table: CodedTable, _ slots: [Value]
  ) -> Filter? {
    var count = 1
    var columns: [(codes: [Int32], stride: Int)] = []
    var values = [Int: (values: [Value], stride: Int)]()
    for index in written.columns {
      let column = table.columns[index]
      columns.append((column.codes, count))
      values[index] = (column.values, count)
      count *= column.values.count
      guard count <= mostCombinations else { return nil }
    }
    let combined = table.columns.indices.map { index in
      Table.Column(
        table.columns[index].name,
        (0..<count).map { row in
          guard let (values, stride) = values[index] else { return .null }
          return values[row / stride % values.count]
        })
    }
    var slots = slots
    slots[slot] = .list(
      .rows(
        Selection(
          Table(name: table.name, file: table.file, columns: combined, rowCount: count))))
    guard case .list(.rows(let selection)) = written.plan.run(slots) else { return nil }
    var verdicts = [UInt8](
      repeating: selection.rows == nil ? Verdict.isIn : Verdict.out, count: count)
    for row in selection.rows ?? [] { verdicts[Int(row)] = Verdict.isIn }
    for row in selection.openRows { verdicts[Int(row)] = Verdict.open }
    return Filter(columns: columns, verdicts: verdicts)
  }

  private static func scale(_ values: [Value]) -> Scale? {
    for unit in [1, 10, 100, 1000, 10_000] {
      var fits = true
      let numbers = values.map { value -> Int? in
        guard case .number(let number) = value else { return nil }
        guard let scaled = number.multiplied(by: Number(unit))?.intValue else {
          fits = false
          return nil
        }
        return scaled.magnitude <= greatestNumber ? scaled : nil
      }
      if fits { return Scale(numbers: numbers, unit: unit) }
    }
    return nil
  }

  private static func classes(_ values: [Value]) -> [Int32?] {
    var numbers: [Number: Int32] = [:]
    var texts: [String: Int32] = [:]
    texts.reserveCapacity(values.count)
    return values.enumerated().map { code, value in
      switch value {
      // Letters outside ASCII may be composed in several ways.
      case .string(let text) where text.utf8.allSatisfy { $0 < 0x80 && $0 > 0x20 }:
        let known = texts[text] ?? Int32(truncatingIfNeeded: code)
        texts[text] = known
        return known
      case .number(let number):
        let known = numbers[number] ?? Int32(truncatingIfNeeded: code)
        numbers[number] = known
        return known
      case .string, .null, .boolean, .date, .time, .dateTime, .dayTimeDuration,
        .yearMonthDuration, .list, .context, .range, .function, .unknown:
        return nil
      }
    }
  }
}

extension FusedPass {
  /// Room for the values seen of each aggregate, used by one thread.
  struct Seen {
    /// By aggregate and class: the subject that had it last, counted from 1.
    fileprivate var subjects: [[Int32]]
  }

  var seen: Seen {
    Seen(subjects: kernels.map { Array(repeating: 0, count: $0?.classes.count ?? 0) })
  }

  /// One value an aggregate.
  func values(of subject: Int, slots: [Value], _ seen: inout Seen) -> [Value] {
    var lists: [Int: Value] = [:]
    return aggregates.indices.map { index in
      if let kernel = kernels[index],
        let value = value(kernel, of: subject, &seen.subjects[index])
      {
        return value
      }
      let aggregate = aggregates[index]
      var slots = slots
      if let rows = rows[aggregate.table] {
        let list = lists[aggregate.table] ?? rows.list(of: subject)
        lists[aggregate.table] = list
        slots[aggregate.tableSlot] = list
      }
      return aggregate.plan.run(slots)
    }
  }

  /// - Returns: `nil` where a row is not certain.
  private func value(_ kernel: Kernel, of subject: Int, _ seen: inout [Int32]) -> Value? {
    guard let rows = tables[kernel.aggregate.table]?.rows(of: subject) else { return nil }
    if rows.isEmpty { return kernel.whenEmpty }
    guard rows.count <= Self.mostRows else { return nil }
    var (count, total) = (0, 0)
    let mark = Int32(truncatingIfNeeded: subject + 1)
    for row in rows {
      if let filter = kernel.filter {
        var place = 0
        for (codes, stride) in filter.columns { place += Int(codes[row]) * stride }
        let verdict = filter.verdicts[place]
        if verdict == Verdict.out { continue }
        guard verdict == Verdict.isIn else { return nil }
      }
      switch kernel.aggregate.kind {
      case .count: count += 1
      case .sum, .mean:
        guard let number = kernel.scale?.numbers[Int(kernel.codes[row])] else { return nil }
        count += 1
        total += number
      case .distinctCount:
        guard let known = kernel.classes[Int(kernel.codes[row])] else { return nil }
        if seen[Int(known)] != mark {
          seen[Int(known)] = mark
          count += 1
        }
      }
    }
    switch kernel.aggregate.kind {
    case .count, .distinctCount: return .number(Number(count))
    case .sum, .mean:
      guard count > 0, let unit = kernel.scale?.unit else { return nil }
      let divisor = kernel.aggregate.kind == .sum ? unit : unit * count
      return Number(total).divided(by: Number(divisor)).map { .number($0) }
    }
  }
}

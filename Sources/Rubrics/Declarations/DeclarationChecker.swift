package import Diagnostics
import FEEL
import Formats
package import Values

/// Checks declarations of facts and columns; rubrics and policies share it.
package struct DeclarationChecker {
  private let rubricLanguage: Language
  package var diagnostics = Diagnostics()

  package init(language: Language = .zh) {
    rubricLanguage = language
  }

  /// - Returns: a declaration for every entry, whatever its mistakes, so that later expressions know its name.
  package mutating func declarations(
    _ entries: [Written.Entry], allPrivate: Bool = false
  ) -> [Declaration] {
    entries.compactMap { entry in
      guard let record = entry.value.record else { return nil }
      if !isExpressionName(entry.key.text) {
        diagnostics.report(.notAName(entry.key.text, at: entry.key.place))
      }
      return declaration(entry.key, record, isPrivate: allPrivate)
    }
  }

  private mutating func declaration(
    _ key: Scalar, _ record: Record, isPrivate: Bool
  ) -> Declaration {
    let type = record.string("type") ?? ""
    let unit = record.string("unit")
    let shape = Shape(typeName: type, unit: unit) ?? .any
    reportMisfits(record, type)
    let absent = absent(record, shape)
    var allowed = record.has("one of") ? record.strings("one of") : nil
    if allowed?.isEmpty == true {
      diagnostics.report(.emptyList("one of", at: record.keyPlace("one of")))
      allowed = nil
    }
    let isWhole = record.boolean("whole") ?? false
    let mustBe = record.scalar("must be").flatMap { tests($0, over: shape) }
    return Declaration(
      name: key.text,
      title: record.wording("title"),
      shape: absent.isNull ? .optional(shape) : shape,
      unit: unit,
      isWhole: isWhole,
      mustBe: mustBe,
      allowed: allowed,
      absent: absent,
      blanks: record.strings("blanks"),
      headers: record.has("header") ? record.strings("header") : [key.text],
      isPrivate: isPrivate || record.boolean("private") ?? false,
      booleans: record.record("booleans").map {
        BooleanSpelling(yes: $0.strings("true"), no: $0.strings("false"))
      },
      order: record.string("order").flatMap(DateRule.Order.init),
      same: record.has("same") ? Set(record.strings("same").compactMap(FoldedName.Way.init)) : nil,
      origin: origin(record, type, key),
      place: key.place,
      bounds: bounds(shape, isWhole, allowed, mustBe, absent))
  }

  private mutating func tests(_ scalar: Scalar, over shape: Shape) -> Plan? {
    guard shape != .any else { return nil }
    let scope = Scope([Scope.Entry("?", shape, slot: 0)])
    return Expressions(scope, tables: []).tests(scalar, over: shape, into: &diagnostics)
  }

  /// Keys that say something about another type.
  private mutating func reportMisfits(_ record: Record, _ type: String) {
    let owners = [
      "unit": ["number", "days and time duration", "years and months duration"],
      "whole": ["number"], "one of": ["string"], "booleans": ["boolean"],
      "order": ["date", "date and time"], "same": ["string"],
    ]
    for (key, types) in owners.sorted(by: { $0.key < $1.key })
    where record.has(key) && !type.isEmpty && !types.contains(type) {
      diagnostics.report(.keyOfAnotherType(key, types[0], type, at: record.keyPlace(key)))
    }
  }

  private mutating func absent(_ record: Record, _ shape: Shape) -> Absent {
    guard let scalar = record.scalar("absent") else { return .unknown }
    switch scalar.text {
    case "unknown": return .unknown
    case "null": return .null
    case let text:
      if let value = shape.value(written: text) { return .value(value) }
      diagnostics.report(.absentOfAnotherType(text, at: scalar.place))
      return .unknown
    }
  }

  private func bounds(
    _ shape: Shape, _ isWhole: Bool, _ allowed: [String]?, _ mustBe: Plan?, _ absent: Absent
  ) -> Bounds {
    switch shape {
    case .number:
      let domain = Domain(of: mustBe, isWhole: isWhole, absent: absent)
      let isWhole = domain.grid == .one
      return Bounds(
        .number(
          low: isWhole ? domain.set.low?.ceiling() : domain.set.low,
          high: isWhole ? domain.set.high?.floor() : domain.set.high,
          isWhole: isWhole),
        mayBeNull: absent.isNull)
    case .boolean: return Bounds(.boolean, mayBeNull: absent.isNull)
    case .string:
      guard let allowed, !allowed.isEmpty else { return Bounds(.any, mayBeNull: absent.isNull) }
      return Bounds(.oneOf(allowed.map { .string($0) }), mayBeNull: absent.isNull)
    default: return Bounds(.any, mayBeNull: absent.isNull)
    }
  }
}

extension Absent {
  var isNull: Bool {
    if case .null = self { true } else { false }
  }
}

extension Origin {
  /// As `from:` names it; the bundle where nothing is written.
  package init(_ word: String?) {
    switch word {
    case nil, "bundle": self = .bundle
    case "round": self = .round
    case "reference": self = .reference
    case let party?: self = .party(party)
    }
  }
}

extension Domain {
  /// What a declared number can be: what passes its test, and what an empty cell counts as.
  init(of mustBe: Plan?, isWhole: Bool, absent: Absent) {
    let set = mustBe.map { Reduction(tested: 0).numbers($0.step) ?? .all } ?? .all
    guard case .value(.number(let convention)) = absent else {
      self.init(set, grid: isWhole ? .one : nil)
      return
    }
    let staysWhole = isWhole && convention.isInteger
    self.init(set.union(.only(convention)), grid: staysWhole ? .one : nil)
  }
}

extension Declaration {
  /// The numbers that can occur, if it is a number.
  package var domain: Domain? {
    let inner = if case .optional(let inner) = shape { inner } else { shape }
    guard case .number = inner else { return nil }
    return Domain(of: mustBe, isWhole: isWhole, absent: absent)
  }
}

extension Declaration {
  /// Whether every number of an interval passes the declared test.
  package func admits(_ interval: NumberInterval) -> Bool {
    guard !isWhole else { return false }
    guard let mustBe else { return true }
    guard let allowed = Reduction(tested: 0).numbers(mustBe.step) else { return false }
    let region = NumberSet.Interval(
      low: interval.low.map { NumberSet.End(number: $0, isIncluded: true) },
      high: interval.high.map { NumberSet.End(number: $0, isIncluded: true) })
    return NumberSet([region]).intersection(allowed.complement).isEmpty
  }
}

extension Shape {
  package init?(typeName: String, unit: String? = nil) {
    switch typeName {
    case "number": self = .number(unit: unit)
    case "boolean": self = .boolean
    case "string": self = .string
    case "date": self = .date
    case "time": self = .time
    case "date and time": self = .dateTime
    case "days and time duration": self = .dayTimeDuration
    case "years and months duration": self = .yearMonthDuration
    default: return nil
    }
  }

  /// A literal as YAML has it, for the types that have plain literals.
  func value(written text: String) -> Value? {
    switch self {
    case .number: Number(written: text).map { .number($0) }
    case .string: .string(text)
    case .boolean: text == "true" ? .boolean(true) : text == "false" ? .boolean(false) : nil
    case .date: CalendarDate(written: text).map { .date($0) }
    default: nil
    }
  }
}

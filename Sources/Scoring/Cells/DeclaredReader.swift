import Diagnostics
import FEEL
import Formats
import Rubrics
import Values

/// Reads the cells of one declared fact or column.
struct DeclaredReader: Sendable {
  enum Fault {
    case mismatch(CellMismatch)
    case notWhole
    case outsideRule(String)
    case notAllowed([String])
  }

  enum Reading {
    case value(Value, CellNotes)
    case absent(Value)
    case unreadable(Value, Fault)
  }

  let declaration: Declaration
  private let reader: CellReader
  private let allowed: AllowedTexts?
  /// Neither unit nor range says how its numbers are counted: `95` beside `97%` leaves both in doubt.
  let isScaleOpen: Bool

  init(_ declaration: Declaration) {
    self.declaration = declaration
    let kind = CellKind(declaration.shape)
    let scale = Self.scale(of: declaration)
    isScaleOpen = kind == .number && scale.isOpen
    reader = CellReader(
      kind, blanks: declaration.blanks, trueSpellings: declaration.booleans?.yes ?? [],
      falseSpellings: declaration.booleans?.no ?? [], scale: scale,
      dates: Self.dates(of: declaration))
    allowed = declaration.allowed.map { AllowedTexts($0, declaration.spellings) }
  }

  /// How its numbers are counted.
  static func scale(of declaration: Declaration) -> CellScale {
    CellScale(
      unit: declaration.unit,
      range: declaration.mustBe == nil ? nil : declaration.bounds.interval ?? .all)
  }

  static func dates(of declaration: Declaration) -> DateRule {
    DateRule(order: declaration.order, isLimited: declaration.mustBe == nil)
  }

  /// Reads one cell of what reports call `name` (a fact, or `table.column`); asks for its place only where it must.
  func read(_ text: String, named name: String, at place: @autoclosure () -> Place?) -> Reading {
    var unknown = UnknownCells(named: name, declaration.bounds)
    return read(text, as: &unknown, at: place())
  }

  /// Reads one cell of a column of whose unknown cells `unknown` keeps count.
  func read(
    _ text: String, as unknown: inout UnknownCells, at place: @autoclosure () -> Place?
  ) -> Reading {
    func lacking(_ cause: Missing.Cause) -> Value { unknown.value(cause, at: place()) }
    switch reader.read(text) {
    case .blank:
      return .absent(absent(lacking(.absent)))
    case .mismatch(let mismatch) where mismatch == .moreDigits || mismatch == .shownOtherwise:
      return read(readings(of: text), mismatch, as: &unknown, at: place())
    case .mismatch(let mismatch):
      return .unreadable(lacking(.unreadable), .mismatch(mismatch))
    case .value(let written, var notes):
      let value = merged(allowed?.spelled(written, &notes) ?? written)
      if let fault = fault(of: value) { return .unreadable(lacking(.unreadable), fault) }
      return .value(value, notes)
    }
  }

  /// A number that a spreadsheet holds and the one that it shows: where one alone is allowed, it is that one.
  private func read(
    _ readings: (Number, Number)?, _ mismatch: CellMismatch, as unknown: inout UnknownCells,
    at place: @autoclosure () -> Place?
  ) -> Reading {
    guard let (exact, shown) = readings else {
      return .unreadable(unknown.value(.unreadable, at: place()), .mismatch(mismatch))
    }
    switch (fault(of: .number(exact)), fault(of: .number(shown))) {
    case (nil, nil):
      let either = unknown.value(between: exact, and: shown, at: place())
      return .unreadable(either, .mismatch(mismatch))
    case (nil, .some): return .value(.number(exact), [])
    case (.some, nil): return .value(.number(shown), [])
    case (.some, .some(let fault)):
      return .unreadable(unknown.value(.unreadable, at: place()), fault)
    }
  }

  /// Texts that are declared to be the same are the same text.
  private func merged(_ value: Value) -> Value {
    guard let ways = declaration.same, !ways.isEmpty, allowed == nil,
      case .string(let text) = value
    else { return value }
    return .string(FoldedName(text, without: ways).text)
  }

  /// The two numbers that a cell of unknown scale may be.
  func readings(of text: String) -> (Number, Number)? { reader.readings(of: text) }

  /// The value where there is no cell at all.
  func absent(named name: String, _ cause: Missing.Cause) -> Value {
    absent(.unknown(Unknown(declaration.bounds, missing: [Missing(name, cause)])))
  }

  /// The value where nobody knows whether there is a cell.
  func unknown(named name: String) -> Value {
    .unknown(Unknown(declaration.bounds, missing: [Missing(name, .absent)]))
  }

  private func absent(_ unknown: @autoclosure () -> Value) -> Value {
    switch declaration.absent {
    case .unknown: unknown()
    case .null: .null
    case .value(let value): value
    }
  }

  /// Why a value is none that the declaration allows; `nil` where it is one.
  func fault(of value: Value) -> Fault? {
    if declaration.isWhole, case .number(let number) = value, !number.isInteger {
      return .notWhole
    }
    if let allowed, case .string(let text) = value, !allowed.all.contains(text) {
      return .notAllowed(declaration.allowed ?? [])
    }
    if let mustBe = declaration.mustBe {
      guard case .boolean(true) = mustBe.run([value]) else {
        return .outsideRule(mustBe.passage.text)
      }
    }
    return nil
  }
}

extension CellKind {
  /// What a declared type looks like in a cell; text for what has no cells.
  init(_ shape: Shape) {
    switch shape {
    case .number: self = .number
    case .boolean: self = .boolean
    case .date: self = .date
    case .time: self = .time
    case .dateTime: self = .dateTime
    case .dayTimeDuration: self = .dayTimeDuration
    case .yearMonthDuration: self = .yearMonthDuration
    case .optional(let shape): self.init(shape)
    case .any, .null, .string, .list, .context, .range, .function: self = .string
    }
  }
}

import Diagnostics
import Values

/// The unknown cells of one column: so many stand with their places, and all others are one thing that is missing.
///
/// A column of a million blank cells would otherwise be a million things to tell, in every step that looks at it.
struct UnknownCells {
  /// So many cells are told one by one.
  static let placed = 1000

  private let name: String
  private let bounds: Bounds
  private var count = 0
  private var others: [Missing.Cause: Value] = [:]

  /// `name` is what reports call it: a fact, or `table.column`.
  init(named name: String, _ bounds: Bounds) {
    self.name = name
    self.bounds = bounds
  }

  /// The value of the next such cell; asks for its place only where it is told.
  mutating func value(_ cause: Missing.Cause, at place: @autoclosure () -> Place?) -> Value {
    guard count >= Self.placed else {
      count += 1
      return unknown(cause, at: place())
    }
    if let other = others[cause] { return other }
    let other = unknown(cause, at: nil)
    others[cause] = other
    return other
  }

  /// The same of a cell that is one of two numbers.
  mutating func value(
    between one: Number, and other: Number, at place: @autoclosure () -> Place?
  ) -> Value {
    count += 1
    let bounds = Bounds(NumberInterval(min(one, other), max(one, other)))
    return unknown(.unreadable, bounds, at: count <= Self.placed ? place() : nil)
  }

  private func unknown(_ cause: Missing.Cause, at place: Place?) -> Value {
    unknown(cause, bounds, at: place)
  }

  private func unknown(_ cause: Missing.Cause, _ bounds: Bounds, at place: Place?) -> Value {
    .unknown(Unknown(bounds, missing: [Missing(name, cause, place: place?.description)]))
  }
}

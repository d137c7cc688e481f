import Rubrics
import Values

extension CalendarRule.Pace {
  /// More terms than this are a slip of the pen in the period: a hundred years of months.
  private static let mostTerms = 1200

  /// The terms between two days; the first and the last may be cut.
  ///
  /// - Returns: `nil` where there are too many.
  func terms(from: CalendarDate, to: CalendarDate) -> [CalendarTerm]? {
    guard from <= to else { return [] }
    guard let months else {
      return [CalendarTerm(name: "\(from.isoText)/\(to.isoText)", from: from, to: to)]
    }
    var terms: [CalendarTerm] = []
    let first = (Int(from.month) - 1) / months * months + 1
    var start = CalendarDate(year: Int(from.year), month: first, day: 1)
    while let begin = start, begin <= to {
      guard terms.count < Self.mostTerms else { return nil }
      let next = begin.adding(months: months)
      let end = next?.adding(days: -1) ?? to
      terms.append(CalendarTerm(name: name(of: begin), from: max(begin, from), to: min(end, to)))
      start = next
    }
    return terms
  }

  private func name(of begin: CalendarDate) -> String {
    let month = Int(begin.month)
    let text = begin.isoText
    let year = String(text.dropLast(6))
    return switch self {
    case .month: String(text.dropLast(3))
    case .quarter: "\(year)-Q\((month + 2) / 3)"
    case .halfYear: "\(year)-H\(month <= 6 ? 1 : 2)"
    case .year, .period: year
    }
  }
}

import Values

extension CalendarDate {
  func isBefore(_ other: CalendarDate) -> Bool {
    (year, month, day) < (other.year, other.month, other.day)
  }

  /// `2024-03-01`.
  package var isoText: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number.magnitude)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let sign = year < 0 ? "-" : ""
    return "\(sign)\(padded(Int(year), 4))-\(padded(Int(month), 2))-\(padded(Int(day), 2))"
  }
}

extension CalendarDate: CustomStringConvertible {
  /// `2017-03-10`; a year has four digits at least.
  package var description: String {
    let sign = year < 0 ? "-" : ""
    return sign + padded(Int(year.magnitude), 4) + "-" + padded(Int(month), 2) + "-"
      + padded(Int(day), 2)
  }
}

extension Zone: CustomStringConvertible {
  /// `Z`, `+01:00`, `+02:45:55`, `@Europe/Paris`.
  package var description: String {
    switch self {
    case .named(let zone): return "@" + zone.name
    case .offset(0): return "Z"
    case .offset(let seconds):
      let size = Int(seconds.magnitude)
      let text =
        (seconds < 0 ? "-" : "+") + padded(size / 3_600, 2) + ":" + padded(size / 60 % 60, 2)
      return size % 60 == 0 ? text : text + ":" + padded(size % 60, 2)
    }
  }
}

extension TimeOfDay: CustomStringConvertible {
  /// `10:30:01.25+01:00`, the fraction without zeros at its end.
  package var description: String {
    padded(Int(hour), 2) + ":" + padded(Int(minute), 2) + ":" + padded(Int(second), 2)
      + fraction(Int(nanosecond)) + (zone?.description ?? "")
  }
}

extension DateTime: CustomStringConvertible {
  package var description: String {
    date.description + "T" + time.description
  }
}

extension DayTimeDuration: CustomStringConvertible {
  /// `P1DT2H3M4.5S` with the parts that are not zero; `PT0S` for none.
  package var description: String {
    let (days, hours, minutes, seconds, nanosecond) = parts
    var text = isNegative ? "-P" : "P"
    if days > 0 { text += "\(days)D" }
    if hours > 0 || minutes > 0 || seconds > 0 || nanosecond > 0 { text += "T" }
    if hours > 0 { text += "\(hours)H" }
    if minutes > 0 { text += "\(minutes)M" }
    if seconds > 0 || nanosecond > 0 { text += "\(seconds)\(fraction(nanosecond))S" }
    return text == "P" ? "PT0S" : text
  }
}

extension YearMonthDuration: CustomStringConvertible {
  /// `P1Y2M` with the parts that are not zero; `P0M` for none.
  package var description: String {
    let (years, rest) = months.magnitude.quotientAndRemainder(dividingBy: 12)
    var text = months < 0 ? "-P" : "P"
    if years > 0 { text += "\(years)Y" }
    if rest > 0 || years == 0 { text += "\(rest)M" }
    return text
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

private func fraction(_ nanosecond: Int) -> String {
  guard nanosecond != 0 else { return "" }
  var (rest, width) = (nanosecond, 9)
  while rest % 10 == 0 { (rest, width) = (rest / 10, width - 1) }
  return "." + padded(rest, width)
}

import Reports
import Values

/// Amounts of money as papers write them.
enum Money {
  static func words(_ line: Report.DecisionFace.Money) -> String {
    guard let amount = line.amount else { return PapersWording.moneyUnknown }
    let low = words(amount.low, line.unit)
    guard !amount.isPoint else { return low }
    return PapersWording.open(PapersWording.bounds(low, words(amount.high, line.unit)))
  }

  /// 30 万元 where nothing is lost by it, else 305,000 元; another unit stays as it is written.
  static func words(_ number: Number, _ unit: String) -> String {
    guard unit == yuan else { return "\(Said.number(number)) \(unit)" }
    let tenThousand = Number(10_000)
    if !number.isZero, let tens = number.divided(by: tenThousand),
      tens.rounded(toScale: 2, .halfUp) == tens
    {
      return PapersWording.tenThousands(Said.number(tens))
    }
    return PapersWording.yuan(grouped(Said.number(number)))
  }

  /// The unit of ISO 4217.
  private static let yuan = "CNY"

  private static func grouped(_ text: String) -> String {
    let whole = text.prefix { $0 != "." }
    guard whole.allSatisfy(\.isNumber) else { return text }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return grouped + text.dropFirst(whole.count)
  }
}

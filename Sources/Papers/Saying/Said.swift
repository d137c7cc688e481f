import Diagnostics
import Reports
import Values

/// Words, numbers and days of a result as a Chinese paper writes them.
enum Said {
  /// What a result says, in Chinese; where it has no Chinese, in what it has.
  static func words(_ wording: Wording?) -> String {
    guard let wording else { return "" }
    return dated(plain(wording.zh.isEmpty ? wording.en : wording.zh))
  }

  /// A sentence with its days as people write them.
  private static func dated(_ sentence: String) -> String {
    guard sentence.utf8.contains(UInt8(ascii: "-")),
      sentence.unicodeScalars.contains(where: \.properties.isIdeographic)
    else { return sentence }
    // Chinese has no blanks around a day.
    return sentence.replacing(#/ ?\b(\d{4}-\d{2}-\d{2})\b ?/#) { day(String($0.output.1)) }
  }

  /// A sentence without the marks of code: what stands in backticks stands in quotation marks.
  static func plain(_ sentence: String) -> String {
    let parts = sentence.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count > 1, parts.count % 2 == 1 else { return sentence }
    var text = ""
    for (index, part) in parts.enumerated() {
      if index % 2 == 1 {
        text += "“\(part)”"
        continue
      }
      var part = part
      if index > 0, part.first == " " { part.removeFirst() }
      if index < parts.count - 1, part.last == " " { part.removeLast() }
      text += part
    }
    return text
  }

  /// A sentence without its full stop, to stand inside another.
  static func clause(_ wording: Wording?) -> String {
    let text = words(wording)
    return text.hasSuffix("。") || text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  /// `2025-01-15` as 2025年1月15日; what is no day stays.
  static func day(_ text: String?) -> String {
    guard let text else { return "" }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return text }
    return PapersWording.day(year, month, day)
  }

  /// `2024-01-01 – 2024-12-31` as 2024年1月1日至2024年12月31日.
  static func period(_ text: String?) -> String {
    guard let text else { return "" }
    let ends = text.split(separator: "–").map { end in
      String(end.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    guard ends.count == 2 else { return day(text) }
    return PapersWording.fromTo(day(ends[0]), day(ends[1]))
  }

  /// A score: a number, or bounds with the word that it is open.
  static func score(_ amount: Report.Amount?) -> String {
    guard let amount else { return PapersWording.none }
    return amount.isPoint ? bare(amount) : PapersWording.open(bare(amount))
  }

  /// The number or its bounds, at most two decimals; bounds give way outwards.
  static func bare(_ amount: Report.Amount) -> String {
    guard isLong(amount) else { return amount.text }
    guard !amount.isPoint else { return number(amount.low) }
    let low = amount.low.rounded(toScale: decimals, .floor) ?? amount.low
    let high = amount.high.rounded(toScale: decimals, .ceiling) ?? amount.high
    return PapersWording.bounds(number(low), number(high))
  }

  private static let decimals = 2

  static func isLong(_ amount: Report.Amount) -> Bool {
    amount.text.contains("…") || amount.text.contains("⋯")
      || isLong(amount.low) || isLong(amount.high)
  }

  private static func isLong(_ number: Number) -> Bool {
    number.rounded(toScale: decimals, .halfUp) != number
  }

  /// At most two decimals, with a true minus.
  static func number(_ number: Number) -> String {
    let text = (number.rounded(toScale: decimals, .halfUp) ?? number).description
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }

  /// A part of one as a percentage with at most one decimal.
  static func share(_ amount: Report.Amount?) -> String {
    guard let amount else { return PapersWording.none }
    let hundred = Number(100)
    func percent(_ share: Number, _ mode: RoundingMode) -> String {
      let value = share.multiplied(by: hundred)?.rounded(toScale: 1, mode)
      return value.map { "\($0)%" } ?? PapersWording.none
    }
    guard !amount.isPoint else { return percent(amount.low, .halfUp) }
    return PapersWording.open(
      PapersWording.bounds(percent(amount.low, .floor), percent(amount.high, .ceiling)))
  }

  static func grade(_ grade: Report.GradeLine) -> String {
    let stars = grade.stars.map { (1...10).contains($0) ? String(repeating: "★", count: $0) : "" }
    return words(grade.title) + (stars ?? "")
  }

  /// Lines of several sentences, each with its number.
  static func list(_ sentences: [String]) -> String {
    sentences.count > 1
      ? sentences.enumerated().map { PapersWording.numbered($0 + 1, $1) }.joined(separator: "\n")
      : sentences.joined()
  }
}

import Diagnostics
import Values

/// Numbers, days, money and values in the language of a page.
struct PageFaces {
  let language: Language

  /// Points: the declared decimals, at most two; exact numbers stand in `result.json`.
  func points(_ amount: Report.Amount) -> String {
    guard !amount.isPoint else {
      return Self.isLong(amount.text)
        ? FaceNumber.short(amount.low) : FaceNumber.signed(amount.text)
    }
    // Bounds give way outwards.
    let low = amount.low.rounded(toScale: 2, .floor) ?? amount.low
    let high = amount.high.rounded(toScale: 2, .ceiling) ?? amount.high
    return "\(FaceNumber.short(low)) – \(FaceNumber.short(high))"
  }

  private static func isLong(_ text: String) -> Bool {
    guard let point = text.utf8.firstIndex(of: UInt8(ascii: ".")) else { return false }
    return text.utf8.distance(from: point, to: text.utf8.endIndex) > 3
  }

  func number(_ number: Number) -> String { FaceNumber.short(number) }

  /// `2025-01-15` as people write it; what is no day stays.
  func day(_ text: String) -> String {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]),
      let day = Int(parts[2]), (1...12).contains(month)
    else { return text }
    switch language {
    case .zh: return "\(year)年\(month)月\(day)日"
    case .en: return "\(day) \(Self.months[month - 1]) \(year)"
    }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `2024-01-01 – 2024-12-31`.
  func period(_ text: String) -> String {
    let ends = text.split(separator: "–").map { $0.filter { $0 != " " } }
    guard ends.count == 2 else { return day(text) }
    return language == .zh
      ? "\(day(ends[0]))至\(day(ends[1]))" : "\(day(ends[0])) to \(day(ends[1]))"
  }

  /// A sentence with its days as people write them; Chinese has no blanks around a day.
  func dated(_ sentence: String) -> String {
    guard sentence.utf8.contains(UInt8(ascii: "-")) else { return sentence }
    let bytes = Array(sentence.utf8)
    var dated: [UInt8] = []
    var plain = 0
    var index = 0
    while index + Self.dayLength <= bytes.count {
      guard Self.isDay(bytes, at: index) else {
        index += 1
        continue
      }
      var start = index
      var end = index + Self.dayLength
      let text = String(decoding: bytes[index..<end], as: UTF8.self)
      if language == .zh {
        if start > plain, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
        if end < bytes.count, bytes[end] == UInt8(ascii: " ") { end += 1 }
      }
      dated += bytes[plain..<start]
      dated += Array(day(text).utf8)
      plain = end
      index = end
    }
    guard plain > 0 else { return sentence }
    dated += bytes[plain...]
    return String(decoding: dated, as: UTF8.self)
  }

  private static let dayLength = 10

  /// `2025-01-15`, alone.
  private static func isDay(_ bytes: [UInt8], at index: Int) -> Bool {
    func isWord(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    if index > 0, isWord(bytes[index - 1]) { return false }
    let end = index + dayLength
    if end < bytes.count, isWord(bytes[end]) { return false }
    return (0..<dayLength).allSatisfy { offset in
      offset == 4 || offset == 7
        ? bytes[index + offset] == UInt8(ascii: "-")
        : (0x30...0x39).contains(bytes[index + offset])
    }
  }

  func money(_ number: Number, _ unit: String) -> String {
    guard unit == "CNY" else { return "\(FaceNumber.short(number)) \(word(unit))" }
    guard language == .zh else { return "CNY \(Self.grouped(FaceNumber.short(number)))" }
    if !number.isZero, let tens = number.divided(by: Number(10_000)),
      tens.rounded(toScale: 2, .halfUp) == tens
    {
      return "\(FaceNumber.short(tens)) 万元"
    }
    return "\(Self.grouped(FaceNumber.short(number))) 元"
  }

  func money(_ amount: Report.Amount, _ unit: String) -> String {
    amount.isPoint
      ? money(amount.low, unit) : "\(money(amount.low, unit)) – \(money(amount.high, unit))"
  }

  private static func grouped(_ text: String) -> String {
    let whole = text.prefix { $0 != "." }
    let digits = whole.drop { $0 == "−" }
    guard digits.count > 3, digits.allSatisfy(\.isNumber) else { return text }
    var grouped = String(whole.prefix(whole.count - digits.count))
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return grouped + text.dropFirst(whole.count)
  }

  private func word(_ unit: String) -> String { UnitWording.word(unit).text(in: language) }

  /// A value as a report keeps it: truth, texts, numbers and days as people read them.
  func value(_ text: String, unit: String? = nil) -> String {
    switch text {
    case "true": return language == .zh ? "是" : "yes"
    case "false": return language == .zh ? "否" : "no"
    case "null": return language == .zh ? "无" : "none"
    default: break
    }
    if text.utf8.count > 1, text.utf8.first == UInt8(ascii: "\""),
      text.utf8.last == UInt8(ascii: "\"")
    {
      return String(text.dropFirst().dropLast())
    }
    let bare = text.utf8.last == 0xA6 ? String(text.dropLast()) : text
    if let number = Number(bare) {
      if unit == "CNY" { return money(number, "CNY") }
      return UnitWording.measured(FaceNumber.short(number), unit).text(in: language)
    }
    if text.utf8.count == 10, day(text) != text { return day(text) }
    return spoken(text) + (unit.map { " " + word($0) } ?? "")
  }

  /// What stands in lists, conditions and ranges for truth, nothing, or, and to.
  private static let signs: [(sign: [UInt8], en: [UInt8], zh: [UInt8])] = [
    ("true", "yes", "是"), ("false", "no", "否"), ("null", "none", "无"), (" | ", " or ", " 或 "),
    (" .. ", " – ", " – "),
  ].map { (Array($0.utf8), Array($1.utf8), Array($2.utf8)) }

  private func spoken(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var spoken: [UInt8] = []
    spoken.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let found = Self.signs.first(where: {
        $0.sign[0] == bytes[index] && bytes[index...].starts(with: $0.sign)
      }) {
        spoken += language == .zh ? found.zh : found.en
        index += found.sign.count
      } else {
        spoken.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: spoken, as: UTF8.self)
  }

  /// A share between 0 and 1 as a percentage.
  func share(_ amount: Report.Amount?) -> String {
    guard let amount else { return "—" }
    return amount.isPoint
      ? FaceNumber.percent(amount.low)
      : "\(FaceNumber.percent(amount.low)) – \(FaceNumber.percent(amount.high))"
  }
}

import Diagnostics

/// How far a run has come, in one line of a terminal.
struct ProgressLine {
  var rows: Int
  var subjects: Int
  /// Bytes that were read, of how many there are; nothing is known of a pipe.
  var done: Int
  var total: Int
  var seconds: Double

  private static let barWidth = 24

  func text(in language: Language) -> String {
    var parts: [String] = []
    if total > 0 {
      let share = min(max(Double(done) / Double(total), 0), 1)
      let full = Int(share * Double(Self.barWidth))
      let bar =
        String(repeating: "█", count: full)
        + String(repeating: "░", count: Self.barWidth - full)
      parts.append("\(bar) \(Int(share * 100))%")
    }
    if subjects > 0 { parts.append(ProgressWording.subjects(grouped(subjects)).text(in: language)) }
    if rows > 0 { parts.append(ProgressWording.rows(grouped(rows)).text(in: language)) }
    if let left = secondsLeft { parts.append(ProgressWording.left(left).text(in: language)) }
    return parts.joined(separator: "  ")
  }

  /// Too early to say within the first half second.
  private var secondsLeft: Int? {
    guard total > 0, done > 0, done < total, seconds >= 0.5 else { return nil }
    let left = seconds * Double(total - done) / Double(done)
    return left < 1_000_000 ? Int(left.rounded(.up)) : nil
  }

  private func grouped(_ count: Int) -> String {
    var text = ""
    for (index, digit) in String(count).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }
}

enum ProgressWording {
  static func left(_ seconds: Int) -> Wording {
    seconds < 90
      ? Wording(en: "\(seconds) s left", zh: "还需 \(seconds) 秒")
      : Wording(en: "\((seconds + 30) / 60) min left", zh: "还需 \((seconds + 30) / 60) 分钟")
  }

  static func rows(_ count: String) -> Wording {
    Wording(en: count == "1" ? "1 row" : "\(count) rows", zh: "\(count) 行")
  }

  static func subjects(_ count: String) -> Wording {
    Wording(en: count == "1" ? "1 subject" : "\(count) subjects", zh: "\(count) 个对象")
  }
}

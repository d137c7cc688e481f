import Diagnostics
import Values

/// Charts as inline SVG.
///
/// Lengths are computed in whole thousandths, so that no machine draws another.
enum Chart {
  /// A bar per section: what is earned in full colour, what is still open hatched.
  static func bars(of sections: [Report.SectionLine], in language: Language) -> String {
    let rowHeight = 30
    let height = sections.count * rowHeight + 6
    var svg = "<svg viewBox=\"0 0 720 \(height)\" role=\"img\" aria-label=\""
    svg += Markup.escaped(ReportsWording.sectionsChart.text(in: language)) + "\">"
    svg += hatch
    for (index, section) in sections.enumerated() {
      let top = index * rowHeight + 4
      svg += label(section.title.text(in: language), x: 0, y: top + 16, width: 190)
      svg += rectangle(x: 200, y: top + 3, width: 380, height: 17, style: "fill:#e8ebef")
      if let share = section.share {
        let low = thousandths(share.low) * 380 / 1000
        let high = thousandths(share.high) * 380 / 1000
        svg += rectangle(x: 200, y: top + 3, width: low, height: 17, style: "fill:#3f5f7d")
        svg += rectangle(
          x: 200 + low, y: top + 3, width: high - low, height: 17, style: "fill:url(#open)"
        )
      }
      let earned = section.earned?.text ?? ReportsWording.notApplicable.text(in: language)
      let amount = section.earned == nil ? earned : "\(earned) / \(section.points)"
      svg +=
        "<text x=\"720\" y=\"\(top + 16)\" text-anchor=\"end\" font-size=\"13\" fill=\"#1d2226\">"
      svg += Markup.escaped(amount) + "</text>"
    }
    return svg + "</svg>\n"
  }

  /// The bands over the scale of the total, and where the score stands.
  ///
  /// - Returns: nothing where the rubric has no ladder over a known scale.
  static func scale(of report: Report, in language: Language) -> String {
    guard let scale = report.rubric.scale, let score = report.verdict.score,
      let length = scale.high.subtracting(scale.low), !length.isZero, !length.isNegative
    else { return "" }
    let marks = report.rubric.grades.compactMap { grade in
      grade.threshold.map { (grade.title.text(in: language), $0) }
    }
    guard !marks.isEmpty else { return "" }
    func x(_ number: Number) -> Int {
      guard let distance = number.subtracting(scale.low), let share = distance.divided(by: length)
      else { return 0 }
      return 10 + thousandths(share) * 700 / 1000
    }
    var svg = "<svg viewBox=\"0 0 720 76\" role=\"img\" aria-label=\""
    svg += Markup.escaped(ReportsWording.scaleChart.text(in: language)) + "\">" + hatch
    svg += rectangle(x: 10, y: 34, width: 700, height: 8, style: "fill:#e8ebef")
    let low = x(score.low)
    let high = x(score.high)
    if score.isPoint {
      svg += rectangle(x: 10, y: 34, width: low - 10, height: 8, style: "fill:#3f5f7d")
    } else {
      svg += rectangle(x: 10, y: 34, width: low - 10, height: 8, style: "fill:#3f5f7d")
      svg += rectangle(x: low, y: 34, width: high - low, height: 8, style: "fill:url(#open)")
    }
    var lastEnd = -100
    for (title, threshold) in marks.sorted(by: { $0.1 < $1.1 }) {
      let place = x(threshold)
      svg += rectangle(x: place, y: 30, width: 1, height: 16, style: "fill:#59636e")
      let text = "\(title) \(threshold)"
      let half = displayWidth(of: text) * 3 + 4
      // Bands that stand close take turns above and below the line.
      let isLow = place - half < lastEnd
      let center = min(max(place, half), 720 - half)
      svg += text12(text, x: center, y: isLow ? 64 : 22)
      if !isLow { lastEnd = center + half }
    }
    svg += marker(x: low)
    if !score.isPoint { svg += marker(x: high) }
    return svg + "</svg>\n"
  }

  private static let hatch = """
    <defs><pattern id="open" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
    <rect width="6" height="6" fill="#dfe2f0"/><rect width="2" height="6" fill="#5b5f97"/></pattern></defs>
    """

  private static func marker(x: Int) -> String {
    "<path d=\"M\(x) 46 l-6 11 h12 z\" fill=\"#9d2222\"/>"
  }

  private static func text12(_ text: String, x: Int, y: Int) -> String {
    "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"middle\" font-size=\"12\" fill=\"#59636e\">"
      + Markup.escaped(text) + "</text>"
  }

  private static func label(_ text: String, x: Int, y: Int, width: Int) -> String {
    var shown = text
    // A column of a terminal is about 6.8 units of this drawing.
    while displayWidth(of: shown) * 68 / 10 > width, shown.count > 2 {
      shown = String(shown.dropLast(2)) + "…"
    }
    return "<text x=\"\(x)\" y=\"\(y)\" font-size=\"13.5\" fill=\"#1d2226\">"
      + Markup.escaped(shown) + "</text>"
  }

  private static func rectangle(x: Int, y: Int, width: Int, height: Int, style: String) -> String {
    guard width > 0 else { return "" }
    return
      "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" style=\"\(style)\"/>"
  }

  /// A share between 0 and 1 in whole thousandths, clamped; drawing needs no more.
  private static func thousandths(_ share: Number) -> Int {
    let scaled = share.multiplied(by: Number(1000))?.rounded(toScale: 0, .halfEven)
    return min(max(scaled?.intValue ?? 0, 0), 1000)
  }
}

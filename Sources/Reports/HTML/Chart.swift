import Diagnostics
import Values

/// Charts as inline SVG.
///
/// Lengths are computed in whole thousandths, so that no machine draws another.
enum Chart {
  /// The bar of one section: what is earned in full colour, what is still open hatched.
  static func bar(of share: Report.Amount?) -> String {
    var svg =
      "<svg class=\"bar\" viewBox=\"0 0 1000 16\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
    svg += rectangle(x: 0, y: 0, width: 1000, height: 16, style: "fill:#e8ebef")
    if let share {
      let low = thousandths(share.low)
      let high = thousandths(share.high)
      svg += rectangle(x: 0, y: 0, width: low, height: 16, style: "fill:#3f5f7d")
      svg += rectangle(x: low, y: 0, width: high - low, height: 16, style: "fill:url(#open)")
    }
    return svg + "</svg>"
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
    var svg = "<svg viewBox=\"0 0 720 84\" role=\"img\" aria-label=\""
    svg += Markup.escaped(ReportsWording.scaleChart.text(in: language)) + "\">"
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
      // Five units a column: on a phone the letters are larger than on paper.
      let half = displayWidth(of: text) * 5 + 4
      // Bands that stand close take turns above and below the line.
      let isLow = place - half < lastEnd
      let center = min(max(place, half), 720 - half)
      svg += text12(text, x: center, y: isLow ? 78 : 22)
      if !isLow { lastEnd = center + half }
    }
    svg += marker(x: low)
    if !score.isPoint { svg += marker(x: high) }
    return svg + "</svg>\n"
  }

  /// The pattern of what is still open; stands once in a page.
  static let hatch = """
    <svg width="0" height="0" class="defs" aria-hidden="true"><defs><pattern id="open" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
    <rect width="6" height="6" fill="#dfe2f0"/><rect width="2" height="6" fill="#5b5f97"/></pattern></defs></svg>
    """

  private static func marker(x: Int) -> String {
    "<path d=\"M\(x) 46 l-6 11 h12 z\" fill=\"#9d2222\"/>"
  }

  private static func text12(_ text: String, x: Int, y: Int) -> String {
    "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"middle\" fill=\"#59636e\">"
      + Markup.escaped(text) + "</text>"
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

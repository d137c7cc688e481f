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

  /// The bands over the scale of the total, where the score stands, where it stood last time, and the middle half of the
  /// round once that is closed.
  ///
  /// - Returns: nothing where the rubric has no ladder over a known scale.
  static func scale(of report: Report, _ faces: PageFaces) -> String {
    let language = faces.language
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
    let last = report.surroundings?.history.first?.score
    let place = report.surroundings?.place
    var words = ReportsWording.scaleChart.label(in: language) + faces.points(score)
    if let last { words += " (\(PageWording.lastYear.text(in: language)) \(faces.number(last)))" }
    var svg = "<svg viewBox=\"0 0 720 92\" role=\"img\" aria-label=\""
    svg += Markup.escaped(words) + "\">"
    if let lower = place?.lowerQuartile, let upper = place?.upperQuartile {
      let (from, to) = (x(lower), x(upper))
      svg += rectangle(x: from, y: 28, width: max(to - from, 2), height: 20, style: "fill:#d3d8de")
    }
    svg += rectangle(x: 10, y: 34, width: 700, height: 8, style: "fill:#e8ebef")
    let low = x(score.low)
    let high = x(score.high)
    svg += rectangle(x: 10, y: 34, width: low - 10, height: 8, style: "fill:#3f5f7d")
    if !score.isPoint {
      svg += rectangle(x: low, y: 34, width: high - low, height: 8, style: "fill:url(#open)")
    }
    var lastEnd = -100
    for (title, threshold) in marks.sorted(by: { $0.1 < $1.1 }) {
      let at = x(threshold)
      svg += rectangle(x: at, y: 30, width: 1, height: 16, style: "fill:#59636e")
      let text = "\(title) \(threshold)"
      // Five units a column: on a phone the letters are larger than on paper.
      let half = displayWidth(of: text) * 5 + 4
      // Bands that stand close take turns above and below the line.
      let isLow = at - half < lastEnd
      let center = min(max(at, half), 720 - half)
      svg += text12(text, x: center, y: isLow ? 86 : 22)
      if !isLow { lastEnd = center + half }
    }
    if let last { svg += marker(x: x(last), isHollow: true) }
    svg += marker(x: low)
    if !score.isPoint { svg += marker(x: high) }
    return svg + "</svg>\n"
  }

  /// The pattern of what is still open; stands once in a page.
  static let hatch = """
    <svg width="0" height="0" class="defs" aria-hidden="true"><defs><pattern id="open" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
    <rect width="6" height="6" fill="#dfe2f0"/><rect width="2" height="6" fill="#5b5f97"/></pattern></defs></svg>
    """

  /// All subjects of one rubric on the scale, with the lines of the grades; who stands within a point of a line is ringed.
  static func field(
    _ scores: [(score: Number, title: String)], scale: Report.Amount,
    lines: [(title: String, at: Number)], label: String
  ) -> String {
    guard let length = scale.high.subtracting(scale.low), length.isPositive else { return "" }
    func x(_ number: Number) -> Int {
      guard let distance = number.subtracting(scale.low), let share = distance.divided(by: length)
      else { return 0 }
      return 12 + thousandths(share) * 696 / 1000
    }
    // Dots that would cover each other stand one above the other.
    var heights: [Int: Int] = [:]
    var dots = ""
    var tallest = 1
    for (score, title) in scores {
      let at = x(score)
      let column = at / 9
      let height = min(heights[column, default: 0], 11)
      heights[column, default: 0] += 1
      tallest = max(tallest, height + 1)
      let isNear = lines.contains { line in
        guard let distance = line.at.subtracting(score) else { return false }
        return distance >= Number(-1) && distance <= .one
      }
      dots +=
        "<circle cx=\"\(at)\" cy=\"\(-8 - height * 9)\" r=\"4\""
        + (isNear ? " class=\"near\"" : "") + "><title>" + Markup.escaped(title)
        + "</title></circle>"
    }
    let top = tallest * 9 + 12
    var svg =
      "<svg class=\"field\" viewBox=\"0 \(-top) 720 \(top + 34)\" role=\"img\" aria-label=\""
      + Markup.escaped(label) + "\">"
    svg += "<rect x=\"12\" y=\"-1\" width=\"696\" height=\"1\" style=\"fill:#59636e\"/>"
    var lastEnd = -100
    for (title, threshold) in lines.sorted(by: { $0.at < $1.at }) {
      let at = x(threshold)
      svg += rectangle(x: at, y: -top, width: 1, height: top + 5, style: "fill:#9aa3ad")
      let text = "\(title) \(threshold)"
      let half = displayWidth(of: text) * 5 + 4
      let isLow = at - half < lastEnd
      svg += text12(text, x: min(max(at, half), 720 - half), y: isLow ? 31 : 16)
      if !isLow { lastEnd = at + half }
    }
    return svg + dots + "</svg>\n"
  }

  /// Where a score stands on the scale, as wide as a thumb.
  static func dot(_ score: Number, on scale: Report.Amount) -> String {
    guard let length = scale.high.subtracting(scale.low), length.isPositive,
      let share = score.subtracting(scale.low)?.divided(by: length)
    else { return "" }
    let at = 4 + thousandths(share) * 52 / 1000
    return
      "<svg class=\"dot\" viewBox=\"0 0 60 8\" aria-hidden=\"true\"><rect x=\"2\" y=\"3.5\" width=\"56\""
      + " height=\"1\" fill=\"#b8bfc7\"/><circle cx=\"\(at)\" cy=\"4\" r=\"3.2\" fill=\"#3f5f7d\"/></svg>"
  }

  private static func marker(x: Int, isHollow: Bool = false) -> String {
    isHollow
      ? "<path d=\"M\(x) 47 l-5 10 h10 z\" fill=\"#fff\" stroke=\"#59636e\"/>"
      : "<path d=\"M\(x) 46 l-6 11 h12 z\" fill=\"#9d2222\"/>"
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

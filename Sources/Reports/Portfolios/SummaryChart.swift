import Diagnostics
import Values

/// The charts of a summary as inline SVG; lengths are whole numbers, so that no machine draws another.
enum SummaryChart {
  /// Best first: light and dark tell grades apart also without colour, and on paper.
  private static let ramp = ["#17324d", "#2f5d87", "#5b8db8", "#93b8d6", "#bfd5e8", "#d9c9b6"]
  static let plain = "#3f5f7d"
  /// Without a grade.
  private static let pale = "#b9a5a0"

  static func colour(of index: Int, in grades: [PortfolioSummary.GradeCount]) -> String {
    if grades[index].id.isEmpty { return pale }
    let graded = grades.count { !$0.id.isEmpty }
    guard graded > 1 else { return ramp[1] }
    return ramp[min(index * (ramp.count - 1) / (graded - 1), ramp.count - 1)]
  }

  /// A bar as long as a share of its row.
  static func bar(_ thousandths: Int, in colour: String) -> String {
    frame("0 0 1000 16", class: "bar") {
      rectangle(x: 0, y: 0, width: thousandths > 0 ? max(thousandths, 2) : 0, height: 16, colour)
    }
  }

  static func swatch(_ colour: String) -> String {
    "<svg class=\"swatch\" viewBox=\"0 0 10 10\" aria-hidden=\"true\">"
      + rectangle(x: 0, y: 0, width: 10, height: 10, colour) + "</svg>"
  }

  /// The grades of one class, end to end, best first.
  static func stack(
    _ line: PortfolioSummary.Group.Class, grades: [PortfolioSummary.GradeCount],
    in language: Language
  ) -> String {
    let words = zip(grades, line.grades).filter { $1 > 0 }.map { grade, count in
      "\(grade.title.text(in: language)) \(SummaryNumbers.percent(count, of: line.count))"
    }
    var before = 0
    var svg =
      "<svg class=\"bar\" viewBox=\"0 0 1000 16\" preserveAspectRatio=\"none\" role=\"img\""
    svg += " aria-label=\"\(Markup.escaped(words.joined(separator: ", ")))\">"
    for (index, count) in line.grades.enumerated() where count > 0 {
      let start = SummaryNumbers.thousandths(before, of: line.count)
      before += count
      let end = SummaryNumbers.thousandths(before, of: line.count)
      svg += rectangle(
        x: start, y: 0, width: end - start, height: 16, colour(of: index, in: grades))
    }
    return svg + "</svg>"
  }

  private static let width = 720
  private static let floor = 210
  private static let top = 40

  /// Columns over the scale of the scores, and where the grades begin.
  static func histogram(
    _ scores: PortfolioSummary.Distribution, thresholds: [(title: String, at: String)],
    in language: Language
  ) -> String {
    guard let most = scores.bins.map(\.count).max(), most > 0,
      let first = scores.bins.first.flatMap({ Number($0.from) }),
      let last = scores.bins.last.flatMap({ Number($0.to) }), first < last
    else { return "" }
    let pace = (width - 20) / scores.bins.count
    let length = pace * scores.bins.count
    var svg = "<svg viewBox=\"0 0 \(width) 250\" role=\"img\" aria-label=\""
    svg += Markup.escaped(SummaryWording.histogram.text(in: language)) + "\">"
    for (index, bin) in scores.bins.enumerated() {
      let height = bin.count * (floor - top) / most
      svg += rectangle(
        x: 10 + index * pace, y: floor - height, width: max(pace - 2, 1),
        height: bin.count > 0 ? max(height, 1) : 0, plain,
        says: "\(bin.from) – \(bin.to): \(bin.count)")
    }
    svg += rectangle(x: 10, y: floor, width: length, height: 1, "#1d2226")
    // Edges of which every word has room.
    let every = (scores.bins.count + 9) / 10
    for (index, bin) in scores.bins.enumerated() where index % every == 0 {
      svg += text(bin.from, x: 10 + index * pace, y: floor + 18)
    }
    if scores.bins.count % every == 0 {
      svg += text(last.description, x: 10 + length, y: floor + 18)
    }
    var free = 0
    for (title, at) in thresholds.reversed() {
      guard let place = Number(at), place > first, place < last,
        let share = place.subtracting(first)?.divided(by: last.subtracting(first) ?? place),
        let part = share.multiplied(by: Number(length))?.rounded(toScale: 0, .halfEven)?.intValue
      else { continue }
      let x = 10 + part
      svg += rectangle(x: x, y: top - 12, width: 1, height: floor - top + 12, "#9d2222")
      let label = "\(title) \(at)"
      let half = displayWidth(of: label) * 4
      if x - half >= free {
        svg += text(label, x: min(max(x, half), width - half), y: top - 18)
        free = x + half + 4
      }
    }
    return svg + "</svg>\n"
  }

  private static func frame(_ box: String, class name: String, _ body: () -> String) -> String {
    "<svg class=\"\(name)\" viewBox=\"\(box)\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      + rectangle(x: 0, y: 0, width: 1000, height: 16, "#eef0f3") + body() + "</svg>"
  }

  private static func text(_ text: String, x: Int, y: Int) -> String {
    "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"middle\" fill=\"#59636e\">"
      + Markup.escaped(text) + "</text>"
  }

  private static func rectangle(
    x: Int, y: Int, width: Int, height: Int, _ colour: String, says: String? = nil
  ) -> String {
    guard width > 0, height > 0 else { return "" }
    let start =
      "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" style=\"fill:\(colour)\""
    return start + (says.map { "><title>\(Markup.escaped($0))</title></rect>" } ?? "/>")
  }
}

import FEEL
import Rubrics
import Values

/// The program that scores the subjects of a portfolio in blocks.
struct ScoringProgram: Sendable {
  let program: ColumnProgram
  /// Rounded.
  let score: LaneValue
  /// By number: what stands behind the score.
  let codes: LaneValue
  let standings: [Standing]
  let items: [ScoringAssembly.ItemLanes]
  let figures: [ScoringAssembly.Reckoned]
  private let decimals: Int
  private let isScaledAsPrinted: Bool
  /// The standing where it is the same for all.
  private let constantCode: Int

  /// Stands behind figures and bars, with one row a subject.
  init(
    _ assembly: inout ScoringAssembly, _ reckoned: [ScoringAssembly.Reckoned], subjectCount: Int,
    _ options: Portfolio.Options
  ) throws(ColumnRefusal) {
    let stood = try assembly.stand(try assembly.total())
    score = stood.score
    codes = stood.codes
    standings = stood.standings
    items = options.withItems ? assembly.items : []
    figures =
      options.withFigures
      ? assembly.rubric.privacy.shownFigures.map { reckoned[$0] } + assembly.standings : []
    let shown = items.flatMap { item in
      [item.points] + (item.counts.map { [LaneValue(.truth($0))] } ?? [])
    }
    let shownFigures = figures.compactMap { figure in
      if case .lanes(let value) = figure { value } else { nil }
    }
    decimals = assembly.rubric.resultPlan.total.rounding.decimals
    if case .scaled(_, let exponent, _) = score.form {
      isScaledAsPrinted = exponent == -decimals
    } else {
      isScaledAsPrinted = false
    }
    if case .number(let code) = codes.constant {
      constantCode = code.intValue ?? 0
    } else {
      constantCode = 0
    }
    program = ColumnProgram(
      assembly.assembler, outputs: [score, codes] + shown + shownFigures, rowCount: subjectCount)
  }

  /// A block that has run, and where its integers lie that every line shows.
  struct Shown {
    let frame: ColumnFrame
    /// With as many decimals as are printed; `nil` where scores are kept otherwise.
    fileprivate let scores: UnsafePointer<Int64>?
    fileprivate let codes: UnsafePointer<Int64>?
  }

  func shown(_ frame: ColumnFrame) -> Shown {
    Shown(
      frame: frame, scores: isScaledAsPrinted ? frame.scaled(score) : nil,
      codes: frame.scaled(codes))
  }

  /// Writes the line of the subject in a lane that has not fallen out; `index` is its number.
  func write(
    _ shown: Shown, _ lane: Int, of subject: Portfolio.Subject, at index: Int, _ tails: [[UInt8]],
    into lines: inout PortfolioLines
  ) {
    let frame = shown.frame
    lines.key(subject.id)
    if let scores = shown.scores {
      lines.decimal(scores[lane], decimals: decimals, times: 3)
    } else if case .number(let number) = frame.value(of: score, lane) {
      let text = number.formatted(decimals: decimals)
      for _ in 0..<3 { lines.next(text) }
    }
    lines.raw(tails[shown.codes.map { Int($0[lane]) } ?? constantCode])
    for item in items { lines.next(points(of: item, frame, lane)) }
    for figure in figures {
      switch figure {
      case .lanes(let value): lines.next(PortfolioRow.text(frame.value(of: value, lane)))
      case .rows(let column): lines.next(PortfolioRow.text(column[index]))
      }
    }
    lines.endRow()
  }

  private func points(
    of item: ScoringAssembly.ItemLanes, _ frame: ColumnFrame, _ lane: Int
  ) -> String {
    if let counts = item.counts, !frame.holds(counts, lane) { return "" }
    guard case .number(let points) = frame.value(of: item.points, lane) else { return "" }
    guard let rounding = item.item.rounding else { return points.description }
    return points.formatted(decimals: rounding.decimals)
  }

  /// By standing: the end of a line after the score.
  func tails(_ portfolio: Portfolio) -> [[UInt8]] {
    let rubric = portfolio.rubric
    return standings.map { standing in
      var lines = PortfolioLines()
      lines.next(standing.rank.map { rubric.grades.lines[$0].id } ?? "")
      lines.next(standing.stars.map(String.init) ?? "")
      lines.next(Status.evaluated.text(in: rubric.language))
      return lines.bytes
    }
  }
}

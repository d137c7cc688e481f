import FEEL
import Rubrics
import Values

/// One scoring of a portfolio: in blocks where a program does, one by one where none does.
///
///     columns -> first pass -> cohorts -> columns of the cohort -+
///     columns ---------------------------------------------------+-> program -> lines
struct PortfolioScoring: Sendable {
  private let options: Portfolio.Options
  /// `nil` where nobody asks what the parts cost.
  private let times: TimeRecorder?
  private let scorer: SubjectScorer
  /// `nil` where the rubric compares nobody.
  let cohorts: Cohorts?
  private let program: ScoringProgram?
  /// Asked where the first one leaves a lane open that only lacks digits; `nil` where it never does.
  private let exactProgram: Deferred<ScoringProgram?>?
  /// Why subjects are scored one by one; `nil` where they are not.
  let refusal: ColumnRefusal?
  /// Parts that the row evaluator alone computes, once a subject, with the reasons.
  let rowParts: [RowParts.One]

  init(_ portfolio: Portfolio, _ options: Portfolio.Options) {
    self.options = options
    times = options.clock.map { TimeRecorder(portfolio.rubric, clock: $0) }
    // What was left out leaves every lane open.
    guard options.fuses, portfolio.leftOut.isEmpty else {
      scorer = SubjectScorer(portfolio, mode: options.mode, times: times)
      cohorts = scorer.cohorts()
      (program, exactProgram, refusal, rowParts) = (nil, nil, nil, [])
      return
    }
    let builder = ProgramBuilder(portfolio, options, times: times)
    scorer = builder.scorer
    cohorts = builder.cohorts()
    do throws(ColumnRefusal) {
      let built = try builder.programs(in: cohorts)
      (program, exactProgram, refusal) = (built.quick, built.exact, nil)
      rowParts = built.rowParts
    } catch {
      (program, exactProgram, refusal, rowParts) = (nil, nil, error, [])
    }
  }

  /// The lines of all subjects, in order; the same bytes whatever the number of cores.
  func pieces() -> [[UInt8]] {
    let portfolio = scorer.portfolio
    guard let program else {
      return SubjectRanges(portfolio.subjects.count).map { range in
        var lines = PortfolioLines(
          capacity: range.count * 64, neutralisesKeys: options.byteOrderMark)
        for index in range { lines.row(cells(of: index)) }
        return lines.bytes
      }
    }
    let tails = program.tails(portfolio)
    let blocks = SubjectRanges(portfolio.subjects.count, block: ColumnProgram.laneCount * 4)
    return blocks.map { range in
      var lines = PortfolioLines(
        capacity: range.count * 64, neutralisesKeys: options.byteOrderMark)
      let frame = ColumnFrame(program.program)
      var second = SecondRun()
      for start in stride(
        from: range.lowerBound, to: range.upperBound, by: ColumnProgram.laneCount)
      {
        run(program.program, from: start, in: frame)
        write(frame, from: start, of: program, tails, portfolio, &second, into: &lines)
      }
      return lines.bytes
    }
  }

  /// What a thread needs for lanes that the first program leaves open; nothing before there is one.
  private struct SecondRun {
    var frame: ColumnFrame?
    var tails: [[UInt8]] = []
  }

  /// The lines of a block that has run; what it leaves open goes to the program of numbers, and the rest of that
  /// to the row evaluator.
  private func write(
    _ frame: ColumnFrame, from start: Int, of program: ScoringProgram, _ tails: [[UInt8]],
    _ portfolio: Portfolio, _ second: inout SecondRun, into lines: inout PortfolioLines
  ) {
    let open = (0..<frame.count).filter(frame.hasFallen)
    let shown = program.shown(frame)
    var exact: (program: ScoringProgram, shown: ScoringProgram.Shown)?
    if !open.isEmpty, let program = exactProgram?.value {
      let frame = second.frame ?? ColumnFrame(program.program)
      if second.frame == nil { second = SecondRun(frame: frame, tails: program.tails(portfolio)) }
      program.program.run(on: open.map { start + $0 }, in: frame)
      exact = (program, program.shown(frame))
    }
    var next = 0
    for lane in 0..<frame.count {
      let subject = portfolio.subjects[start + lane]
      let isOpen = next < open.count && open[next] == lane
      defer { if isOpen { next += 1 } }
      if subject.isRejected {
        lines.row(portfolio.rejectedCells(of: start + lane, options))
      } else if !isOpen {
        program.write(shown, lane, of: subject, at: start + lane, tails, into: &lines)
      } else if let exact, !exact.shown.frame.hasFallen(next) {
        exact.program.write(
          exact.shown, next, of: subject, at: start + lane, second.tails, into: &lines)
      } else {
        lines.row(cells(of: start + lane))
      }
    }
  }

  private func run(_ program: ColumnProgram, from start: Int, in frame: ColumnFrame) {
    guard let times else { return program.run(from: start, in: frame) }
    var spent = [Int](repeating: 0, count: times.ownerCount)
    program.run(from: start, in: frame, clock: times.clock, spent: &spent)
    times.addColumns(spent)
  }

  /// What the parts have cost, the dearest first; empty where nobody asked.
  var partTimes: [PartTime] { times?.times ?? [] }

  /// One subject by itself: the row evaluator.
  private func cells(of index: Int) -> [String] { scorer.cells(of: index, in: cohorts, options) }
}

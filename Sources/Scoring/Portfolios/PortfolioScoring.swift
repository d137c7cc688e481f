import Dispatch
import FEEL
import Foundation
import Rubrics
import Synchronization
import Values

/// One scoring of a portfolio: in blocks where a program does, one by one where none does.
struct PortfolioScoring: Sendable {
  private let options: Portfolio.Options
  private let scorer: Scorer
  /// By aggregate: one row a subject.
  private let aggregates: [Column]
  /// Slots that nobody looks at, because aggregates stand for them.
  private let idle: Set<Int>
  private let program: ScoringProgram?
  /// Asked where the first one leaves a lane open that only lacks digits; `nil` where it never does.
  private let exactProgram: ScoringProgram?
  /// Why subjects are scored one by one; `nil` where they are not.
  let refusal: ColumnRefusal?

  /// At least so many subjects are scored in one go; large enough that the queue costs nothing.
  private static let chunkSize = 64

  init(_ portfolio: Portfolio, _ options: Portfolio.Options) {
    self.options = options
    let rubric = portfolio.rubric
    let fused = portfolio.fused
    scorer = Scorer(rubric, figures: fused?.figures.values)
    idle = fused.map { Set(rubric.slots.indices).subtracting($0.figures.slotsLeft) } ?? []
    aggregates = fused?.columns(of: portfolio) ?? []
    guard options.fuses else {
      (program, exactProgram, refusal) = (nil, nil, nil)
      return
    }
    let (facts, aggregates) = (portfolio.factColumns, aggregates)
    func assemble(usesEnclosures: Bool) throws(ColumnRefusal) -> ScoringProgram {
      try ScoringProgram(
        rubric, figures: fused?.figures.values ?? rubric.figures.map(\.value), facts: facts,
        aggregates: aggregates, empty: portfolio.emptySlots,
        subjectCount: portfolio.subjects.count, options, usesEnclosures: usesEnclosures)
    }
    do throws(ColumnRefusal) {
      let quick = try assemble(usesEnclosures: true)
      let exact = quick.program.usesEnclosures ? try assemble(usesEnclosures: false) : nil
      (program, exactProgram, refusal) = (quick, exact, nil)
    } catch {
      (program, exactProgram, refusal) = (nil, nil, error)
    }
  }

  /// The lines of all subjects, in order; the same bytes whatever the number of cores.
  func pieces(of portfolio: Portfolio) -> [[UInt8]] {
    let size = program == nil ? Self.chunkSize : ColumnProgram.laneCount * 4
    let chunks = Self.chunks(of: portfolio.subjects.count, size: size)
    let pieces = Mutex([[UInt8]](repeating: [], count: chunks.count))
    let tails = program?.tails(portfolio) ?? []
    let exactTails = exactProgram?.tails(portfolio) ?? []
    DispatchQueue.concurrentPerform(iterations: chunks.count) { chunk in
      let range = chunks[chunk]
      var lines = PortfolioLines(capacity: range.count * 64)
      if let program {
        run(program, on: range, of: portfolio, (tails, exactTails), into: &lines)
      } else {
        for index in range { lines.row(cells(of: index, portfolio)) }
      }
      let bytes = lines.bytes
      pieces.withLock { $0[chunk] = bytes }
    }
    return pieces.withLock { $0 }
  }

  /// Block by block; what a block leaves open goes to the program of numbers, and the rest of that to the row evaluator.
  private func run(
    _ program: ScoringProgram, on range: Range<Int>, of portfolio: Portfolio,
    _ tails: (quick: [[UInt8]], exact: [[UInt8]]), into lines: inout PortfolioLines
  ) {
    let frame = ColumnFrame(program.program)
    let exactFrame = exactProgram.map { ColumnFrame($0.program) }
    for start in stride(from: range.lowerBound, to: range.upperBound, by: ColumnProgram.laneCount) {
      program.program.run(from: start, in: frame)
      if let exactProgram, let exactFrame {
        let open = (0..<frame.count).filter(frame.hasFallen).map { start + $0 }
        if !open.isEmpty { exactProgram.program.run(on: open, in: exactFrame) }
      }
      var openCount = 0
      for lane in 0..<frame.count {
        let subject = portfolio.subjects[start + lane]
        let hasFallen = frame.hasFallen(lane)
        defer { if hasFallen { openCount += 1 } }
        if subject.isRejected {
          lines.row(portfolio.rejectedCells(of: start + lane, options))
        } else if !hasFallen {
          program.write(frame, lane, of: subject, tails.quick, into: &lines)
        } else if let exactProgram, let exactFrame, !exactFrame.hasFallen(openCount) {
          exactProgram.write(exactFrame, openCount, of: subject, tails.exact, into: &lines)
        } else {
          lines.row(cells(of: start + lane, portfolio))
        }
      }
    }
  }

  /// One subject by itself: the row evaluator.
  private func cells(of index: Int, _ portfolio: Portfolio) -> [String] {
    if portfolio.subjects[index].isRejected {
      return portfolio.rejectedCells(of: index, options)
    }
    var evidence = portfolio.evidence(of: index, besides: idle)
    for column in aggregates { evidence.slots.append(column[index]) }
    let evaluation = scorer.score(evidence, mode: options.mode, isRecording: false)
    return PortfolioRow(evaluation).cells(options)
  }

  /// Few pieces of whole blocks, because each needs room of its own.
  private static func chunks(of count: Int, size: Int) -> [Range<Int>] {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let blocks = (count / (cores * 4) + size) / size
    return stride(from: 0, to: count, by: blocks * size).map {
      $0..<min($0 + blocks * size, count)
    }
  }
}

extension Portfolio {
  /// The facts with one row a subject.
  fileprivate var factColumns: [Column?] {
    let rows = subjects.map { $0.row ?? 0 }
    // Most files have one row a subject.
    let isWhole = rows.indices.allSatisfy { rows[$0] == $0 }
    return facts.map { isWhole && $0?.count == rows.count ? $0 : $0?.taking(rows) }
  }
}

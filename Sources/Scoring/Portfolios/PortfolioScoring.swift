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
  private let exactProgram: Deferred<ScoringProgram?>?
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
    let assemble: @Sendable (Bool) throws(ColumnRefusal) -> ScoringProgram = {
      (usesEnclosures) throws(ColumnRefusal) in
      try ScoringProgram(
        rubric, figures: fused?.figures.values ?? rubric.figures.map(\.value), facts: facts,
        aggregates: aggregates, empty: portfolio.emptySlots,
        subjectCount: portfolio.subjects.count, options, usesEnclosures: usesEnclosures)
    }
    do throws(ColumnRefusal) {
      let quick = try assemble(true)
      program = quick
      exactProgram = quick.program.usesEnclosures ? Deferred { try? assemble(false) } : nil
      refusal = nil
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
    DispatchQueue.concurrentPerform(iterations: chunks.count) { chunk in
      let range = chunks[chunk]
      var lines = PortfolioLines(capacity: range.count * 64)
      if let program {
        let frame = ColumnFrame(program.program)
        var second = SecondRun()
        for start in stride(
          from: range.lowerBound, to: range.upperBound, by: ColumnProgram.laneCount)
        {
          program.program.run(from: start, in: frame)
          write(frame, from: start, of: program, tails, portfolio, &second, into: &lines)
        }
      } else {
        for index in range { lines.row(cells(of: index, portfolio)) }
      }
      let bytes = lines.bytes
      pieces.withLock { $0[chunk] = bytes }
    }
    return pieces.withLock { $0 }
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
    var exact: (program: ScoringProgram, frame: ColumnFrame)?
    if !open.isEmpty, let program = exactProgram?.value {
      let frame = second.frame ?? ColumnFrame(program.program)
      if second.frame == nil { second = SecondRun(frame: frame, tails: program.tails(portfolio)) }
      program.program.run(on: open.map { start + $0 }, in: frame)
      exact = (program, frame)
    }
    var next = 0
    for lane in 0..<frame.count {
      let subject = portfolio.subjects[start + lane]
      let isOpen = next < open.count && open[next] == lane
      defer { if isOpen { next += 1 } }
      if subject.isRejected {
        lines.row(portfolio.rejectedCells(of: start + lane, options))
      } else if !isOpen {
        program.write(frame, lane, of: subject, tails, into: &lines)
      } else if let exact, !exact.frame.hasFallen(next) {
        exact.program.write(exact.frame, next, of: subject, second.tails, into: &lines)
      } else {
        lines.row(cells(of: start + lane, portfolio))
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

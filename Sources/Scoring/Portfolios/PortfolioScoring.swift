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
      (program, refusal) = (nil, nil)
      return
    }
    do throws(ColumnRefusal) {
      program = try ScoringProgram(
        rubric, figures: fused?.figures.values ?? rubric.figures.map(\.value),
        facts: portfolio.factColumns, aggregates: aggregates,
        empty: portfolio.emptySlots, subjectCount: portfolio.subjects.count, options)
      refusal = nil
    } catch {
      program = nil
      refusal = error
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
        for start in stride(
          from: range.lowerBound, to: range.upperBound, by: ColumnProgram.laneCount)
        {
          program.program.run(from: start, in: frame)
          program.write(frame, from: start, portfolio, tails, into: &lines) {
            cells(of: $0, portfolio)
          }
        }
      } else {
        for index in range { lines.row(cells(of: index, portfolio)) }
      }
      let bytes = lines.bytes
      pieces.withLock { $0[chunk] = bytes }
    }
    return pieces.withLock { $0 }
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
    return facts.map { $0?.taking(rows) }
  }
}

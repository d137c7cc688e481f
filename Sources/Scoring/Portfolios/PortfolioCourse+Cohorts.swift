import Dispatch
import Foundation
import Rubrics
import Synchronization
import Values

extension PortfolioCourse {
  /// The first pass over everybody, where the rubric compares subjects: a portfolio is one round.
  func cohorts() -> Cohorts? {
    guard rubric.cohort != nil else { return nil }
    let chunks = chunks
    let members = Mutex([CohortMember?](repeating: nil, count: subjectCount))
    DispatchQueue.concurrentPerform(iterations: chunks.count) { chunk in
      var found: [CohortMember?] = []
      found.reserveCapacity(chunks[chunk].count)
      evaluate(chunks[chunk], in: nil) { _, evaluation in found.append(evaluation?.member) }
      let first = chunks[chunk].lowerBound
      members.withLock { all in
        for (offset, member) in found.enumerated() { all[first + offset] = member }
      }
    }
    return Cohorts(rubric, members.withLock { $0 }, mode: mode)
  }

  /// The second pass: the lines of all subjects, in order.
  func pieces(in cohorts: Cohorts?, _ options: Portfolio.Options) -> [[UInt8]] {
    let chunks = chunks
    let pieces = Mutex([[UInt8]](repeating: [], count: chunks.count))
    DispatchQueue.concurrentPerform(iterations: chunks.count) { chunk in
      var lines = PortfolioLines(capacity: chunks[chunk].count * 64)
      evaluate(chunks[chunk], in: cohorts) { index, evaluation in
        lines.row(cells(of: index, evaluation, options))
      }
      let bytes = lines.bytes
      pieces.withLock { $0[chunk] = bytes }
    }
    return pieces.withLock { $0 }
  }

  /// Few threads with long ranges, because each needs room for the values it has seen.
  private var chunks: [Range<Int>] {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let size = max(64, subjectCount / (cores * 4) + 1)
    return stride(from: 0, to: subjectCount, by: size).map {
      $0..<min($0 + size, subjectCount)
    }
  }
}

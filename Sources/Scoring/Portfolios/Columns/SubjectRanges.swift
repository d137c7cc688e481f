import Dispatch
import FEEL
import Platform
import Synchronization

/// The subjects of a portfolio in ranges that threads take one after the other.
struct SubjectRanges: Sendable {
  private let ranges: [Range<Int>]

  /// A few whole blocks each: few ranges, because each needs room of its own for what it has seen.
  init(_ count: Int, block: Int = 64) {
    let cores = Processors.count
    let blocks = (count / (cores * 4) + block) / block
    ranges = stride(from: 0, to: count, by: blocks * block).map {
      $0..<min($0 + blocks * block, count)
    }
  }

  /// What `body` makes of each range, in the order of subjects whatever the number of cores.
  func map<Result: Sendable>(_ body: @Sendable (Range<Int>) -> Result) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: ranges.count))
    let ranges = ranges
    DispatchQueue.concurrentPerform(iterations: ranges.count) { number in
      let result = body(ranges[number])
      results.withLock { $0[number] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}

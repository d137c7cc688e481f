import Rubrics
import Synchronization

/// Adds up what the parts of a rubric cost, on all threads.
final class TimeRecorder: Sendable {
  private struct Spent: Sendable {
    var columns = 0
    var rows = 0
    var rowCount = 0
  }

  /// Nanoseconds since some moment.
  let clock: @Sendable () -> Int
  private let rubric: Rubric
  /// Items in the order of `everyItem`, then figures, then the rest.
  private let spent: Mutex<[Spent]>
  private let itemCount: Int

  init(_ rubric: Rubric, clock: @escaping @Sendable () -> Int) {
    self.rubric = rubric
    self.clock = clock
    itemCount = rubric.everyItem.count
    spent = Mutex(Array(repeating: Spent(), count: itemCount + rubric.figures.count + 1))
  }

  /// How many owners of instructions there are; the last is that of nobody.
  var ownerCount: Int { itemCount + rubric.figures.count + 1 }

  /// Adds nanoseconds by owner, as `ScoringAssembly` numbers them.
  func addColumns(_ nanoseconds: [Int]) {
    spent.withLock { spent in
      for (owner, time) in nanoseconds.enumerated() { spent[owner].columns += time }
    }
  }

  func add(_ stopwatch: Stopwatch) {
    spent.withLock { spent in
      for (number, time) in stopwatch.items { add(time, at: number, to: &spent) }
      for (number, time) in stopwatch.figures { add(time, at: itemCount + number, to: &spent) }
    }
  }

  private func add(_ time: Int, at place: Int, to spent: inout [Spent]) {
    spent[place].rows += time
    spent[place].rowCount += 1
  }

  func stopwatch() -> Stopwatch { Stopwatch(rubric, clock: clock) }

  /// Every part once, the dearest first.
  var times: [PartTime] {
    let parts =
      rubric.everyItem.map(PartTime.Part.item) + rubric.figures.map(PartTime.Part.figure) + [.rest]
    return zip(parts, spent.withLock(\.self)).map { part, spent in
      PartTime(
        part: part, columns: spent.columns, rows: spent.rows, rowCount: spent.rowCount)
    }.enumerated().sorted {
      ($1.element.total, $0.offset) < ($0.element.total, $1.offset)
    }.map(\.element)
  }
}

/// Takes the time of the parts of one subject, as the row evaluator comes by them.
final class Stopwatch {
  private let clock: () -> Int
  private let numbers: [ObjectIdentifier: Int]
  /// By place in `everyItem`, by number of the figure: nanoseconds.
  private(set) var items: [Int: Int] = [:]
  private(set) var figures: [Int: Int] = [:]

  init(_ rubric: Rubric, clock: @escaping () -> Int) {
    self.clock = clock
    numbers = Dictionary(
      rubric.everyItem.enumerated().map { (ObjectIdentifier($1), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  var now: Int { clock() }

  func stop(_ item: Item, since start: Int) {
    if let number = numbers[ObjectIdentifier(item)] { items[number, default: 0] += clock() - start }
  }

  func stop(figure: Int, since start: Int) { figures[figure, default: 0] += clock() - start }
}

import Dispatch
import Formats
import Foundation
import Rubrics
import Synchronization
import Values

extension Portfolio {
  package struct Options: Sendable {
    package var mode = ScoringMode.final
    package var withItems = false
    package var withFigures = false
    package var byteOrderMark = false
    /// Whether aggregates are computed in one pass; the row evaluator alone gives the same bytes.
    package var fuses = true

    package init() {}
  }

  package struct Outcome: Sendable {
    /// The whole file: UTF-8, LF, RFC 4180.
    package let text: String
    package let rejectedCount: Int
  }

  /// At least so many subjects are scored in one go; large enough that the queue costs nothing.
  private static let chunkSize = 64

  /// Scores every subject; the same bytes whatever the number of cores.
  package func score(_ options: Options) -> Outcome {
    let fused = options.fuses ? FusedFigures(rubric) : nil
    let scorer = Scorer(rubric, figures: fused?.values)
    let pass = fused.map {
      FusedPass($0.aggregates, over: tables, slots: emptySlots)
    }
    let idle = fused.map { Set(rubric.slots.indices).subtracting($0.slotsLeft) } ?? []
    // Few threads with long ranges, because each needs room for the values it has seen.
    let chunks = Self.chunks(of: subjects.count)
    let texts = Mutex(Array(repeating: "", count: chunks.count))
    DispatchQueue.concurrentPerform(iterations: chunks.count) { chunk in
      var writer = CSVWriter()
      var seen = pass?.seen
      for index in chunks[chunk] {
        if subjects[index].isRejected {
          writer.row(rejectedCells(of: index, options))
          continue
        }
        var evidence = evidence(of: index, besides: idle)
        if let pass, var room = seen.take() {
          evidence.slots += pass.values(of: index, slots: emptySlots, &room)
          seen = room
        }
        let evaluation = scorer.score(evidence, mode: options.mode, isRecording: false)
        writer.row(PortfolioRow(evaluation).cells(options))
      }
      let text = writer.text
      texts.withLock { $0[chunk] = text }
    }
    var header = CSVWriter(byteOrderMark: options.byteOrderMark)
    header.row(columns(options))
    return Outcome(
      text: header.text + texts.withLock { $0.joined() },
      rejectedCount: subjects.count(where: \.isRejected))
  }

  private func columns(_ options: Options) -> [String] {
    ["subject", "score", "low", "high", "grade", "stars", "status"]
      + (options.withItems ? rubric.everyItem.map(\.id) : [])
      + (options.withFigures ? rubric.figures.map(\.name) : [])
  }

  private func rejectedCells(of index: Int, _ options: Options) -> [String] {
    let extraCount = columns(options).count - 7
    return [subjects[index].id, "", "", "", "", "", Status.rejected.text(in: rubric.language)]
      + Array(repeating: "", count: extraCount)
  }

  private static func chunks(of count: Int) -> [Range<Int>] {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let size = max(chunkSize, count / (cores * 4) + 1)
    return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }
}

/// One line of a portfolio's output.
struct PortfolioRow {
  private let evaluation: Evaluation

  init(_ evaluation: Evaluation) {
    self.evaluation = evaluation
  }

  func cells(_ options: Portfolio.Options) -> [String] {
    let rubric = evaluation.rubric
    let standing = evaluation.certainStanding
    var cells = [
      evaluation.subject.id, text(evaluation.total?.point), text(evaluation.total?.low),
      text(evaluation.total?.high), evaluation.grade?.id ?? "",
      standing?.stars.map(String.init) ?? "", evaluation.status.text(in: rubric.language),
    ]
    if options.withItems {
      let results = evaluation.everyItem
      // Behind an admission bar no item was scored.
      cells +=
        results.isEmpty
        ? Array(repeating: "", count: rubric.everyItem.count) : results.map(text)
    }
    if options.withFigures { cells += evaluation.figures.map { text($0.value) } }
    return cells
  }

  private func text(_ score: Number?) -> String {
    score?.formatted(decimals: evaluation.rubric.total.rounding.decimals) ?? ""
  }

  private func text(_ item: ItemResult) -> String {
    guard let points = item.points?.point else { return "" }
    guard let rounding = item.item.rounding else { return points.description }
    return points.formatted(decimals: rounding.decimals)
  }

  private func text(_ value: Value) -> String {
    switch value {
    case .null, .unknown, .list, .context, .range, .function: ""
    case .boolean, .number, .string, .date: value.shortText
    case .time, .dateTime, .dayTimeDuration, .yearMonthDuration: ""
    }
  }
}

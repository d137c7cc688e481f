import Dispatch
import Formats
import Rubrics
import Synchronization
import Values

extension Portfolio {
  package struct Options: Sendable {
    package var mode = ScoringMode.final
    package var withItems = false
    package var withFigures = false
    package var byteOrderMark = false

    package init() {}
  }

  package struct Outcome: Sendable {
    /// The whole file: UTF-8, LF, RFC 4180.
    package let text: String
    package let rejectedCount: Int
  }

  /// So many subjects are scored in one go; large enough that the queue costs nothing.
  private static let chunkSize = 64

  /// Scores every subject; the same bytes whatever the number of cores.
  package func score(_ options: Options) -> Outcome {
    let scorer = Scorer(rubric)
    let chunkCount = (subjects.count + Self.chunkSize - 1) / Self.chunkSize
    let texts = Mutex(Array(repeating: "", count: chunkCount))
    DispatchQueue.concurrentPerform(iterations: chunkCount) { chunk in
      let first = chunk * Self.chunkSize
      var writer = CSVWriter()
      for index in first..<min(first + Self.chunkSize, subjects.count) {
        writer.row(cells(of: index, scorer, options))
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

  private func cells(of index: Int, _ scorer: Scorer, _ options: Options) -> [String] {
    let subject = subjects[index]
    if subject.isRejected {
      let extraCount = columns(options).count - 7
      return [subject.id, "", "", "", "", "", Status.rejected.text(in: rubric.language)]
        + Array(repeating: "", count: extraCount)
    }
    let evaluation = scorer.score(
      evidence(of: index), mode: options.mode, isRecording: false)
    return PortfolioRow(evaluation).cells(options)
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

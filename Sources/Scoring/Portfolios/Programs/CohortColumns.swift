import FEEL
import Rubrics
import Values

/// What their cohorts give to the subjects of a portfolio in the second pass: one row a subject.
///
/// Where somebody has no cohort, or its number is not known, an unknown stands.
struct CohortColumns: Sendable {
  /// By figure of the cohort.
  let figures: [Column]
  /// By id of the ranked item: the points of the place.
  let ranks: [String: Column]
  /// By id of an item that may take the mean of its cohort.
  let means: [String: Column]
  /// Whether the cohort has as many members as the rubric asks for; `nil` where all have.
  let isEnough: Column?
  /// Whether it certainly has fewer.
  let isTooSmall: Column

  init(_ cohorts: Cohorts, of rubric: Rubric, subjectCount: Int, mode: ScoringMode) {
    let ranked = rubric.placedItems.compactMap { item, place -> Ranked? in
      item.plan.rank.map { Ranked(item, place, $0, mode) }
    }
    let meant = rubric.everyItem.filter(\.asksForMean)
    let count = rubric.cohort?.figures.count ?? 0
    let chunks = SubjectRanges(subjectCount).map { range in
      var chunk = Chunk(figures: count, ranks: ranked.count, means: meant.count)
      for index in range { chunk.append(cohorts.view(of: index), ranked, meant) }
      return chunk
    }
    func column(_ values: (Chunk) -> [Value]) -> Column {
      ColumnBuilder(chunks.lazy.flatMap(values)).column
    }
    figures = (0..<count).map { number in column { $0.figures[number] } }
    ranks = Dictionary(
      uniqueKeysWithValues: ranked.enumerated().map { number, one in
        (one.item.id, column { $0.ranks[number] })
      })
    means = Dictionary(
      uniqueKeysWithValues: meant.enumerated().map { number, item in
        (item.id, column { $0.means[number] })
      })
    let enough = chunks.flatMap(\.isEnough)
    isEnough = enough.contains(0) ? Column(.booleans(enough)) : nil
    isTooSmall = Column(.booleans(chunks.flatMap(\.isTooSmall)))
  }

  /// As columns might be, where only what they are made of is asked.
  init(sampleFor rubric: Rubric) {
    figures = (rubric.cohort?.figures ?? []).map { _ in .sampleOfPoints }
    func samples(_ items: [Item]) -> [String: Column] {
      Dictionary(
        items.map { ($0.id, .sampleOfPoints) }, uniquingKeysWith: { first, _ in first })
    }
    ranks = samples(rubric.rankedItems.map(\.item))
    means = samples(rubric.everyItem.filter(\.asksForMean))
    isEnough = Column(.booleans([0, 1]))
    isTooSmall = Column(.booleans([0, 1]))
  }

  /// A ranked item in the sum that it stands in.
  private struct Ranked: Sendable {
    let item: Item
    private let rule: RankRule
    private let setting: FormSetting

    init(_ item: Item, _ place: ItemScorer.Place, _ rule: RankRule, _ mode: ScoringMode) {
      self.item = item
      self.rule = rule
      setting = FormSetting(
        item: item, least: place.isDeduction ? .zero : item.leastPoints,
        greatest: place.cap ?? item.points, isDeduction: place.isDeduction, marks: [],
        lostMarks: [], related: RelatedResults(), impartiality: .unasked, mode: mode)
    }

    /// A number, a null, or an unknown for all that the row evaluator must have.
    func points(in view: CohortView, _ number: Int) -> Value {
      var working = Working([], isRecording: false)
      switch try? rule.score(&working, setting, view, number) {
      case .points(let range, false)?: return range.point.map { .number($0) } ?? .notPlain
      case .null?: return .null
      case .points(_, true)?, .notApplicable?, nil: return .notPlain
      }
    }
  }

  private struct Chunk: Sendable {
    var figures: [[Value]]
    var ranks: [[Value]]
    var means: [[Value]]
    var isEnough: [UInt8] = []
    var isTooSmall: [UInt8] = []

    init(figures: Int, ranks: Int, means: Int) {
      self.figures = Array(repeating: [], count: figures)
      self.ranks = Array(repeating: [], count: ranks)
      self.means = Array(repeating: [], count: means)
    }

    mutating func append(_ view: CohortView?, _ ranked: [Ranked], _ meant: [Item]) {
      let group = view?.group
      for number in figures.indices {
        figures[number].append(view?.figure(number) ?? .notPlain)
      }
      let size = view?.size ?? .maybeFewer
      let isCompared = size == .enough || view?.rule.ifFewer == .compare
      for (number, one) in ranked.enumerated() {
        ranks[number].append(
          isCompared ? view.map { one.points(in: $0, number) } ?? .notPlain : .notPlain)
      }
      for (number, item) in meant.enumerated() {
        means[number].append(
          group?.mean(of: item)?.point.map { .number($0) } ?? .notPlain)
      }
      isEnough.append(size == .enough ? 1 : 0)
      isTooSmall.append(size == .fewer ? 1 : 0)
    }
  }
}

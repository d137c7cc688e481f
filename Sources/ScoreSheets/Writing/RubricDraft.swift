import Diagnostics
import Values

/// A rubric under construction: what the tables hold, with names, ids and sums.
struct RubricDraft {
  struct Document {
    let name: String
    let title: String
  }

  struct Veto {
    let name: String
    let title: String
    let cite: String
  }

  var parts: [PartDraft] = []
  var bonus: [ItemDraft] = []
  var bonusCap: Number?
  var deductions: [ItemDraft] = []
  var vetoes: [Veto] = []
  var documents: [Document] = []
  var questions: [Question] = []
  var grades: GradeLines?
  var heads: SheetOutline.Heads?
  var names = FactNames()
  var diagnostics = Diagnostics()
  /// Titles of inputs that were given; two of one name are asked for twice.
  var titles: Set<String> = []
  /// Whether places need the name of their table.
  let namesTables: Bool
  let answers: Answers

  init(namesTables: Bool, answers: Answers = Answers()) {
    self.namesTables = namesTables
    self.answers = answers
  }

  /// Everything that is asked, with what is still open of it: of the sheet, then of its items.
  var asked: [(item: String, title: String, question: Question, open: Wording?)] {
    questions.map { ("", ScoreSheetsWording.whole, $0, answers.asked($0, of: "")) }
      + allItems.flatMap { item in
        item.form.questions.map {
          (item.id, item.source.title, $0, answers.asked($0, of: item.id))
        }
      }
  }

  var allItems: [ItemDraft] { parts.flatMap(\.allItems) + bonus + deductions }

  var sum: Number { Number.sum(parts.map(\.points)) ?? .zero }

  static let mostItems = 1000

  // MARK: parts

  mutating func add(_ outline: SheetOutline, under title: String?) {
    var drafts: [PartDraft] = []
    let prefix = title == nil ? "" : "\(parts.count + 1)-"
    for part in outline.parts {
      switch Self.realm(part.title) {
      case .veto: addVetoes(part, outline.grid)
      case .bonus:
        bonus += items(of: part, outline.grid, "bonus", .bonus)
        bonusCap = part.points ?? bonusCap
      case .deduction: deductions += items(of: part, outline.grid, "deduction", .deduction)
      case .ordinary:
        let number = prefix + "\((title == nil ? parts.count : 0) + drafts.count + 1)"
        if let draft = draft(part, outline.grid, number: number) { drafts.append(draft) }
      }
    }
    if let title, !drafts.isEmpty {
      let points = Number.sum(drafts.map(\.points)) ?? .zero
      let head = LabelPoints(title)
      if let said = head.points, said != points {
        reportSum(title: head.label, said, points, outline.grid.place(row: nil), isScaled: false)
      }
      // A table without parts of its own is the part itself.
      let isPlain = drafts.count == 1 && drafts[0].title == SheetOutline.wholeTable
      parts.append(
        PartDraft(
          id: "part-\(parts.count + 1)", title: head.label, points: points, isScaled: false,
          parts: isPlain ? drafts[0].parts : drafts, items: isPlain ? drafts[0].items : []))
    } else {
      parts += drafts
    }
  }

  private enum Realm { case ordinary, bonus, deduction, veto }

  private static func realm(_ title: String) -> Realm {
    let plain = ColumnRole.plain(title)
    if plain.contains("一票否决") || plain.contains("否决项") || plain.contains("否决指标") { return .veto }
    if plain.contains("加减分") { return .ordinary }
    if plain.contains("加分") || plain.contains("附加分") || plain.contains("奖励分") { return .bonus }
    if plain.contains("扣分项") || plain.contains("减分") || plain.contains("倒扣")
      || plain.contains("扣分指标")
    {
      return .deduction
    }
    return .ordinary
  }

  private mutating func draft(
    _ part: SheetOutline.Part, _ grid: ScoreTable, number: String
  ) -> PartDraft? {
    var inner: [PartDraft] = []
    for (index, sub) in part.parts.enumerated() {
      if let draft = draft(sub, grid, number: "\(number)-\(index + 1)") { inner.append(draft) }
    }
    var own = ownItems(part, grid, number, known: inner)
    if !inner.isEmpty, !own.isEmpty {
      let points = Number.sum(own.map(\.points)) ?? .zero
      inner.append(
        PartDraft(
          id: "part-\(number)-\(inner.count + 1)",
          title: own.count == 1 ? own[0].source.title : part.title, points: points,
          isScaled: false, parts: [], items: own))
      own = []
    }
    guard !inner.isEmpty || !own.isEmpty else { return nil }
    let sum = Number.sum(inner.map(\.points) + own.map(\.points)) ?? .zero
    var points = sum
    var isScaled = false
    if let said = part.points, said != sum {
      // Shares of a hundred within a part of fewer points: weights in weights.
      isScaled = sum == Number(100) && said.isPositive && said < sum
      if isScaled { points = said }
      reportSum(
        title: part.title, said, sum, grid.place(row: part.row, column: part.column),
        isScaled: isScaled)
    }
    return PartDraft(
      id: "part-\(number)", title: part.title, points: points, isScaled: isScaled, parts: inner,
      items: own)
  }

  private mutating func reportSum(
    title: String, _ said: Number, _ sum: Number, _ place: Place, isScaled: Bool
  ) {
    questions.append(
      isScaled ? .partScaled(title, said, sum) : .partDiffers(title, said, sum))
    if !isScaled { diagnostics.report(.sumsDiffer(title, said, sum, at: place)) }
  }

  private mutating func ownItems(
    _ part: SheetOutline.Part, _ grid: ScoreTable, _ number: String, known: [PartDraft]
  ) -> [ItemDraft] {
    var items: [ItemDraft] = []
    var open: [Int] = []
    for (index, item) in part.items.enumerated() {
      guard
        let draft = item.drafted(
          "item-\(number)-\(index + 1)", .item, grid, into: &self)
      else { continue }
      if draft.form.questions.contains(.pointsUnsaid(draft.points)) { open.append(items.count) }
      items.append(draft)
    }
    // What is left of a part belongs to the only item without points.
    if open.count == 1, let said = part.points {
      let others = items.indices.filter { $0 != open[0] }.map { items[$0].points }
      let rest = said.subtracting(Number.sum(others + known.map(\.points)) ?? .zero)
      if let rest, rest.isPositive {
        var item = items[open[0]].source
        item.points = rest
        if var draft = item.drafted(items[open[0]].id, .item, grid, into: &self) {
          draft.add(.pointsFromRest(rest))
          items[open[0]] = draft
        }
      }
    }
    return items
  }

  private mutating func items(
    of part: SheetOutline.Part, _ grid: ScoreTable, _ prefix: String, _ kind: FormContext.Kind
  ) -> [ItemDraft] {
    var sources = part.items
    var open = part.parts
    while let next = open.first {
      open.removeFirst()
      sources += next.items
      open = next.parts + open
    }
    let count = kind == .bonus ? bonus.count : deductions.count
    // One item without points of its own has those of its part.
    if sources.count == 1, sources[0].points == nil { sources[0].points = part.points }
    return sources.enumerated().compactMap { index, item in
      item.drafted("\(prefix)-\(count + index + 1)", kind, grid, into: &self)
    }
  }

  private mutating func addVetoes(_ part: SheetOutline.Part, _ grid: ScoreTable) {
    for item in part.items { addVeto(item, grid) }
    for sub in part.parts { addVetoes(sub, grid) }
  }

  mutating func addVeto(_ item: SheetOutline.Item, _ grid: ScoreTable) {
    let title = YAMLText.oneLine(item.says)
    vetoes.append(
      Veto(
        name: names.name(item.title), title: title, cite: cite(grid, row: item.row)))
    questions.append(.vetoDecided(item.title))
  }

  // MARK: names

  func cite(_ grid: ScoreTable, row: Int) -> String {
    namesTables ? "sheet, \(YAMLText.oneLine(grid.name)) 第 \(row) 行" : "sheet, 第 \(row) 行"
  }

  /// A title that no other input has.
  mutating func unique(_ title: String, of item: String) -> String {
    var candidate = title
    if titles.contains(candidate) { candidate = "\(item)：\(title)" }
    var number = 2
    while titles.contains(candidate) {
      candidate = "\(item)：\(title)（\(number)）"
      number += 1
    }
    titles.insert(candidate)
    return candidate
  }

  /// The documents that a cell of materials names.
  mutating func documents(in text: String) -> [String] {
    var found: [String] = []
    for title in Materials.titles(in: text) {
      if let known = documents.first(where: { $0.title == title }) {
        if !found.contains(known.name) { found.append(known.name) }
        continue
      }
      let name = names.name(title)
      titles.insert(title)
      documents.append(Document(name: name, title: title))
      found.append(name)
    }
    return found
  }
}

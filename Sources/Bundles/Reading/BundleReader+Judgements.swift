import Diagnostics
import Formats
import Values

extension Mark {
  /// Whether it says the same; the reason may be written in other words.
  fileprivate func isSame(as other: Mark) -> Bool {
    (mark, band, value) == (other.mark, other.band, other.value)
  }
}

extension BundleReader {
  mutating func readJudgements() -> [Judgement] {
    var judgements: [Judgement] = []
    var earlier: [Paper: [String: Earlier]] = [:]
    for file in contents.keys.sorted() where Self.isJudgement(file) || Self.isVisit(file) {
      guard let node = readYAML(file), let judgement = judgement(node, file) else {
        lostMarks.append(LostMark(item: nil, role: nil, place: .file(shown(file))))
        continue
      }
      // Both are kept: which of the two counts, if one does, is for scoring to say, not for the order of files.
      let paper = Paper(
        by: judgement.by, role: judgement.role, stage: judgement.stage,
        visit: Self.isVisit(file) ? judgement.date : nil)
      report(judgement, judgements, besides: earlier[paper] ?? [:])
      for mark in judgement.marks {
        earlier[paper, default: [:]][mark.item] = Earlier(mark: mark, judgement: judgements.count)
      }
      judgements.append(judgement)
    }
    return judgements
  }

  /// Who speaks; papers of one assessor in one role and stage are held against each other.
  private struct Paper: Hashable {
    let by: String
    let role: String
    let stage: String?
    /// The day of a visit: another one is no second look at the same thing.
    let visit: CalendarDate?
  }

  /// The last mark that was given for an item, and the paper on which it stands.
  private struct Earlier {
    let mark: Mark
    let judgement: Int
  }

  /// Says what becomes of two papers of one assessor in one role and stage; papers on different items stand beside each other.
  ///
  /// Each mark is held against the one before it, so that a thousand papers give a thousand messages at most.
  private mutating func report(
    _ judgement: Judgement, _ judgements: [Judgement], besides earlier: [String: Earlier]
  ) {
    var pairs: [Int: [(mark: Mark, first: Mark)]] = [:]
    for mark in judgement.marks {
      guard let first = earlier[mark.item] else { continue }
      pairs[first.judgement, default: []].append((mark, first.mark))
    }
    for (other, pairs) in pairs.sorted(by: { $0.key < $1.key }) {
      report(judgement, pairs, besides: judgements[other])
    }
  }

  private mutating func report(
    _ judgement: Judgement, _ pairs: [(mark: Mark, first: Mark)], besides other: Judgement
  ) {
    guard let common = pairs.first else { return }
    let different = pairs.filter { !$0.mark.isSame(as: $0.first) }
    guard let place = different.first else {
      diagnostics.report(
        .judgementRepeated(
          judgement.by, at: common.mark.place, first: common.first.place.description))
      return
    }
    let items = different.map(\.mark.item)
    let isRevised =
      other.date != nil && judgement.date != nil && other.date != judgement.date
    diagnostics.report(
      isRevised
        ? .judgementRevised(
          judgement.by, items, at: place.mark.place, other: place.first.place.description)
        : .judgementTwice(
          judgement.by, items, at: place.mark.place, first: place.first.place.description))
  }

  private mutating func judgement(_ node: Node, _ file: String) -> Judgement? {
    let isVisit = Self.isVisit(file)
    let keys =
      ["by", "role", "stage", "date", "relations", "stands in for", "marks", "advice"]
      + (isVisit ? Self.visitKeys : [])
    guard let fields = Fields(node, keys: keys, into: &diagnostics) else { return nil }
    let by = fields.required("by", into: &diagnostics)
    let role = fields.required("role", into: &diagnostics)
    guard let by, let role else { return nil }
    let judgement = Judgement(
      by: by,
      role: role,
      stage: fields.text("stage", into: &diagnostics),
      date: fields.date("date", into: &diagnostics),
      relations: fields.relations(of: by, into: &diagnostics),
      standsInFor: fields.text("stands in for", into: &diagnostics),
      marks: isVisit && fields.node("marks") == nil ? [] : marks(fields, role: role),
      file: file,
      place: node.place
    )
    if isVisit { readVisit(fields, of: judgement) }
    readAdvice(fields, of: judgement)
    return judgement
  }

  private mutating func marks(_ fields: Fields, role: String) -> [Mark] {
    guard let node = fields.node("marks") else {
      diagnostics.report(.bundleMissingKey("marks", at: fields.mapping.place))
      lostMarks.append(LostMark(item: nil, role: role, place: fields.mapping.place))
      return []
    }
    guard let mapping = node.mapping else {
      diagnostics.report(.bundleForm(.mapping, at: node.place))
      lostMarks.append(LostMark(item: nil, role: role, place: node.place))
      return []
    }
    return mapping.entries.compactMap { entry in
      let faults = diagnostics.errorCount
      let mark = mark(entry)
      let holdsNumber = mark?.mark != nil || mark?.value != nil
      guard diagnostics.errorCount > faults, !holdsNumber else { return mark }
      lostMarks.append(
        LostMark(item: entry.key.text, role: role, place: entry.value.place))
      return nil
    }
  }

  /// `item: 8.5`, or a mapping with the mark or band, and the reason.
  private mutating func mark(_ entry: NodeMapping.Entry) -> Mark? {
    let place = entry.value.place
    guard let scalar = entry.value.scalar else {
      let keys = ["mark", "band", "value", "reason"]
      guard let fields = Fields(entry.value, keys: keys, into: &diagnostics) else { return nil }
      let mark = Mark(
        item: entry.key.text,
        mark: fields.number("mark", into: &diagnostics),
        band: fields.text("band", into: &diagnostics),
        value: fields.number("value", into: &diagnostics),
        percentText: fields.percentText(["mark", "value"]),
        reason: fields.text("reason", into: &diagnostics),
        place: place
      )
      if mark.mark != nil, mark.value != nil {
        diagnostics.report(.contradictoryMark(entry.key.text, at: entry.key.place))
        return nil
      }
      if mark.mark == nil, mark.band == nil, mark.value == nil, fields.node("mark") == nil {
        diagnostics.report(.emptyMark(entry.key.text, at: entry.key.place))
        return nil
      }
      return mark
    }
    switch CellReader(.number).read(scalar.text) {
    case .blank: return nil  // not marked yet, as in a form that was handed out
    case .value(.number(let number), let notes):
      return Mark(
        item: entry.key.text, mark: number, band: nil, value: nil,
        percentText: notes.contains(.percent) ? scalar.text : nil, reason: nil, place: place)
    case .value: return nil
    case .mismatch(let mismatch):
      diagnostics.report(.bundleMismatch(mismatch, key: entry.key.text, at: place))
      return nil
    }
  }

  mutating func readFindings() -> [Finding] {
    guard contents[Self.findingsFile] != nil else { return visitFindings }
    guard let node = readYAML(Self.findingsFile) else {
      hasWholeFindings = false
      return visitFindings
    }
    guard let sequence = node.sequence else {
      hasWholeFindings = false
      diagnostics.report(.bundleForm(.list, at: node.place))
      return visitFindings
    }
    var findings = visitFindings
    for item in sequence.items {
      guard let finding = finding(item) else {
        hasWholeFindings = false
        continue
      }
      // Both count: which of the two was meant is for a person to say.
      if findings.contains(where: { $0.id == finding.id }) {
        diagnostics.report(.findingTwice(finding.id, at: item.place))
      }
      findings.append(finding)
    }
    return findings
  }

  /// In the paper of a visit it is its own, unless it says otherwise.
  mutating func finding(_ node: Node, found judgement: Judgement? = nil) -> Finding? {
    let keys = ["id", "what", "about", "status", "by", "date", "cite"]
    guard let fields = Fields(node, keys: keys, into: &diagnostics) else { return nil }
    let id = fields.required("id", into: &diagnostics)
    let what = fields.required("what", into: &diagnostics)
    let written = fields.required("status", into: &diagnostics)
    guard let id, let what else { return nil }
    let status = written.flatMap(Finding.Status.init)
    if written != nil, status == nil {
      diagnostics.report(.findingStatus(at: fields.node("status")?.place ?? node.place))
    }
    return Finding(
      id: id,
      what: what,
      about: fields.text("about", into: &diagnostics),
      // Somebody wrote the finding down, and nobody can tell that it was decided.
      status: status ?? .alleged,
      by: fields.text("by", into: &diagnostics) ?? judgement?.by,
      date: fields.date("date", into: &diagnostics) ?? judgement?.date,
      citation: fields.text("cite", into: &diagnostics),
      place: node.place
    )
  }
}

package import Diagnostics
import Values

/// The desk of a round: how far it is, how grades are spread, everybody in one table, and what must be settled before signing.
package struct HTMLDesk: Sendable {
  /// In which order the table stands; without a script each is a page of its own.
  package enum Order: String, Sendable, CaseIterable {
    case rank, round, missing
  }

  let index: RoundIndex
  let language: Language
  let order: Order
  let faces: PageFaces

  package init(_ index: RoundIndex, in language: Language, by order: Order = .rank) {
    self.index = index
    self.language = language
    self.order = order
    faces = PageFaces(language: language)
  }

  /// Without language and ending.
  package static func name(of order: Order) -> String {
    order == .rank ? "index" : "index.\(order.rawValue)"
  }

  func say(_ wording: Wording) -> String { wording.text(in: language) }

  package static func print(_ index: RoundIndex, in language: Language) -> String {
    String(decoding: HTMLDesk(index, in: language).page, as: UTF8.self)
  }

  package var page: [UInt8] {
    let title = say(index.round.title)
    var frame = PageFrame(language: language, title: title, isWide: true)
    frame.running = title
    frame.other = "\(Self.name(of: order)).\(language == .zh ? "en" : "zh").html"
    frame.parts = [
      ("grades", say(DeskWording.gradeStrip)), ("table", say(DeskWording.table)),
      ("settle", say(DeskWording.settle)),
    ]
    return frame.page(capacity: 4096 + index.rows.count * 2048) { main in
      writeHeading(into: &main)
      writeFigures(into: &main)
      let groups = DeskGroup.groups(of: index.rows, by: order)
      main.element("div", [("id", "grades")]) { box in
        box.leaf("h2", say(DeskWording.gradeStrip))
        for group in groups { writeSpread(group, isOnly: groups.count == 1, into: &box) }
      }
      writeTables(groups, into: &main)
      writeTree(into: &main)
      writeSettling(into: &main)
      writeWeak(groups, into: &main)
      writeDoors(into: &main)
      writeFeedback(into: &main)
      writeNotices(into: &main)
      writeObjections(into: &main)
      main.element("div", class: "sign") { line in
        for part in [DeskWording.signCounted, DeskWording.signReviewed, DeskWording.signIssued] {
          line.leaf("div", say(part))
        }
      }
      main.leaf("p", class: "digest", "hengxing \(index.engine)")
      main.element("script") { $0.trusted(Self.script) }
    }
  }

  private func writeHeading(into main: inout Markup) {
    main.leaf("p", class: "small soft", say(ReportsWording.roundIndex))
    main.leaf("h1", say(index.round.title))
    if index.isFictional { main.leaf("p", class: "fictional", say(ReportsWording.fictional)) }
    main.element("dl", class: "meta") { list in
      if let period = index.round.period {
        list.leaf("dt", say(ReportsWording.period))
        list.leaf("dd", faces.period(period))
      }
      list.leaf("dt", say(ReportsWording.asOf))
      list.leaf("dd", faces.day(index.asOf))
    }
    if let progress = index.progress {
      main.leaf("p", class: "sentence", say(ReportsWording.progress(progress)))
    }
  }

  /// Five figures: before the deadline of what was handed in, then of what is settled.
  private func writeFigures(into main: inout Markup) {
    let statuses = index.rows.map(\.verdict.status)
    let notHandedIn = statuses.count { $0 == .notHandedIn }
    let rejected = statuses.count { $0 == .rejected }
    let open = index.rows.count { $0.isOpen }
    var figures: [(Wording, Int, Bool)] = [
      (DeskWording.toEvaluate, statuses.count, false),
      (DeskWording.handedIn, statuses.count - notHandedIn, false),
    ]
    if let progress = index.progress {
      figures += [
        (DeskWording.whole, progress.complete, false),
        (DeskWording.notHandedIn, notHandedIn, notHandedIn > 0),
        (DeskWording.things, progress.missing, progress.missing > 0),
      ]
    } else {
      figures += [
        (DeskWording.settled, statuses.count - notHandedIn - rejected - open, false),
        (DeskWording.closedTo, open, open > 0),
        notHandedIn > 0
          ? (DeskWording.notHandedIn, notHandedIn, true)
          : (DeskWording.rejected, rejected, rejected > 0),
      ]
    }
    main.element("dl", class: "figures") { list in
      for (words, count, isDue) in figures {
        list.element("div", class: isDue ? "due" : "") { box in
          box.leaf("dt", say(words))
          box.leaf("dd", "\(count)")
        }
      }
    }
  }

  /// Grades as a strip, and all subjects as dots on the scale.
  private func writeSpread(_ group: DeskGroup, isOnly: Bool, into main: inout Markup) {
    let counts = group.gradeCounts
    // One alone has no spread.
    guard !counts.isEmpty, isOnly || group.members.count > 1 else { return }
    if !isOnly { main.leaf("h3", say(group.title)) }
    main.element(
      "ul", [("class", "strip"), ("aria-label", say(DeskWording.gradeStrip))]
    ) { strip in
      for (number, line) in counts.enumerated() {
        let name = line.title == nil ? "none" : "g\(min(number, 4))"
        strip.element("li", [("class", name), ("style", "flex-grow:\(line.count)")]) {
          $0.text("\(say(line.title ?? DeskWording.none)) \(line.count)")
        }
      }
    }
    let scores = group.members.compactMap { member -> (score: Number, title: String)? in
      guard let score = member.row.verdict.score, score.isPoint else { return nil }
      return (score.low, "\(say(member.row.subject.title)) \(faces.points(score))")
    }
    guard scores.count > 1, let scale = group.members.first?.row.scale else { return }
    let lines = group.grades.compactMap { grade in
      grade.threshold.map { (title: say(grade.title), at: $0) }
    }
    main.element("figure", class: "field-box") { figure in
      figure.trusted(
        Chart.field(scores, scale: scale, lines: lines, label: say(DeskWording.field)))
    }
  }
}

package import Diagnostics
import Values

/// A round as it may be put up for the public: organisations with what came of them, and nothing of how people marked it.
package enum PublicEdition {
  /// Kinds of subjects that are people.
  private static let kinds: Set<String> = [
    "worker", "person", "people", "individual", "volunteer", "assessor", "employee", "staff",
    "candidate", "client", "head", "leader", "manager", "member",
  ]
  private static let endings = ["社工", "个人", "志愿者", "人员", "员工"]

  package static func isPerson(_ kind: String) -> Bool {
    kind.lowercased().split { !$0.isLetter }.contains { kinds.contains(String($0)) }
      || endings.contains { kind.hasSuffix($0) }
  }

  /// The list of results, with the time for objections; with what has changed where an earlier edition is given.
  package static func page(
    _ index: RoundIndex, in language: Language, since last: PublicRecord? = nil
  ) -> [UInt8] {
    func say(_ wording: Wording) -> String { wording.text(in: language) }
    let faces = PageFaces(language: language)
    let title = say(index.round.title)
    var frame = PageFrame(language: language, title: "\(title) · \(say(PublicWording.edition))")
    frame.running = "\(title) · \(say(PublicWording.edition))"
    frame.other = "index.\(language == .zh ? "en" : "zh").html"
    let rows = index.rows.filter { !isPerson($0.subject.kind) }
    return frame.page(capacity: 4096 + rows.count * 512) { main in
      main.leaf("p", class: "small soft", say(PublicWording.edition))
      main.leaf("h1", title)
      if index.isFictional { main.leaf("p", class: "fictional", say(ReportsWording.fictional)) }
      main.element("dl", class: "meta") { list in
        if let period = index.round.period {
          list.leaf("dt", say(ReportsWording.period))
          list.leaf("dd", faces.period(period))
        }
        list.leaf("dt", say(ReportsWording.asOf))
        list.leaf("dd", faces.day(index.asOf))
      }
      if rows.contains(where: \.isOpen) {
        main.leaf("p", class: "notice", say(PublicWording.stillOpen))
      }
      for group in DeskGroup.groups(of: rows, by: .rank) {
        main.leaf("h2", say(group.title))
        write(group, faces, into: &main)
      }
      if let last { writeChanges(rows, last, faces, into: &main) }
      main.element("h2", [("id", "objections")]) { $0.text(say(PageWording.objections)) }
      if let face = index.objections {
        main.leaf("p", say(PageWording.objections(face, day: face.until.map(faces.day))))
      } else {
        main.leaf("p", say(PublicWording.objectionsToFill))
      }
      main.element("div", class: "sign") { $0.leaf("div", say(PublicWording.seal)) }
    }
  }

  private static func write(_ group: DeskGroup, _ faces: PageFaces, into main: inout Markup) {
    func say(_ wording: Wording) -> String { wording.text(in: faces.language) }
    main.element("table", class: "cards plain") { table in
      table.element("thead") { head in
        head.element("tr") { row in
          row.leaf("th", say(ReportsWording.subject))
          row.leaf("th", class: "number", say(ReportsWording.score))
          row.leaf("th", say(ReportsWording.grade))
        }
      }
      table.element("tbody") { body in
        for member in group.members {
          let line = PublicRecord.Line(member.row, faces.language)
          body.element("tr") { row in
            row.leaf("td", say(member.row.subject.title))
            row.element("td", [("class", "number"), ("data-label", say(ReportsWording.score))]) {
              $0.text(line.score ?? "—")
            }
            row.element("td", [("data-label", say(ReportsWording.grade))]) {
              $0.text(line.grade ?? say(PublicWording.waiting))
            }
          }
        }
      }
    }
  }

  private static func writeChanges(
    _ rows: [RoundIndex.Row], _ last: PublicRecord, _ faces: PageFaces, into main: inout Markup
  ) {
    func say(_ wording: Wording) -> String { wording.text(in: faces.language) }
    main.leaf("h2", say(PublicWording.changes))
    let before = Dictionary(last.lines.map { ($0.key, $0) }) { first, _ in first }
    var sentences: [String] = []
    for row in rows {
      let now = PublicRecord.Line(row, .zh)
      guard let then = before[now.key] else {
        sentences.append(say(PublicWording.added(row.subject.title)))
        continue
      }
      guard then.score != now.score || then.gradeId != now.gradeId else { continue }
      sentences.append(
        say(
          PublicWording.changed(
            row.subject.title, then, PublicRecord.Line(row, faces.language), row.verdict)))
    }
    let present = Set(rows.map { PublicRecord.Line($0, .zh).key })
    for line in last.lines where !present.contains(line.key) {
      sentences.append(say(PublicWording.left(line.title)))
    }
    guard !sentences.isEmpty else {
      main.leaf("p", say(PublicWording.nothingChanged))
      return
    }
    main.element("ul", class: "list") { list in
      for sentence in sentences { list.leaf("li", sentence) }
    }
  }
}

/// What an edition has said, so that the next can say what has changed.
package struct PublicRecord: Sendable, Codable {
  package struct Line: Sendable, Codable {
    package var key: String
    package var title: Wording
    /// `nil` while the result is open: bounds tell what is under inquiry.
    package var score: String?
    package var gradeId: String?
    package var grade: String?

    init(_ row: RoundIndex.Row, _ language: Language) {
      key = row.folder
      title = row.subject.title
      let isOut = !row.isOpen
      score =
        isOut
        ? row.verdict.score.map { PageFaces(language: language).points($0) } : nil
      gradeId = isOut ? row.verdict.best?.id ?? row.verdict.status.rawValue : nil
      grade = isOut ? TextIndex.grade(row.verdict, in: language) : nil
    }
  }

  /// Its file beside the edition.
  package static let fileName = "public.json"

  package var round: String
  package var asOf: String
  package var lines: [Line]

  package init(_ index: RoundIndex) {
    round = index.round.id
    asOf = index.asOf
    lines = index.rows.filter { !PublicEdition.isPerson($0.subject.kind) }
      .map { Line($0, index.language) }
  }
}

enum PublicWording {
  static let changes = Wording(en: "Changed since the last edition", zh: "与上次公示相比")
  static let edition = Wording(en: "Public notice of results", zh: "评估结果公示")
  static let nothingChanged = Wording(en: "Nothing.", zh: "没有变化。")
  static let objectionsToFill = Wording(
    en: "Objections may be made in writing until __________ to __________.",
    zh: "公示期：　　年　　月　　日至　　年　　月　　日。对结果有异议的，请在公示期内以书面形式提出。受理单位：　　　　　　；联系方式：　　　　　　。")
  static let seal = Wording(en: "Issuing body (seal)", zh: "发布单位（盖章）")
  static let stillOpen = Wording(
    en: "Some results are not settled; this edition is a draft and not to be put up.",
    zh: "有对象的结果尚未确定，本页为未定稿，不得公示。")
  static let waiting = Wording(en: "pending", zh: "待定")

  static func added(_ title: Wording) -> Wording {
    Wording(en: "\(title.en): new", zh: "\(title.zh)：新增")
  }

  static func changed(
    _ title: Wording, _ then: PublicRecord.Line, _ now: PublicRecord.Line,
    _ verdict: Report.Verdict
  ) -> Wording {
    let before = [then.score, then.grade].compactMap(\.self).joined(separator: " ")
    let after = [now.score, now.grade].compactMap(\.self).joined(separator: " ")
    let (first, second) = (
      before.isEmpty ? waiting : Wording(before), after.isEmpty ? waiting : Wording(after)
    )
    return Wording(
      en: "\(title.en): \(first.en) → \(second.en)", zh: "\(title.zh)：\(first.zh) → \(second.zh)")
  }

  static func left(_ title: Wording) -> Wording {
    Wording(en: "\(title.en): no longer listed", zh: "\(title.zh)：不再列出")
  }
}

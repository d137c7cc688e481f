package import Diagnostics
import Values

/// Pages of a round beside its desk: agreement, materials, reminders.
package enum RoundPages {
  /// How far the assessors agree, for the agency.
  package static func agreement(_ index: RoundIndex, in language: Language) -> [UInt8]? {
    guard let faces = index.agreement, !faces.isEmpty else { return nil }
    let frame = frame("agreement", AgreementWording.heading, index, language)
    return frame.page { main in
      main.leaf("p", class: "small soft", index.round.title.text(in: language))
      main.leaf("h1", AgreementWording.heading.text(in: language))
      if index.isFictional {
        main.leaf("p", class: "fictional", ReportsWording.fictional.text(in: language))
      }
      for face in faces { HTMLAgreement(face: face, language: language).write(into: &main) }
    }
  }

  /// Who has handed in what, before the deadline.
  package static func materials(_ index: RoundIndex, in language: Language) -> [UInt8]? {
    guard index.progress != nil else { return nil }
    func say(_ wording: Wording) -> String { wording.text(in: language) }
    var frame = frame("materials", DeskWording.materials, index, language)
    frame.isWide = true
    return frame.page { main in
      main.leaf("p", class: "small soft", say(index.round.title))
      main.leaf("h1", say(DeskWording.materials))
      if index.isFictional { main.leaf("p", class: "fictional", say(ReportsWording.fictional)) }
      if let progress = index.progress { main.leaf("p", say(ReportsWording.progress(progress))) }
      for group in DeskGroup.groups(of: index.rows, by: .round) {
        main.leaf("h2", say(group.title))
        write(group, language, into: &main)
      }
    }
  }

  private static func write(_ group: DeskGroup, _ language: Language, into main: inout Markup) {
    func say(_ wording: Wording) -> String { wording.text(in: language) }
    var names: [Wording] = []
    var seen = Set<String>()
    for material in group.members.flatMap({ $0.row.desk?.materials ?? [] })
    where seen.insert(material.title.en).inserted {
      names.append(material.title)
    }
    main.element(
      "div",
      [
        ("class", "scroll"), ("tabindex", "0"), ("role", "group"),
        ("aria-label", say(group.title)),
      ]
    ) { box in
      box.element("table", class: "matrix") { table in
        table.element("thead") { head in
          head.element("tr") { row in
            row.leaf("th", say(ReportsWording.subject))
            for name in names { row.leaf("th", say(name)) }
          }
        }
        table.element("tbody") { body in
          for member in group.members {
            let there = Dictionary(
              (member.row.desk?.materials ?? []).map { ($0.title.en, $0.isThere) }
            ) { $0 && $1 }
            let isAwaited = member.row.verdict.status == .notHandedIn
            body.element("tr") { row in
              row.element("td") { cell in
                let page = Markup.address(
                  of: "\(member.row.folder)/reminder.\(language.rawValue).html")
                cell.element("a", [("href", page)]) { $0.text(say(member.row.subject.title)) }
                if isAwaited {
                  cell.leaf("span", class: "rows no", say(DeskWording.notHandedIn))
                }
              }
              for name in names {
                switch there[name.en] {
                case true?: row.leaf("td", class: "yes", "✓")
                case false?: row.leaf("td", class: "no", language == .zh ? "缺" : "missing")
                case nil: row.leaf("td", class: "soft", isAwaited ? "—" : "")
                }
              }
            }
          }
        }
      }
    }
  }

  /// What one subject still has to hand in, and until when.
  package static func reminder(_ report: Report, in language: Language) -> [UInt8]? {
    guard report.seal.mode == "self", report.round != nil else { return nil }
    func say(_ wording: Wording) -> String { wording.text(in: language) }
    let faces = PageFaces(language: language)
    let isAwaited = report.verdict.status == .notHandedIn
    let own = report.missing.filter { ($0.responsible ?? .subject) == .subject }
    let subject = say(report.subject.title)
    var frame = PageFrame(language: language, title: "\(subject) · \(say(DeskWording.reminder))")
    frame.running = "\(say(DeskWording.reminder)) · \(subject)"
    frame.other = "reminder.\(language == .zh ? "en" : "zh").html"
    frame.ways = [("report.\(language.rawValue).html", "← " + say(ReportsWording.report))]
    let titles = HTMLPage(report: report, language: language).titles
    return frame.page { main in
      main.leaf("p", class: "small soft", report.round.map { say($0.title) } ?? "")
      main.leaf("h1", "\(subject)\(language == .zh ? "：" : ": ")\(say(DeskWording.reminder))")
      if report.subject.isFictional || report.rubric.isFictional {
        main.leaf("p", class: "fictional", say(ReportsWording.fictional))
      }
      main.leaf(
        "p",
        say(
          ReminderWording.asks(
            report.seal.asOf.map(faces.day), isAwaited: isAwaited, count: own.count)))
      guard !own.isEmpty else { return }
      main.element("ol", class: "list missing") { list in
        for line in own.sorted(by: { ($0.stake ?? .zero) > ($1.stake ?? .zero) }) {
          list.element("li") { entry in
            if let stake = line.stake, stake.isPositive {
              entry.leaf(
                "strong", class: "stake", say(PageWording.stake(faces.number(stake))) + " ")
            }
            entry.prose(faces.dated(say(line.sentence)))
            let items = line.items.map { titles[$0].map(say) ?? $0 }
            if !items.isEmpty {
              entry.leaf(
                "span", class: "rows",
                ReportsWording.usedBy.label(in: language)
                  + items.joined(separator: language == .zh ? "、" : ", "))
            }
          }
        }
      }
    }
  }

  private static func frame(
    _ name: String, _ title: Wording, _ index: RoundIndex, _ language: Language
  ) -> PageFrame {
    var frame = PageFrame(language: language, title: title.text(in: language))
    frame.running =
      "\(index.round.title.text(in: language)) · \(title.text(in: language))"
    frame.ways = [("index.\(language.rawValue).html", PageWording.backToRound.text(in: language))]
    frame.other = "\(name).\(language == .zh ? "en" : "zh").html"
    return frame
  }
}

enum ReminderWording {
  static func asks(_ day: String?, isAwaited: Bool, count: Int) -> Wording {
    let by = day.map { Wording(en: " by \($0)", zh: "于 \($0)前") } ?? Wording("")
    if isAwaited {
      return Wording(
        en: "Nothing has been handed in yet. Please hand in the materials\(by.en).",
        zh: "材料尚未提交，请\(by.zh)提交。")
    }
    return count == 0
      ? Wording(en: "Nothing of yours is missing.", zh: "应由贵方提交的材料已齐。")
      : Wording(
        en:
          "Please hand in\(by.en) what is still missing, \(count) in all; what holds most points stands first.",
        zh: "以下 \(count) 项尚缺，请\(by.zh)补齐；涉及分值多的排在前面。")
  }
}

package import Diagnostics
package import Reports

/// The papers that leave an agency about one result, or about a round of them.
package enum PaperPack {
  package struct Paper: Sendable {
    /// The name of its file.
    package let name: String
    package let document: WordDocument

    package var bytes: [UInt8] { WordPackage.bytes(of: document) }
  }

  /// What is written about one result: the report always, the others where there is something to say.
  package static func papers(about report: Report) -> [Paper] {
    [
      (ReportWording.name, EvaluationReport(report).document),
      (ListWording.sheet, ScoreSheetPaper(report)?.document),
      (ListWording.materials, MaterialList(report).document),
      (NoticeWording.rectification, RectificationNotice(report)?.document),
      (NoticeWording.certificate, Certificate(report)?.document),
      (NoticeWording.reminder, Reminder(report)?.document),
    ].compactMap { name, document in
      document.map { Paper(name: name + suffix, document: $0) }
    }
  }

  /// What is written about a round as a whole.
  package static func papers(about round: [Brief]) -> [Paper] {
    let round = round.map(\.report)
    return [
      Paper(name: RoundWording.publicList + suffix, document: PublicList(round).document),
      Paper(name: RoundWording.summary + suffix, document: RoundSummary(round).document),
    ]
  }

  /// Every name that a paper about one result can have.
  package static let names = [
    ReportWording.name, ListWording.sheet, ListWording.materials, NoticeWording.rectification,
    NoticeWording.certificate,
    NoticeWording.reminder,
  ].map { $0 + suffix }

  private static let suffix = ".docx"

  /// Whose result has no certificate, and why; `nil` where there is one.
  package static func doubt(about report: Report) -> Wording? {
    let doubts = Standing(report).doubts
    guard !doubts.isEmpty else { return nil }
    let title = report.subject.title
    return Wording(
      en: "\(title.en): \(doubts.map(\.en).joined(separator: ", "))",
      zh: "\(title.zh)：\(doubts.map(\.zh).joined(separator: "，"))")
  }

  /// Who does not stand on the public list, because people are not put up for the public.
  package static func people(among round: [Brief]) -> [Wording] {
    PublicList(round.map(\.report)).people.map(\.subject.title)
  }
}

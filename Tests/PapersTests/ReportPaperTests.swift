import Diagnostics
import TestSupport
import Testing
import Values

@testable import Papers
@testable import Reports

@Suite(.timed) struct ReportPaperTests {
  @Test(arguments: PaperPack.names)
  func aStationReadsAsItDid(name: String) throws {
    let report = try name == "缺件催办.docx" ? SampleResult.open() : SampleResult.station()
    let text = PaperPack.paper(name, about: report)?.text ?? ""
    try expectGolden(text, name.replacing(".docx", with: ".txt"))
  }

  @Test func theScoreTableHasARowForEveryItemAndSection() throws {
    let report = try SampleResult.station()
    let document = EvaluationReport(report).document
    let table = try #require(document.tables.first { $0.columns.map(\.head).contains("扣分原因") })
    #expect(
      table.rows.count
        == ScoredItem.all(in: report).count + report.sections.count + report.extras.count)
  }

  @Test func whoLosesPointsIsToldWhy() throws {
    for loss in Loss.all(in: try SampleResult.station()) {
      #expect(loss.points.isPositive)
      #expect(!loss.reason.isEmpty, "\(loss.item.id)")
    }
  }

  /// Results of earlier versions have no fields for reasons; then the rule is told.
  @Test func anEarlierResultOpensAndNoLossIsWithoutAReason() throws {
    let report = try SampleResult.earlier()
    #expect(ScoredItem.all(in: report).allSatisfy { $0.item.reasons == nil })
    for loss in Loss.all(in: report) { #expect(loss.reason.hasPrefix("未得满分，规则为：")) }
    #expect(EvaluationReport(report).document.tables.count > 3)
    #expect(Gates(report).lines.contains { $0.title == "问题认定" })
  }

  @Test func anOpenResultIsADraftOnEveryPageAndHasNoCertificate() throws {
    let report = try SampleResult.open()
    let papers = PaperPack.papers(about: report)
    #expect(!papers.map(\.name).contains("评估结果证明.docx"))
    #expect(PaperPack.doubt(about: report)?.zh.contains("得分仍为区间，等级未定") == true)
    for paper in papers {
      #expect(paper.document.marks.contains("未定稿"))
      let header = WordPackage.members(of: paper.document).first { $0.name.contains("header") }
      #expect(header?.text.contains("未定稿") == true)
    }
    let text = try #require(PaperPack.paper("评估报告.docx", about: report)).text
    #expect(text.contains("评估报告（未定稿）"))
    #expect(text.contains("0.0 – 97.0（待定）"))
  }

  @Test func aSelfAssessmentIsNeverCertified() throws {
    let report = try SampleResult.without { $0.seal.mode = "self" }
    #expect(Certificate(report) == nil)
    #expect(Certificate(try SampleResult.station()) != nil)
  }

  @Test(arguments: [Report.Verdict.Status.rejected, .notEvaluated])
  func whatWasNotScoredIsNeitherCertifiedNorPutRight(status: Report.Verdict.Status) throws {
    let report = try SampleResult.without {
      $0.verdict.status = status
      $0.verdict.score = nil
    }
    #expect(Certificate(report) == nil)
    #expect(RectificationNotice(report) == nil)
    #expect(!EvaluationReport(report).document.text.isEmpty)
  }

  @Test func aBarThatNobodyHasDecidedLeavesADraft() throws {
    let report = try SampleResult.without {
      $0.verdict.status = .notEvaluated
      $0.verdict.questions = [Wording("运营不足六个月")]
    }
    #expect(EvaluationReport(report).document.marks.contains("未定稿"))
    #expect(!PublicList([report]).document.text.contains("不予评定"))
  }

  @Test func withoutARecommendationAPersonDecidesAllTheSame() throws {
    let text = EvaluationReport(try SampleResult.without { $0.decision = nil }).document.text
    #expect(text.contains("| 决定： |"))
    #expect(!text.contains("□ 采纳"))
  }

  @Test func nobodyIsAskedForWhatMovesNothing() throws {
    #expect(Reminder(try SampleResult.station()) == nil)
  }

  @Test func whatIsMissingIsAskedOfWhoeverCanBringIt() throws {
    let lines = Missing(try SampleResult.open()).lines
    let responsible = Dictionary(uniqueKeysWithValues: lines.map { ($0.sentence, $0.responsible) })
    #expect(responsible["没有看到“需求调研”"] == .subject)
    #expect(responsible["“品牌项目展示”还没有可计入的评分"] == .assessors)
    #expect(responsible["没有填“人数例外”"] == .party("town"))
    #expect(responsible["“挪用资金”有人反映，尚未认定"] == .inquiry)
    #expect(lines.map(\.stake) == lines.map(\.stake).sorted(by: >))
  }

  @Test func noPaperNamesAnAssessorOrShowsASingleMark() throws {
    let report = try SampleResult.station()
    // What the subject gives itself is called after nobody: 本站, which rules say too.
    let marks = ScoredItem.all(in: report).flatMap(\.item.judgements).filter {
      $0.role != "self"
    }
    #expect(!marks.isEmpty)
    let papers = PaperPack.papers(about: report) + PaperPack.papers(about: [Brief(report)])
    for text in papers.map(\.document.text) {
      for mark in marks {
        #expect(!text.contains(mark.by), "\(mark.by)")
        if let reason = mark.reason { #expect(!text.contains(reason)) }
      }
    }
  }

  @Test func whatIsPrivateIsNotWritten() throws {
    let report = try SampleResult.without { report in
      report.inputs = report.inputs.map { input in
        var secret = input
        secret.value = nil
        return secret
      }
      report.figures = report.figures.map { figure in
        var secret = figure
        secret.value = "不公开"
        return secret
      }
    }
    for paper in PaperPack.papers(about: report) {
      #expect(!paper.document.text.contains("不公开"))
    }
  }

  @Test func aThousandItemsAndNoneAreBothAReport() throws {
    let item = try #require(Loss.all(in: SampleResult.station()).first?.item)
    let many = try SampleResult.without { report in
      report.sections[0].items = (0..<1000).map { number in
        var copy = item
        copy.id = "item-\(number)"
        copy.title = Wording(String(repeating: "长", count: 500))
        return copy
      }
    }
    let table = EvaluationReport(many).document.tables.map(\.rows.count).max() ?? 0
    #expect(table >= 1000)
    #expect(RectificationNotice(many)?.document.tables.last?.rows.count ?? 0 >= 1000)
    let none = try SampleResult.without {
      $0.sections = []
      $0.extras = []
      $0.steps = []
      $0.files = []
      $0.missing = []
      $0.decision = nil
    }
    let text = EvaluationReport(none).document.text
    #expect(text.contains("细则没有指标。"))
    #expect(text.contains("没有确定的失分。"))
    #expect(RectificationNotice(none) == nil)
  }
}

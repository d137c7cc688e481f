import Bundles
import Diagnostics
import Foundation
import Handouts
import TestSupport
import Testing
import WorkbookWriting

@testable import Hengxing

/// A round whose forms went out, and a folder into which they come back.
final class CollectedRound {
  static let rubric = """
    rubric: visits
    edition: "1"
    language: zh
    title: 走访评估
    subject: station
    fictional: true
    facts:
      到位经费: {type: number, unit: 万元, must be: ">= 0"}
      建站日期: {type: date}
    tables:
      走访:
        日期: {type: date}
        社工: {type: string}
        时数: {type: number, unit: 小时, must be: "[0..24]"}
    documents:
      合同: {accept: [pdf]}
    panels:
      experts:
        columns:
          panel: {weight: 100%, statistic: mean, at least: 1}
        reasons: for lost points
    sections:
      - id: all
        title: 全部
        points: 100
        items:
          - {id: money, title: 经费, points: 20, says: 到位 10 万元, basis: {rule: illustrative, points: illustrative}, measures: input, score: {check: 到位经费 >= 10}}
          - {id: age, title: 建站, points: 10, says: 建站不晚于 2024 年, basis: {rule: illustrative, points: illustrative}, measures: input, score: {check: '建站日期 < date("2025-01-01")'}}
          - {id: hours, title: 走访时数, points: 20, says: 合计 6 小时, evidence: [合同], basis: {rule: illustrative, points: illustrative}, measures: process, score: {check: 'sum(走访.时数) >= 6 and every 行 in 走访 satisfies 行.日期 < date("2025-01-01") and 行.社工 != ""', if empty: fail}}
          - {id: plan, title: 计划, points: 20, says: 评委评 0 至 10 分, basis: {rule: illustrative, points: illustrative}, measures: process, panel: experts, score: {judge: {from: 0, to: 10}}}
          - id: quality
            title: 质量
            points: 30
            says: 选档给值
            basis: {rule: illustrative, points: illustrative}
            measures: outcome
            panel: experts
            score:
              degree:
                scale: 1
                bands:
                  - {id: high, title: 规范, at least: 0.8}
                  - {id: low, title: 混乱, at least: 0}
    total: {round: {to: 0.1, mode: half up}, when closed: open}
    grades:
      - {id: pass, title: 合格, at least: 60}
      - {id: fail, title: 不合格}

    """

  let scratch: Scratch
  let forms: RoundForms
  let stations: [String]
  let assessors: [String]

  init(stations count: Int, assessors: [String] = []) throws {
    scratch = try Scratch()
    self.assessors = assessors
    stations = (1...count).map { $0 < 10 ? "st-0\($0)" : "st-\($0)" }
    try scratch.write("rubric.yaml", Self.rubric)
    let subjects = stations.map {
      "  - {id: \($0), title: 站\($0), rubric: visits, bundle: bundles/\($0)}"
    }
    try scratch.write(
      "round.yaml",
      """
      round: r2024
      title: 本轮
      fictional: true
      period: {from: 2024-01-01, to: 2024-12-31}
      as of: 2025-01-15
      rubrics: [rubric.yaml]
      subjects:
      \(subjects.joined(separator: "\n"))

      """)
    var found = Diagnostics()
    let opened = RoundForms(scratch.folder.appending(path: "round.yaml").path, into: &found)
    forms = try #require(opened, "\(found.all.map(\.code))")
    #expect(!found.hasErrors, "\(found.all.map(\.code))")
    for file in forms.marks(by: assessors, role: "panel", stage: nil, into: &found) {
      try scratch.write(file.path, file.bytes)
    }
  }

  /// The form of a station, filled in without a fault.
  func filled(_ id: String) throws -> EditedForm {
    let folder = "evidence/\(id)"
    try scratch.write(
      "\(folder)/bundle.yaml",
      "subject: \(id)\nfacts: {到位经费: 12, 建站日期: 2022-05-01}\ndocuments: [{file: documents/\(id) 合同.pdf, kind: 合同}]\n"
    )
    try scratch.write("\(folder)/documents/\(id) 合同.pdf", "a contract of \(id)")
    try scratch.write(
      "\(folder)/tables/走访.csv", "日期,社工,时数\n2024-03-01,甲,2\n2024-04-02,乙,3\n2024-05-03,丙,2.5\n")
    var found = Diagnostics()
    let read = BundleReader.read(
      scratch.folder.appending(path: folder).path, shownAs: folder, into: &found)
    let bundle = try #require(read)
    let subject = try #require(forms.round.subjects.first { $0.id == id })
    return EditedForm(forms.form(for: subject, filledWith: bundle).workbook)
  }

  /// The marks of an assessor for every station, without a fault.
  func marked(_ assessor: String) -> EditedForm {
    let papers = forms.papers(for: "panel", at: nil)
    var form = EditedForm(
      MarksForm(papers, for: forms.face(assessor, "panel", nil), language: .zh).workbook)
    form["评委"][4, 2] = .text("2025-01-10")
    for row in 4..<4 + stations.count {
      for (column, cell) in [
        (5, EditedForm.Cell.number("10")), (7, .text("规范")), (8, .number("0.9")),
        (9, .text("见记录")),
      ] { form["评分"][row, column] = cell }
    }
    return form
  }

  func send(_ name: String, _ bytes: [UInt8]) throws { try scratch.write("back/\(name)", bytes) }

  /// A form with its document, under the names that they went out with.
  func send(_ id: String, _ form: EditedForm? = nil) throws {
    try send("\(id).xlsx", (form ?? filled(id)).zip)
    try send("\(id) 合同.pdf", Array("a contract of \(id)".utf8))
  }

  func collect(accept: Bool = false) throws -> RoundCollection {
    var found = Diagnostics()
    let opened = RoundCollection(
      round: scratch.folder.appending(path: "round.yaml").path,
      returned: scratch.folder.appending(path: "back").path, acceptsProposals: accept,
      into: &found)
    var collection = try #require(opened)
    collection.collect()
    return collection
  }

  /// By file, or by `round.yaml`: the codes of what is said, in order.
  func told(_ collection: RoundCollection) -> [String: [String]] {
    var told: [String: [String]] = [:]
    for diagnostic in collection.diagnostics.all {
      let path = diagnostic.place?.path ?? ""
      told[String(path.split(separator: "/").last ?? ""), default: []].append(diagnostic.code)
    }
    return told.mapValues { $0.sorted() }
  }

  /// Every file of the round, with its bytes.
  func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    let all = FileManager.default.enumerator(
      at: scratch.folder, includingPropertiesForKeys: [.isRegularFileKey])
    for case let url as URL in all ?? .init() {
      if let data = try? Data(contentsOf: url) { files[url.path] = data }
    }
    return files
  }
}

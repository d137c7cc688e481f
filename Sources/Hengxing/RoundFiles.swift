package import Diagnostics
import Platform
package import Reports

/// Writes reports into a folder that appears whole or not at all.
package enum RoundFiles {
  /// The desk of the round in the wanted language and in both, in every order, and for every subject a page in both, its
  /// text and its result.
  package static func write(
    _ result: RoundResult,
    to folder: String,
    language: Language,
    threads: Int = 1,
    papers: PaperSource? = nil,
    unfinished: Unfinished
  ) throws(OutputFolder.Failure) {
    let output = try OutputFolder(folder, unfinished: unfinished)
    do throws(OutputFolder.Failure) {
      let failures = Parallel.map(result.reports.count, threads: threads) { index in
        do throws(OutputFolder.Failure) {
          try write(result.reports[index], output)
          return nil as OutputFolder.Failure?
        } catch {
          return error
        }
      }
      if let failure = failures.lazy.compactMap(\.self).first { throw failure }
      try write(result.index, language, output)
      if let papers { try papers.write(result, output) }
      if let standings = RoundStandings(result.index, result.reports.map(\.report)) {
        try output.write(standings.text, to: RoundStandings.fileName)
      }
      try output.finish(engine: result.index.engine, about: result.index.round.id)
    } catch {
      output.abandon()
      throw error
    }
  }

  private static func write(
    _ index: RoundIndex, _ language: Language, _ output: OutputFolder
  ) throws(OutputFolder.Failure) {
    for each in Language.allCases {
      for order in HTMLDesk.Order.allCases {
        let page = HTMLDesk(index, in: each, by: order).page
        try output.write(page, to: "\(HTMLDesk.name(of: order)).\(each.rawValue).html")
        if each == language, order == .rank { try output.write(page, to: "index.html") }
      }
      if let page = RoundPages.agreement(index, in: each) {
        try output.write(page, to: "agreement.\(each.rawValue).html")
      }
      if let page = RoundPages.materials(index, in: each) {
        try output.write(page, to: "materials.\(each.rawValue).html")
      }
    }
  }

  /// What the edition for the public that stands in a folder has said; `nil` where there is none.
  package static func lastEdition(in folder: String) -> PublicRecord? {
    let path = Files.joined(folder, PublicRecord.fileName)
    guard Files.exists(path) else { return nil }
    var unused = Diagnostics()
    return Files.text(path, as: .evidence, into: &unused).flatMap { ReportJSON.record($0.source) }
  }

  /// The edition for the public alone: a list of results in both languages, and what it says as a record for the next.
  package static func write(
    public result: RoundResult, since last: PublicRecord?, to folder: String, language: Language,
    unfinished: Unfinished
  ) throws(OutputFolder.Failure) {
    let output = try OutputFolder(folder, unfinished: unfinished)
    do throws(OutputFolder.Failure) {
      for each in Language.allCases {
        let page = PublicEdition.page(result.index, in: each, since: last)
        try output.write(page, to: "index.\(each.rawValue).html")
        if each == language { try output.write(page, to: "index.html") }
      }
      try output.write(ReportJSON.print(PublicRecord(result.index)), to: PublicRecord.fileName)
      try output.finish(engine: result.index.engine, about: result.index.round.id)
    } catch {
      output.abandon()
      throw error
    }
  }

  /// The reports of one subject, each where a run would file it.
  package static func write(
    _ filed: [RoundResult.Filed], about subject: String, engine: String, to folder: String,
    unfinished: Unfinished
  ) throws(OutputFolder.Failure) {
    let output = try OutputFolder(folder, unfinished: unfinished)
    do throws(OutputFolder.Failure) {
      for filed in filed { try write(filed, output) }
      try output.finish(engine: engine, about: subject)
    } catch {
      output.abandon()
      throw error
    }
  }

  /// One report alone.
  package static func write(
    _ report: Report, to folder: String, unfinished: Unfinished
  ) throws(OutputFolder.Failure) {
    let output = try OutputFolder(folder, unfinished: unfinished)
    do throws(OutputFolder.Failure) {
      try write(report, in: "", output)
      try output.finish(engine: report.seal.engine, about: report.subject.id)
    } catch {
      output.abandon()
      throw error
    }
  }

  private static func write(
    _ filed: RoundResult.Filed, _ output: OutputFolder
  ) throws(OutputFolder.Failure) {
    try write(filed.report, in: filed.folder + "/", output)
    guard let feedback = filed.feedback else { return }
    let file = "\(filed.folder)/\(Feedback.fileName)"
    for language in Language.allCases {
      let name = "\(file).\(language.rawValue)"
      try output.write(HTMLFeedback.print(feedback, in: language), to: "\(name).html")
      try output.write(TextFeedback.print(feedback, in: language), to: "\(name).txt")
    }
    try output.write(ReportJSON.print(feedback), to: "\(file).json")
  }

  private static func write(
    _ report: Report, in folder: String, _ output: OutputFolder
  ) throws(OutputFolder.Failure) {
    for language in Language.allCases {
      let name = "\(folder)report.\(language.rawValue)"
      try output.write(HTMLPage.bytes(report, in: language), to: "\(name).html")
      try output.write(TextReport.print(report, in: language), to: "\(name).txt")
    }
    for language in Language.allCases {
      if let page = RoundPages.reminder(report, in: language) {
        try output.write(page, to: "\(folder)reminder.\(language.rawValue).html")
      }
    }
    try output.write(ReportJSON.print(report), to: "\(folder)result.json")
  }
}

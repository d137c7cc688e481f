package import Diagnostics
package import Reports

/// Writes reports into a folder that appears whole or not at all.
package enum RoundFiles {
  /// An index in the wanted language and in both, and for every subject a page in both, its text and its result.
  package static func write(
    _ result: RoundResult,
    to folder: String,
    language: Language,
    unfinished: Unfinished
  ) throws(OutputFolder.Failure) {
    let output = try OutputFolder(folder, unfinished: unfinished)
    do throws(OutputFolder.Failure) {
      for filed in result.reports { try write(filed, output) }
      for each in Language.allCases {
        let page = HTMLIndex.print(result.index, in: each)
        try output.write(page, to: "index.\(each.rawValue).html")
        if each == language { try output.write(page, to: "index.html") }
      }
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
      try output.write(HTMLPage.print(report, in: language), to: "\(name).html")
      try output.write(TextReport.print(report, in: language), to: "\(name).txt")
    }
    try output.write(ReportJSON.print(report), to: "\(folder)result.json")
  }
}

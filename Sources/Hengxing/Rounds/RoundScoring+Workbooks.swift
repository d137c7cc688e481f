import Diagnostics
import Rubrics
import Scoring
import WorkbookWriting
import WorkingPapers

extension RoundScoring {
  /// The working paper of an entry; `nil` where nothing was scored, or it cannot be made, which is reported.
  func workbook(
    of index: Int, in folder: String, engine: String, into diagnostics: inout Diagnostics
  ) -> HandedFile? {
    guard let evaluation = evaluations[index], let evidence = evidence(of: index) else {
      return nil
    }
    return HandedFile(
      workingPaper: evaluation, evidence, in: folder, engine: engine, into: &diagnostics)
  }
}

extension HandedFile {
  /// The working paper of one result.
  init?(
    workingPaper evaluation: Evaluation, _ evidence: Evidence, in folder: String, engine: String,
    into diagnostics: inout Diagnostics
  ) {
    let language = evaluation.rubric.language
    self.init(
      Files.joined(folder, WorkbookNames.subject.text(in: language)),
      SubjectWorkbook(evaluation, evidence, engine: engine, language: language).draft,
      into: &diagnostics)
  }
}

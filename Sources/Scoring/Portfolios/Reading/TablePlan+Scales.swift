import Diagnostics
import Rubrics
import Values

extension TablePlan {
  /// The declared columns in which percent signs stand beside numbers above 1, and no unit says what they mean.
  func mixedScales(_ takers: [TableTaker]) -> [Int] {
    columns.enumerated().filter { place, column in
      let read = takers.map { $0.columns[place] }
      return readers[column.declared].isScaleOpen
        && read.contains { $0.meanings.hasPercents }
        && read.contains { $0.hasPlains || $0.meanings.hasPlains }
        && !read.contains { $0.hasAmounts || $0.meanings.hasAmounts }
    }.map(\.element.declared)
  }
}

extension TablePass {
  /// Names a column in two scales; which cell is read first depends on the threads, so the first by its letters is shown.
  func report(
    _ column: Int, _ takers: [TableTaker], of plan: TablePlan, _ file: TableFile,
    into diagnostics: inout Diagnostics
  ) {
    guard let place = plan.places[column] else { return }
    let percents = takers.flatMap { taker in
      let meanings = taker.columns[place].meanings
      return meanings.meanings.indices.filter { meanings.meanings[$0].side == .percent }
        .map(meanings.codes.text)
    }
    diagnostics.report(
      .mixedScales(
        plan.readers[column].declaration, percent: percents.min() ?? "%", plain: nil, nil,
        at: .file(file.file.path)))
  }
}

/// The floors of folders inside the modules that have many.
extension House {
  struct Folders: Sendable {
    let module: String
    /// Lowest first.
    ///
    /// The folders of one floor do not know each other; `Forms/*` is every folder in `Forms`.
    let floors: [[String]]
  }

  static let folders = [
    Folders(
      module: "FEEL",
      floors: [
        ["Limits", "Syntax"],
        ["Operations", "Patterns", "Reading", "Shapes"],
        ["Calls"],
        ["Builtins"],
        ["Planning"],
        ["Columns", "DecisionTables"],
        ["Running"],
      ]),
    Folders(
      module: "Rubrics",
      floors: [
        ["Keys", "Proving"],
        ["Privacy", "Reading"],
        ["Terms"],
        ["Declared", "Syntax"],
        ["Constructs", "Diagnostics", "ScorePlans"],
        ["Forms"],
        ["Checked"],
        ["ResultPlans"],
        ["Rubric"],
        ["Declarations", "Linear", "Skeletons"],
        ["Checking", "Lints", "Proving/Excuses"],
        ["Forms/*"],
        ["Language"],
        ["Bases", "RubricTests"],
        ["Checks"],
      ]),
    Folders(
      module: "Scoring",
      floors: [
        ["Algebra", "Portfolios/Timing", "Records"],
        ["Cells", "Stages"],
        ["Portfolios/Files", "Sources"],
        ["Panels", "Portfolios/Columns"],
        ["Evidence"],
        ["Evaluations", "Portfolios/Questions", "Portfolios/Rows"],
        ["Cohorts", "Portfolios/Facts", "Portfolios/Passes"],
        ["Forms", "Portfolios/Kept", "Portfolios/Reading"],
        ["Scoring"],
        ["Portfolios/Programs", "RubricTests"],
        ["Edges"],
      ]),
  ]

  /// The floors of folders as a page shows them, highest first, a line a floor.
  static var drawingOfFolders: String {
    let blocks = folders.map { module in
      ([module.module]
        + module.floors.reversed().map { "  " + $0.joined(separator: "  ") })
        .joined(separator: "\n")
    }
    return "```\n" + blocks.joined(separator: "\n\n") + "\n```\n"
  }
}

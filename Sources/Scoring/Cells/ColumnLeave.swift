import Diagnostics

/// Whether a declared column may be missing, and who can say so where nobody has.
enum ColumnLeave {
  case given
  case ofBundle
  case ofBatch

  var isGiven: Bool { self == .given }

  /// How leave is given, behind what else helps.
  var wording: Wording {
    switch self {
    case .given: Wording("")
    case .ofBundle:
      Wording(
        en: "; if there is none, write `columns missing: allowed` in bundle.yaml",
        zh: "；确实没有这一列的，在 bundle.yaml 里写 `columns missing: allowed`")
    case .ofBatch:
      Wording(
        en: "; if there is none, give `--columns-missing allowed`",
        zh: "；确实没有这一列的，请加 `--columns-missing allowed`")
    }
  }
}

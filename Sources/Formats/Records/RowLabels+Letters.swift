/// Letters with which labels, notes and spellings of nothing begin, or of which each has one.
extension RowLabels {
  static let denialLetters = LetterSet(["无無没未暂"])
  static let totalLetters = LetterSet(["计計总總共均最汇数位差中"])
  static let nothingLetters = LetterSet(
    (Array(nothings) + spans + denials).map { $0.prefix(1) })
  static let noteLetters = LetterSet(
    (Array(keys) + Array(ends) + starts + signatures + ["第", "共", "合", "总", "page"]).map {
      $0.prefix(1)
    })
  static let countLetters = LetterSet(["r", "e", "条", "行"])
}

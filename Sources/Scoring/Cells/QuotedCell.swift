import Diagnostics
import Formats
import NormalForms
import Rubrics

/// What a message may show of a cell that does not fit.
///
/// A cell may hold what belongs to its neighbour: a row was shifted, a quote has swallowed a comma, somebody wrote a name
/// where a number should stand. So only what is written like a number or a date is ever shown.
enum QuotedCell {
  private static let longest = 20

  static func wording(_ text: String, of declaration: Declaration) -> Wording {
    guard !declaration.isPrivate, isNumberLike(text) else {
      return Wording(en: "a cell", zh: "单元格")
    }
    return Wording(en: "`\(text)`", zh: "`\(text)`")
  }

  private static func isNumberLike(_ text: String) -> Bool {
    guard text.count <= longest, PersonalNumber(in: text) == nil else { return false }
    return text.normalFormKC.unicodeScalars.allSatisfy {
      ("0"..."9").contains($0) || marks.contains($0)
    }
  }

  private static let marks = Set(" .,%+-/:~‰年月日时分秒元万亿人次个小天￥¥$约前后上下左右余多".unicodeScalars)
}

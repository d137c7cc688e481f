import Diagnostics
import Rubrics

extension ExcuseDoubt {
  /// Why nothing is proven here, and where that stands.
  var words: Wording {
    let why = reason.words
    return Wording(
      en: "`\(item)`: \(why.en) (\(place.description))",
      zh: "`\(item)`：\(why.zh)（\(place.description)）")
  }
}

extension ExcuseDoubt.Reason {
  fileprivate var words: Wording {
    switch self {
    case .judged:
      Wording(
        en: "assessors give the marks, and no rule ties them to these facts",
        zh: "由评委打分，没有规则规定须依据这些事实")
    case .answered:
      Wording(en: "the answers to a survey decide", zh: "取决于问卷作答")
    case .children:
      Wording(en: "the results of those below decide", zh: "取决于下级的结果")
    case .compared:
      Wording(en: "the results of others decide", zh: "取决于同组其他对象")
    case .imported:
      Wording(en: "somebody else's result decides", zh: "取决于外部评定结果")
    case .words(let text):
      Wording(en: "`\(text)` is not taken apart", zh: "`\(text)` 无法拆解")
    case .list:
      Wording(
        en: "the decision table gives no single constant", zh: "决策表给出的不是单个常数")
    case .tooLarge:
      Wording(en: "there are too many cases to try them all", zh: "情形太多，无法逐一核对")
    case .mayBeNull:
      Wording(en: "it may come out as null, which costs nothing for certain", zh: "结果可能为空，空值不一定扣分")
    case .rounded:
      Wording(en: "rounding may give a small loss back", zh: "舍入可能使小额扣分消失")
    case .unweighted(let stage):
      Wording(
        en: "the mark of stage `\(stage)` itself may carry no weight",
        zh: "阶段 `\(stage)` 自身的得分可能不占权重")
    case .repeated(let stage):
      Wording(
        en: "stage `\(stage)` is held again and again, and not every term need lose points",
        zh: "阶段 `\(stage)` 按期反复进行，不一定每期都扣分")
    }
  }
}

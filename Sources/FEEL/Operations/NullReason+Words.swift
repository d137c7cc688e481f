package import Diagnostics
package import Values

extension NullReason {
  /// Why a value is null, as a person would say it behind "because".
  package var words: Wording {
    let subject = subject.map { " `\($0)`" } ?? ""
    let words: Wording =
      switch kind {
      case .written: Wording(en: "an empty value", zh: "空值")
      case .unknownName: Wording(en: "an unknown name", zh: "未知的名称")
      case .notComparable: Wording(en: "values that cannot be compared", zh: "无法比较的值")
      case .wrongType: Wording(en: "a value of another type", zh: "类型不符")
      case .wrongArgument, .wrongArgumentCount:
        Wording(en: "an argument that does not fit", zh: "参数不符")
      case .divisionByZero: Wording(en: "a division by zero", zh: "除数为零")
      case .numberTooLarge: Wording(en: "a number too large", zh: "数值过大")
      case .domainError: Wording(en: "no such number", zh: "没有这样的数")
      case .noSuchEntry: Wording(en: "no such entry", zh: "没有这一项")
      case .noSuchIndex: Wording(en: "no such position", zh: "没有这个位置")
      case .emptyList: Wording(en: "an empty list", zh: "空列表")
      case .tooFew: Wording(en: "too few values", zh: "数值太少")
      case .notADate: Wording(en: "no date", zh: "不是日期")
      case .notATime: Wording(en: "no time", zh: "不是时间")
      case .notADuration: Wording(en: "no duration", zh: "不是时长")
      case .notANumber: Wording(en: "no number", zh: "不是数字")
      case .notAPattern: Wording(en: "no pattern", zh: "不是模式")
      case .noRuleMatched: Wording(en: "no rule holds", zh: "没有规则成立")
      case .nothingCollected: Wording(en: "no rule holds", zh: "没有规则成立")
      case .severalRulesMatched: Wording(en: "several rules hold", zh: "有多条规则成立")
      case .valueNotAllowed: Wording(en: "a value that is not listed", zh: "未列出的值")
      case .limitExceeded: Wording(en: "a limit was reached", zh: "超出限制")
      case .conditionNotBoolean: Wording(en: "a condition without truth value", zh: "条件没有真假")
      case .notAFunction: Wording(en: "no function", zh: "不是函数")
      case .conflictingEntries: Wording(en: "conflicting entries", zh: "相互冲突的项")
      }
    return Wording(en: words.en + subject, zh: words.zh + subject)
  }
}

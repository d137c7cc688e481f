package import Diagnostics
import Rubrics

/// What is said of things that a rubric looks at and a portfolio was not handed.
extension Diagnostic {
  /// Things of a kind that the rubric looks at, with those that are tables.
  static func notHandedOver(
    _ kind: Need.Kind, _ names: [String], tables: [String], _ path: String
  ) -> Diagnostic {
    let word = kind.words
    let en = names.map { "`\($0)`" }.joined(separator: ", ")
    let zh = names.map { "“\($0)”" }.joined()
    let remedy: Wording
    switch kind {
    case .facts:
      remedy = Wording(en: "give `--facts FILE`, or", zh: "请用 `--facts 文件` 给出，或用")
    case .tables, .surveys:
      let name = names.first ?? "NAME"
      remedy = Wording(
        en: "give `--table \(name)=FILE`, or", zh: "请用 `--table \(name)=文件` 给出，或用")
    case .parties where !tables.isEmpty:
      remedy = Wording(
        en: "give `--table \(tables[0])=FILE`, or columns of the facts, or",
        zh: "请用 `--table \(tables[0])=文件` 或事实文件中的列给出，或用")
    case .parties, .results:
      remedy =
        names.first.map {
          Wording(
            en: "add a column `\($0)` to the facts, or", zh: "请在事实文件中加一列 `\($0)`，或用")
        } ?? .noneInPortfolio
    case .documents, .marks, .findings, .history, .period: remedy = .noneInPortfolio
    }
    return Diagnostic(
      "not-handed-over", at: .file(path),
      Wording(
        en: "the rubric looks at \(word.en) that were not handed over"
          + (en.isEmpty ? "" : ": \(en)"),
        zh: "细则要用到\(word.zh)\(zh)，但没有提供"),
      help: Wording(
        en: "\(remedy.en) `--without \(kind.rawValue)` to leave open what rests on them",
        zh: "\(remedy.zh) `--without \(kind.rawValue)` 让与之有关的结果保持未定"))
  }

  /// A word of `--without` that is neither a kind nor a name.
  static func nothingToLeaveOut(
    _ word: String, among kinds: [String], _ names: [String], _ path: String
  ) -> Diagnostic {
    let near = namesNear(word, in: kinds + names).first
    return Diagnostic(
      "nothing-to-leave-out", at: .file(path),
      Wording(
        en: "`--without \(word)` names nothing that this rubric looks at",
        zh: "`--without \(word)` 不是这份细则用到的内容"),
      notes: [
        Wording(
          en: "kinds are: \(kinds.joined(separator: ", "))",
          zh: "种类有：\(kinds.joined(separator: "、"))")
      ]
        + (names.isEmpty
          ? []
          : [
            Wording(
              en: "names are: \(names.prefix(12).joined(separator: ", "))",
              zh: "名称有：\(names.prefix(12).joined(separator: "、"))")
          ]),
      help: near.map { Wording(en: "did you mean `\($0)`?", zh: "是不是 `\($0)`？") }
        ?? Wording(en: "leave the word out", zh: "请去掉这个词"))
  }
}

extension Need.Kind {
  package var words: Wording {
    switch self {
    case .facts: Wording(en: "facts", zh: "事实")
    case .tables: Wording(en: "tables", zh: "数据表")
    case .surveys: Wording(en: "surveys", zh: "问卷")
    case .documents: Wording(en: "documents", zh: "材料")
    case .marks: Wording(en: "assessors' marks", zh: "评委打分")
    case .findings: Wording(en: "findings", zh: "查实的问题")
    case .parties: Wording(en: "facts and tables of other parties", zh: "相关方提供的数据")
    case .results: Wording(en: "results of others", zh: "其他评估的结果")
    case .history: Wording(en: "earlier grades", zh: "历次等级")
    case .period: Wording(en: "the days of the round", zh: "本轮评估的日期")
    }
  }
}

extension Wording {
  fileprivate static let noneInPortfolio = Wording(
    en: "a portfolio has none: score with `hengxing run`, or",
    zh: "批量评估不含此类内容：请改用 `hengxing run`，或用")
}

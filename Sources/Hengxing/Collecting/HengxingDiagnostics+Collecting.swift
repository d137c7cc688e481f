import Diagnostics

/// What is said about files that came back, as files.
extension Diagnostic {
  static func bundleIsZip(_ subject: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "bundle-is-zip", at: place,
      Wording(
        en: "the bundle of `\(subject)` is a zip, into which nothing can be put",
        zh: "`\(subject)` 的证据包是 zip，无法放入收回的文件"),
      help: Wording(
        en: "write a folder under `bundle:`, such as `bundles/\(subject)`",
        zh: "请在 `bundle:` 后写文件夹，如 `bundles/\(subject)`"))
  }

  static func documentOfNobody(at place: Place) -> Diagnostic {
    Diagnostic(
      "document-of-nobody", .warning, at: place,
      Wording(
        en: "nothing says whose file this is; it was left where it is",
        zh: "看不出这份文件是哪个站点的，未收"),
      help: Wording(
        en: "put it into a folder with the id of its subject, or begin its name with that",
        zh: "请放进以站点编号命名的文件夹，或让文件名以站点编号开头"))
  }

  static func documentProposed(
    _ subject: String, _ kind: String, isTaken: Bool, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "document-proposed", isTaken ? .note : .warning, at: place,
      isTaken
        ? Wording(
          en: "taken for `\(kind)` of `\(subject)`, after its name",
          zh: "按文件名收作 `\(subject)` 的“\(kind)”")
        : Wording(
          en: "by its name this may be `\(kind)` of `\(subject)`; it was not taken",
          zh: "按文件名，这可能是 `\(subject)` 的“\(kind)”；未收"),
      help: isTaken
        ? nil
        : Wording(
          en: "write its name into the request list, or run it again with `--accept`",
          zh: "请在材料清单里写上这个文件名，或加 `--accept` 再运行一次"))
  }

  static func documentUnmatched(_ subject: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "document-unmatched", .warning, at: place,
      Wording(
        en: "the request list of `\(subject)` does not name this file; it was not taken",
        zh: "`\(subject)` 的材料清单里没有写这个文件，未收"),
      help: Wording(
        en: "write its name into the row of the request list that it answers",
        zh: "请在材料清单对应的一行写上这个文件名"))
  }

  static func formNotReturned(_ subject: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "form-not-returned", .warning, at: place,
      Wording(en: "nothing has come back from `\(subject)`", zh: "还没有收到 `\(subject)` 的表"),
      help: Wording(en: "remind it before the deadline", zh: "请在截止日前催交"))
  }

  static func formOfAnotherRound(_ other: String, _ round: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "form-of-another-round", at: place,
      Wording(
        en: "the form belongs to the round `\(other)`, and this is `\(round)`; it was not taken",
        zh: "这份表属于轮次 `\(other)`，本轮是 `\(round)`，未收"),
      help: Wording(
        en: "ask for the form of this round", zh: "请改填本轮发出的表"))
  }

  static func formOfStrangeAssessor(
    _ assessor: String, _ role: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "form-of-strange-assessor", at: place,
      Wording(
        en: "no form of this round was made for `\(assessor)` as `\(role)`; it was not taken",
        zh: "本轮没有给 `\(assessor)`（\(role)）发过评分表，未收"),
      help: Wording(
        en:
          "ask the assessor for the form that was handed out, or make one with `hengxing new marks`",
        zh: "请评委用发给本人的表填写，或用 `hengxing new marks` 补发"))
  }

  static func formOfStranger(
    _ subject: String, among subjects: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "form-of-stranger", at: place,
      Wording(
        en: "the form is about `\(subject)`, which is no subject of this round; it was not taken",
        zh: "这份表填的是 `\(subject)`，本轮没有这个评估对象，未收"),
      help: namesNear(subject, in: subjects).first.map {
        Wording(en: "did you mean `\($0)`?", zh: "是不是 `\($0)`？")
      }
        ?? Wording(
          en: "add the subject to the round, or ask for the right form",
          zh: "请把它加入本轮，或请对方改填正确的表"))
  }

  static func formOutdated(
    _ rubric: String, _ edition: String, _ now: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "form-outdated", at: place,
      Wording(
        en: "the form was made for another version of `\(rubric)`; it was not taken",
        zh: "这份表是按 `\(rubric)` 的另一个版本制作的，未收"),
      notes: [
        Wording(
          en: "it is of the edition \(edition), today's is \(now)",
          zh: "表的版次为 \(edition)，现行版次为 \(now)")
      ],
      help: Wording(
        en: "hand out the form again, and have its cells carried over",
        zh: "请重新发表，把已填内容抄到新表"))
  }

  static func lockFile(_ path: String) -> Diagnostic {
    Diagnostic(
      "lock-file", .warning, at: .file(path),
      Wording(
        en: "a workbook is still open somewhere: this file is only its lock",
        zh: "有工作簿还在别处打开着，这个文件只是占位"),
      help: Wording(
        en: "close the workbook, and take the folder anew", zh: "请关闭那个工作簿，再重新取一次文件夹"))
  }

  static func marksNotReturned(_ assessor: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "marks-not-returned", .warning, at: place,
      Wording(en: "no marks have come back from `\(assessor)`", zh: "还没有收到 `\(assessor)` 的评分表"),
      help: Wording(en: "remind the assessor", zh: "请提醒这位评委"))
  }

  static func noReturnedFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      "no-returned-folder", at: .file(path),
      Wording(en: "there is no folder of returned files here", zh: "这里没有收回文件的文件夹"),
      help: Wording(
        en: "name the folder into which everything that came back was put",
        zh: "请写出存放所有收回文件的文件夹"))
  }

  static func notAForm(at place: Place) -> Diagnostic {
    Diagnostic(
      "not-a-form", .warning, at: place,
      Wording(
        en: "the workbook is no form of ours, and no request list names it; it was not taken",
        zh: "这个工作簿不是发出的表，材料清单里也没有写它，未收"),
      help: Wording(
        en: "ask for the form itself: copies of its sheets alone cannot be told apart",
        zh: "请交回发出的表本身；只复制了工作表的文件无法辨认"))
  }

  static func placeTaken(_ target: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "place-taken", at: place,
      Wording(
        en: "another file stands in its place already; neither was changed",
        zh: "它的位置上已有另一份文件，两份都没有改动"),
      notes: [Wording(en: "it is `\(target)`", zh: "已有的是 `\(target)`")],
      help: Wording(
        en: "look which of the two counts; to take this one, move the other away and run it again",
        zh: "请核对哪一份算数；要收这一份，先移走另一份再运行"))
  }

  static func returnedAgain(_ first: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "returned-again", .warning, at: place,
      Wording(
        en: "this says the same as another file; one of the two was taken",
        zh: "与另一份文件内容相同，只收一份"),
      notes: [Wording(en: "the other is `\(first)`", zh: "另一份是 `\(first)`")],
      help: Wording(en: "remove one of the two", zh: "请删去其中一份"))
  }

  static func returnedTwice(_ whose: String, _ first: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "returned-twice", at: place,
      Wording(
        en: "two files of `\(whose)` say different things; neither was taken",
        zh: "`\(whose)` 交了两份，内容不同，都没有收"),
      label: Wording(en: "first difference", zh: "第一处不同"),
      notes: [Wording(en: "the other is `\(first)`", zh: "另一份是 `\(first)`")],
      help: Wording(
        en: "ask which one counts, and take the other out of the folder",
        zh: "请问清以哪一份为准，把另一份移出文件夹"))
  }

  static func returnedUnderAnother(
    _ own: String, _ other: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "returned-under-another", at: place,
      Wording(
        en: "the file is named after `\(other)`, and holds the form of `\(own)`; it was not taken",
        zh: "文件名是 `\(other)` 的，里面却是 `\(own)` 的表，未收"),
      help: Wording(
        en: "ask whose it is; two files may have been swapped",
        zh: "请问清是谁的；可能两份文件弄反了"))
  }
}

package import Diagnostics

/// What is said about files that are written, and about ids that name them.
extension Diagnostic {
  package static func filesInTheWay(_ files: [String], in folder: String) -> Diagnostic {
    let shown = files.prefix(4).map { "`\($0)`" }.joined(separator: ", ")
    let more = files.count > 4 ? ", …" : ""
    return Diagnostic(
      "files-in-the-way", at: .file(folder),
      Wording(
        en:
          "a report would take the place of files that are not as Hengxing left them: \(shown)\(more)",
        zh: "新的报告会覆盖不是衡星写的、或写后被改动的文件：\(shown)\(more)"),
      help: Wording(
        en: "move or rename them, or choose another folder; nothing was changed",
        zh: "请把它们移走或改名，或换一个文件夹；没有改动任何文件"))
  }

  static func leftOut(_ path: String, _ reason: Wording) -> Diagnostic {
    Diagnostic(
      "left-out", .warning, at: .file(path),
      Wording(
        en: "this was not looked at: \(reason.en)", zh: "未查看：\(reason.zh)"),
      help: Wording(
        en: "put the file itself here, or name it on the command line",
        zh: "请在此放入文件本身，或在命令行写出它的路径"))
  }

  static func notHandedInYet(_ subject: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "not-handed-in-yet", .note,
      at: place,
      Wording(
        en: "nothing of `\(subject)` has been handed in yet", zh: "`\(subject)` 还没有提交材料"),
      label: Wording(en: "not there", zh: "还没有"),
      help: Wording(
        en: "put its bundle there before the deadline", zh: "请在截止日前把证据包放到这里")
    )
  }

  static func notStandings(_ path: String, of round: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "not-standings", at: place,
      Wording(
        en: "`\(path)` holds no standings of the round `\(round)`",
        zh: "`\(path)` 里没有 `\(round)` 这一轮的名次"),
      help: Wording(
        en: "keep the file `standings.json` of a run in which no result is open, and name it here",
        zh: "请保存全部结果已定时运行所写的 `standings.json`，在此写出它的路径"))
  }

  static func rubricTwice(_ name: String, _ subject: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "rubric-twice", at: place,
      Wording(
        en: "subject `\(subject)` names the rubric `\(name)` twice; it is scored once",
        zh: "对象 `\(subject)` 两次写了细则 `\(name)`，只计一次"),
      label: Wording(en: "second time", zh: "第二次"),
      help: Wording(en: "remove one of the two", zh: "请删去其中一个"))
  }

  static func subjectIdReserved(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "subject-id-reserved", at: place,
      Wording(
        en: "a file of every report folder is called `\(id)`; the subject is left out",
        zh: "每个报告文件夹里都有名为 `\(id)` 的文件，这个对象不予评估"),
      label: Wording(en: "reserved", zh: "保留名称"),
      help: Wording(en: "give the subject another id", zh: "请给这个对象换一个标识"))
  }
}

package import Diagnostics
import Formats

extension Diagnostic {
  static func bundleOfAnother(_ id: String, _ wanted: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "bundle-of-another",
      at: place,
      Wording(
        en: "this bundle is about `\(id)`, not `\(wanted)`", zh: "这个证据包说的是 `\(id)`，不是 `\(wanted)`"),
      label: Wording(en: "somebody else's", zh: "别人的"),
      help: Wording(
        en: "name the right bundle, or correct `subject:` in its bundle.yaml",
        zh: "请换成正确的证据包，或更正其 bundle.yaml 里的 `subject:`"
      )
    )
  }

  package static func cannotWrite(_ path: String, _ reason: String) -> Diagnostic {
    let reason = SystemWords.wording(reason)
    return Diagnostic(
      "cannot-write",
      at: .file(path),
      Wording(en: "this cannot be written: \(reason.en)", zh: "写不进去：\(reason.zh)"),
      help: Wording(
        en: "check the path, the free space and whether you may write there; nothing was changed",
        zh: "请检查路径、剩余空间和写入权限；没有改动任何文件"
      )
    )
  }

  static func contractTwice(at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      "contract-twice", .warning,
      at: place,
      Wording(en: "two contracts say the same in every word", zh: "两份合同写得完全一样"),
      label: Wording(en: "second time", zh: "第二份"),
      notes: [Wording(en: "both count", zh: "两份都计入")],
      help: Wording(
        en: "remove one, or tell them apart by a line such as `number: …`",
        zh: "请删去一份，或加一行（如 `编号: …`）以示区别")
    ).pointing(at: .other(first))
  }

  static func contractUnreadable(_ name: String, at place: Place) -> Diagnostic {
    let isDate = name != "amount"
    return Diagnostic(
      "contract-unreadable",
      at: place,
      Wording(
        en:
          "`\(name)` of the contract is no \(isDate ? "date" : "number"), so policies do not see it",
        zh: "合同的 `\(name)` 不是\(isDate ? "日期" : "数字")，政策无法使用它"
      ),
      label: Wording(en: "cannot be read", zh: "读不出来"),
      help: isDate
        ? Wording(en: "write it as `2025-03-31`", zh: "请写作 `2025-03-31`")
        : Wording(en: "write digits only, as in `600000`", zh: "请只写数字，如 `600000`")
    )
  }

  static func fileExists(_ path: String) -> Diagnostic {
    Diagnostic(
      "file-exists",
      at: .file(path),
      Wording(en: "this file exists already, so nothing was written", zh: "这个文件已经存在，没有写入任何文件"),
      help: Wording(
        en: "give another folder with `--out`, or move the file away",
        zh: "请用 `--out` 换一个文件夹，或先移走这个文件"
      )
    )
  }

  static func findingsNotAList(at place: Place) -> Diagnostic {
    Diagnostic(
      "findings-not-a-list",
      at: place,
      Wording(en: "a file of findings is a list", zh: "问题认定文件应是一个列表"),
      help: Wording(
        en: "begin each finding with `- id: …`",
        zh: "请让每项以 `- id: …` 开头"
      )
    )
  }

  static func notARubric(_ path: String) -> Diagnostic {
    Diagnostic(
      "not-a-rubric",
      at: .file(path),
      Wording(en: "this file is not a rubric", zh: "这个文件不是评分细则"),
      help: Wording(
        en: "a rubric begins with `rubric: <id>`; `hengxing new rubric` writes one to start from",
        zh: "评分细则以 `rubric: 标识` 开头；`hengxing new rubric` 会写出一份骨架"
      )
    )
  }

  static func notInRound(_ id: String, _ path: String) -> Diagnostic {
    Diagnostic(
      "not-in-round",
      .warning,
      at: .file(path),
      Wording(
        en: "the round has no subject `\(id)`, so its references and parties do not count",
        zh: "本轮没有对象 `\(id)`，本轮的参考数据和相关方未计入"
      ),
      help: Wording(
        en: "give the subject the id that its bundle.yaml says",
        zh: "请让 `subjects:` 里的标识与 bundle.yaml 的 `subject` 一致"
      )
    )
  }

  package static func notOurFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      "not-our-folder",
      at: .file(path),
      Wording(
        en: "this folder was not written by Hengxing, so it is not replaced",
        zh: "这个文件夹不是衡星写的，不会覆盖它"
      ),
      help: Wording(
        en: "choose a folder that does not exist yet, or an earlier report folder",
        zh: "请换一个还不存在的文件夹，或以前的报告文件夹"
      )
    )
  }

  static func noTests(_ path: String) -> Diagnostic {
    Diagnostic(
      "no-tests",
      .warning,
      at: .file(path),
      Wording(en: "there are no tests here", zh: "这里没有测试文件"),
      help: Wording(
        en: "tests stand in files called `<rubric>.tests.yaml`",
        zh: "测试写在名为 `细则名.tests.yaml` 的文件里"
      )
    )
  }

  static func nothingToCheck(_ path: String) -> Diagnostic {
    Diagnostic(
      "nothing-to-check",
      at: .file(path),
      Wording(
        en: "this is no rubric, policy, round, test file or bundle",
        zh: "这不是评分细则、政策、一轮评估、测试文件或证据包"
      ),
      help: Wording(
        en: "a file says what it is by its first key: `rubric:`, `policy:`, `round:`, `tests:`",
        zh: "文件用第一个键说明自己是什么：`rubric:`、`policy:`、`round:`、`tests:`"
      )
    )
  }

  /// Standard output, and why it took nothing more.
  package static func outputLost(_ reason: String) -> Diagnostic {
    let reason = SystemWords.wording(reason)
    return Diagnostic(
      "output-lost", at: nil,
      Wording(
        en: "standard output cannot be written: \(reason.en)", zh: "标准输出写不进去：\(reason.zh)"),
      help: Wording(
        en: "make room, or send the output elsewhere, and run again",
        zh: "请腾出空间，或把输出改到别处，再重新运行"))
  }

  static func pastScorePercent(_ text: String, at place: Place) -> Diagnostic {
    let number = text.dropLast()
    return Diagnostic(
      "past-score-percent",
      .warning,
      at: place,
      Wording(
        en: "an earlier score is written as `\(text)`, which is \(number) or a hundredth of it",
        zh: "历史得分写作 `\(text)`，可能指 \(number)，也可能指它的百分之一"
      ),
      help: Wording(
        en: "write the score without the sign; until then it is unknown",
        zh: "请写不带百分号的得分；更正之前按未知处理"
      )
    )
  }

  static func pathNotFound(_ path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "path-not-found",
      at: place,
      Wording(en: "there is no file or folder `\(path)`", zh: "没有名为 `\(path)` 的文件或文件夹"),
      label: Wording(en: "not found", zh: "找不到"),
      help: Wording(
        en: "paths are seen from the folder of this file",
        zh: "路径从本文件所在的文件夹算起"
      )
    )
  }

  static func periodBackwards(at place: Place) -> Diagnostic {
    Diagnostic(
      "period-backwards",
      at: place,
      Wording(en: "the period ends before it begins", zh: "评估期的末日早于首日"),
      help: Wording(en: "swap `from` and `to`", zh: "请对调 `from` 与 `to`")
    )
  }

  static func rubricNotFound(_ name: String, at place: Place, among ids: [String]) -> Diagnostic {
    let offered = ids.prefix(4).map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "rubric-not-found",
      at: place,
      Wording(en: "there is no rubric `\(name)`", zh: "找不到评分细则 `\(name)`"),
      label: Wording(en: "not found", zh: "找不到"),
      notes: ids.isEmpty ? [] : [Wording(en: "there are \(offered)", zh: "现有：\(offered)")],
      help: Wording(
        en: "add the rubric's file or folder to `rubrics:` of the round",
        zh: "请把细则文件或其文件夹写进本轮的 `rubrics:`"
      )
    )
  }

  static func rubricRejected(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "rubric-rejected",
      at: place,
      Wording(
        en: "rubric `\(id)` has errors, so nothing is scored by it",
        zh: "评分细则 `\(id)` 有错误，不用它计分"
      ),
      help: Wording(en: "mend the rubric first; its errors stand above", zh: "请先改正细则，错误列在上面")
    )
  }

  static func severalEditions(
    _ name: String, at place: Place, editions: [String]
  ) -> Diagnostic {
    let listed = editions.map { "`\(name)@\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "several-editions",
      at: place,
      Wording(en: "rubric `\(name)` has several editions here", zh: "评分细则 `\(name)` 在这里有多个版次"),
      label: Wording(en: "which edition?", zh: "哪个版次？"),
      help: Wording(en: "write one of \(listed)", zh: "请写明：\(listed)")
    )
  }

  static func severalPolicies(_ rubric: String, _ ids: [String], _ path: String) -> Diagnostic {
    let listed = ids.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "several-policies",
      at: .file(path),
      Wording(
        en: "several policies speak about rubric `\(rubric)`, so none of them recommends",
        zh: "有几份政策都适用于评分细则 `\(rubric)`，因此不给出建议"
      ),
      notes: [Wording(en: "they are \(listed)", zh: "分别是：\(listed)")],
      help: Wording(
        en: "leave one of them in `policies:` of the round",
        zh: "请在本轮的 `policies:` 里只保留一份"
      )
    )
  }

  static func subjectTwice(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "subject-twice",
      at: place,
      Wording(en: "subject `\(id)` stands twice in the round", zh: "对象 `\(id)` 在本轮出现两次"),
      label: Wording(en: "second time", zh: "第二次"),
      help: Wording(en: "give one of them another id", zh: "请给其中一个换一个标识")
    )
  }

  static func unknownParty(_ id: String, at place: Place, among ids: [String]) -> Diagnostic {
    let offered = ids.prefix(4).map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "unknown-party",
      .warning,
      at: place,
      Wording(en: "no subject of the round is called `\(id)`", zh: "本轮没有名为 `\(id)` 的对象"),
      label: Wording(en: "not a subject", zh: "不是本轮对象"),
      notes: [
        Wording(
          en: "what this party would tell stays unknown",
          zh: "应由该方提供的内容将是未知"
        ),
        Wording(en: "the round has \(offered)", zh: "本轮有：\(offered)"),
      ],
      help: Wording(
        en: "add it to `subjects:`, or correct the id",
        zh: "请把它加进 `subjects:`，或更正标识"
      )
    )
  }

  static func unreadableFile(_ path: String, _ reason: Wording) -> Diagnostic {
    Diagnostic(
      "unreadable-file",
      at: .file(path),
      Wording(en: "this file cannot be read: \(reason.en)", zh: "读不了这个文件：\(reason.zh)"),
      help: Wording(
        en: "check the path and whether you may read it",
        zh: "请检查路径，以及是否有读取权限"
      ),
      meaning: .unreadable
    )
  }
}

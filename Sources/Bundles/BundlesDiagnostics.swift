import Archives
import Diagnostics
import Formats

/// What the reader of bundles says; never what a cell or a fact holds.
extension Diagnostic {
  static func bundleFactTwice(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "bundle-fact-twice", at: place,
      Wording(en: "the fact `\(name)` stands twice", zh: "输入 `\(name)` 出现了两次"),
      label: Wording(en: "second time", zh: "第二次"),
      help: Wording(
        en: "remove one of the two; full-width and half-width letters are the same here",
        zh: "请删去其中一个；全角和半角在此视为相同"))
  }

  static func bundleForm(_ form: BundleForm, at place: Place) -> Diagnostic {
    Diagnostic(
      "bundle-form", at: place,
      Wording(en: "\(form.wording.en) was expected here", zh: "这里应为\(form.wording.zh)"),
      label: Wording(en: "something else", zh: "与此不符"),
      help: Wording(
        en: "write it like \(form.example)",
        zh: "请写成 \(form.example) 这样"))
  }

  static func bundleMismatch(_ mismatch: CellMismatch, key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "bundle-value", at: place,
      Wording(
        en: "the value of `\(key)` does not fit: \(mismatch.wording.en)",
        zh: "`\(key)` 的值不符：\(mismatch.wording.zh)"),
      label: Wording(en: "does not fit", zh: "不符"),
      help: mismatch.help)
  }

  static func bundleMissingKey(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "bundle-missing-key", at: place,
      Wording(en: "the key `\(key)` is missing", zh: "缺少键 `\(key)`"),
      label: Wording(en: "belongs in here", zh: "应写在这里"),
      help: Wording(
        en: "add a line `\(key): …`",
        zh: "请补上一行 `\(key): …`"))
  }

  static func bundlePeriodBackwards(at place: Place) -> Diagnostic {
    Diagnostic(
      "bundle-period-backwards", at: place,
      Wording(en: "a period ends before it begins", zh: "时期的止日早于起日"),
      label: Wording(en: "from after to", zh: "起日在止日之后"),
      help: Wording(
        en: "exchange `from` and `to`",
        zh: "请对调 `from` 和 `to`"))
  }

  static func bundleUnknownKey(_ key: String, among keys: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      "bundle-unknown-key", at: place,
      Wording(en: "no key is named `\(key)` here", zh: "这里没有名为 `\(key)` 的键"),
      label: Wording(en: "not known", zh: "无法识别"),
      help: Wording(
        en: "the keys are \(list(keys))",
        zh: "可用的键有 \(list(keys))"))
  }

  static func columnsMissingForm(at place: Place) -> Diagnostic {
    Diagnostic(
      "columns-missing-form", at: place,
      Wording(
        en: "`columns missing` is neither `allowed` nor a list of files",
        zh: "`columns missing` 既不是 `allowed`，也不是文件清单"),
      label: Wording(en: "not understood", zh: "无法理解"),
      help: Wording(
        en:
          "write `columns missing: allowed`, or the tables that lack columns: `columns missing: [visits.csv]`",
        zh: "请写 `columns missing: allowed`，或列出缺列的表：`columns missing: [走访.csv]`"))
  }

  static func columnsMissingOfNothing(_ file: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "columns-missing-of-nothing", .warning, at: place,
      Wording(en: "no table file is named `\(file)`", zh: "没有名为 `\(file)` 的表格文件"),
      label: Wording(en: "not found", zh: "找不到"))
  }

  static func documentChanged(_ file: String, _ digest: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "document-changed", at: place,
      Wording(
        en: "the document `\(file)` is not the one that was listed; it does not count",
        zh: "材料 `\(file)` 与清单登记的不一致，不计入"),
      label: Wording(en: "another digest", zh: "摘要不同"),
      notes: [Wording(en: "its SHA-256 is \(digest)", zh: "它的 SHA-256 是 \(digest)")],
      help: Wording(
        en: "hand in the listed file, or list this one anew",
        zh: "请提交清单所列的文件，或重新登记"))
  }

  static func documentEmpty(_ file: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "document-empty", at: place,
      Wording(
        en: "the document `\(file)` is an empty file; it does not count",
        zh: "材料 `\(file)` 是空文件，不计入"),
      label: Wording(en: "zero bytes", zh: "零字节"),
      help: Wording(
        en: "hand in the document itself",
        zh: "请提交材料本身"))
  }

  static func documentMissing(_ file: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "document-missing", at: place,
      Wording(en: "the document `\(file)` is listed and not there", zh: "清单列有材料 `\(file)`，但没有这个文件"),
      label: Wording(en: "no such file", zh: "没有此文件"),
      help: Wording(
        en: "add the file, or remove it from the list",
        zh: "请补上文件，或从清单中删去"))
  }

  static func documentNotListed(_ path: String) -> Diagnostic {
    Diagnostic(
      "document-not-listed", .warning, at: .file(path),
      Wording(
        en: "a document is not listed in `bundle.yaml`; it does not count",
        zh: "有材料未列入 `bundle.yaml`，不计入"),
      help: Wording(
        en: "add it below `documents:` with its kind",
        zh: "请在 `documents:` 下登记并注明种类"))
  }

  static func documentOutside(at place: Place) -> Diagnostic {
    Diagnostic(
      "document-outside", at: place,
      Wording(en: "a document stands outside `documents/`", zh: "材料不在 `documents/` 之内"),
      label: Wording(en: "another folder", zh: "别的文件夹"),
      help: Wording(
        en: "put the file into the folder `documents`",
        zh: "请把文件放入 `documents` 文件夹"))
  }

  static func documentTwice(_ file: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "document-twice", .warning, at: place,
      Wording(
        en: "the document `\(file)` is listed twice for one kind", zh: "材料 `\(file)` 以同一种类登记了两次"),
      label: Wording(en: "second time", zh: "第二次"),
      help: Wording(
        en: "remove one of the two lines",
        zh: "请删去其中一行"))
  }

  static func encodingOfNothing(_ file: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "encoding-of-nothing", .warning, at: place,
      Wording(en: "no table file is named `\(file)`", zh: "没有名为 `\(file)` 的表格文件"),
      label: Wording(en: "not found", zh: "找不到"),
      help: Wording(
        en: "write the name of a file in `tables/` or `surveys/`, with its ending",
        zh: "请写 `tables/` 或 `surveys/` 里文件的全名，连同扩展名"))
  }

  static func fileNotRead(_ path: String) -> Diagnostic {
    Diagnostic(
      "file-not-read", .warning, at: .file(path),
      Wording(en: "nothing reads this file", zh: "这个文件没有被读取"),
      help: Wording(
        en:
          "tables belong into `tables/` as CSV, proof into `documents/`, judgements into `judgements/`",
        zh: "表格以 CSV 格式放入 `tables/`，材料放入 `documents/`，评判放入 `judgements/`"))
  }

  static func findingStatus(at place: Place) -> Diagnostic {
    Diagnostic(
      "finding-status", at: place,
      Wording(
        en: "a finding has no known status; it is taken as alleged", zh: "问题认定的状态无法识别，按“有待核实”处理"),
      label: Wording(en: "not a status", zh: "不是状态"),
      help: Wording(
        en: "write `alleged`, `confirmed` or `dismissed`",
        zh: "请写 `alleged`、`confirmed` 或 `dismissed`"))
  }

  static func findingTwice(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "finding-twice", at: place,
      Wording(en: "two findings have the id `\(id)`", zh: "两项问题认定的标识都是 `\(id)`"),
      label: Wording(en: "second time", zh: "第二次"),
      help: Wording(
        en: "give each finding an id of its own",
        zh: "请给每项认定各自的标识"))
  }

  static func formerMode(beside isSaid: Bool, at place: Place) -> Diagnostic {
    let edit: Edit? = isSaid ? nil : .replacing("mode", by: "operation", at: place)
    return Diagnostic(
      "former-mode", .warning, at: place,
      isSaid
        ? Wording(
          en: "`mode` is not read, because `operation` stands beside it",
          zh: "旁边已有 `operation`，`mode` 不再读取")
        : Wording(
          en: "`mode` is read as `operation`, which is its name now",
          zh: "`mode` 现改称 `operation`，按后者读取"),
      label: Wording(en: "former name", zh: "旧名"),
      help: Wording(
        en: isSaid ? "remove the line `mode: …`" : "write `operation:` instead of `mode:`",
        zh: isSaid ? "请删去 `mode: …` 这一行" : "请把 `mode:` 改成 `operation:`")
    ).remedied(by: edit)
  }

  static func noBundleFile(_ path: String) -> Diagnostic {
    Diagnostic(
      "no-bundle-file", at: .file(path),
      Wording(en: "the bundle has no `bundle.yaml`", zh: "证据包里没有 `bundle.yaml`"),
      help: Wording(
        en: "write who it is about: `subject: <id>`",
        zh: "请写明对象：`subject: <标识>`"))
  }

  static func refusedFile(_ reason: FileTree.Refusal.Reason, _ path: String) -> Diagnostic {
    let why = reason.wording
    return Diagnostic(
      "refused-file", at: .file(path),
      Wording(en: "a file is not read: \(why.en)", zh: "文件未读取：\(why.zh)"),
      help: Wording(
        en: "\(reason.remedy.en)",
        zh: "\(reason.remedy.zh)"))
  }

  static func tableTwice(_ name: String, at path: String, first: String) -> Diagnostic {
    Diagnostic(
      "table-twice", at: .file(path),
      Wording(
        en: "two files hold the table `\(name)`; neither counts",
        zh: "有两个文件都是表格 `\(name)`，均不计入"),
      notes: [Wording(en: "first in \(first)", zh: "第一个是 \(first)")],
      help: Wording(
        en: "keep one of the two",
        zh: "请只保留其中一个"))
  }

  static func unknownEncoding(at place: Place) -> Diagnostic {
    Diagnostic(
      "unknown-encoding", at: place,
      Wording(en: "this is no encoding that tables may have", zh: "表格不支持这种编码"),
      label: Wording(en: "not known", zh: "无法识别"),
      help: Wording(
        en: "write `utf-8` or `gb18030`",
        zh: "请写 `utf-8` 或 `gb18030`"))
  }

  static func unreadableBundle(_ error: FileTreeError, _ path: String) -> Diagnostic {
    let why = error.wording
    return Diagnostic(
      "unreadable-bundle", at: .file(path),
      Wording(
        en: "the bundle cannot be read: \(why.en)", zh: "证据包无法读取：\(why.zh)"),
      help: Wording(
        en: "\(error.remedy.en)",
        zh: "\(error.remedy.zh)"))
  }

  static func unreadableFile(_ error: FileTreeError, inBundle path: String) -> Diagnostic {
    let why = error.wording
    return Diagnostic(
      "unreadable-evidence", at: .file(path),
      Wording(en: "a file cannot be read: \(why.en)", zh: "文件无法读取：\(why.zh)"),
      help: Wording(
        en: "\(error.remedy.en)",
        zh: "\(error.remedy.zh)"))
  }

  private static func list(_ keys: [String]) -> String {
    keys.map { "`\($0)`" }.joined(separator: ", ")
  }
}

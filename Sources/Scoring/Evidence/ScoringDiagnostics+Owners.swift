import Diagnostics

/// What is said about rows that do not say whose they are.
extension Diagnostic {
  static func booksDiffer(
    _ table: String, _ keeper: String, _ difference: BookDifference, at place: Place, other: Place
  ) -> Diagnostic {
    let (own, rest) = (difference.own, difference.other)
    func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }
    return Diagnostic(
      "books-differ", .warning, at: place,
      Wording(
        en:
          "`\(table)` is kept by `\(keeper)` too, and differs: \(rows(own)) stand here alone, \(rows(rest)) there alone",
        zh: "`\(table)` 在 `\(keeper)` 一方也有台账，两边不一致：只在这边的 \(own) 行，只在那边的 \(rest) 行"),
      notes: difference.first.isEmpty
        ? []
        : [
          Wording(en: "the first: \(difference.first)", zh: "第一处：\(difference.first)")
        ],
      help: Wording(
        en: "find out which of the two is right; until then what is scored is the subject's own",
        zh: "请查清哪一份属实；在此之前按本对象自己的台账计分")
    ).pointing(at: .other(other))
  }

  static func keyIsTitle(
    _ written: String, _ subject: String, _ count: Int, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "key-is-title", at: place,
      Wording(
        en: "`\(written)` is the title of `\(subject)`, whose id should stand here",
        zh: "`\(written)` 是 `\(subject)` 的名称，这里应当写它的标识"),
      notes: [
        Wording(
          en: count == 1 ? "1 row has this key" : "\(count) rows have this key",
          zh: "有 \(count) 行写的是这个名称")
      ],
      help: Wording(
        en: "write `\(subject)`; until then what the table tells of it is not certain",
        zh: "请改写为 `\(subject)`；在此之前，这张表对它不作定论"))
  }

  static func rowsOfNoSubject(_ key: String, _ count: Int, at place: Place) -> Diagnostic {
    let rows = count == 1 ? "1 row is" : "\(count) rows are"
    return Diagnostic(
      "rows-of-no-subject", .warning, at: place,
      Wording(
        en: "\(rows) about `\(key)`, whom the round does not have",
        zh: "有 \(count) 行写的是 `\(key)`，本轮没有这个对象"),
      help: Wording(
        en: "these rows count nowhere; write the id of a subject of the round if one is meant",
        zh: "这些行不计入任何对象；如果指的是本轮的对象，请写它的标识"))
  }

  static func keysAlike(
    _ written: String, _ subject: String, _ count: Int, at place: Place, other: String?
  ) -> Diagnostic {
    Diagnostic(
      "keys-alike", .warning, at: place,
      Wording(
        en:
          "`\(written)` is `\(subject)` but for spaces, width or case: nobody knows whose its rows are",
        zh: "`\(written)` 与 `\(subject)` 只差空格、全半角或大小写，不能确定这些行属于谁"),
      notes: [
        Wording(
          en: count == 1 ? "1 row has this key" : "\(count) rows have this key",
          zh: "有 \(count) 行写的是这个编号")
      ]
        + (other.map { [Wording(en: "`\(subject)` stands at \($0)", zh: "`\(subject)` 见 \($0)")] }
          ?? []),
      help: Wording(
        en:
          "write the key as the subject is called, or declare `same: [width, case, space]` under `subject`; until then what the table tells of `\(subject)` is not certain",
        zh:
          "请按对象的写法改正编号，或在细则的 `subject` 下写 `same: [width, case, space]`；在此之前，这张表对 `\(subject)` 不作定论")
    )
  }

  /// `what` is a table of the rubric, or a file.
  static func ownersUnknown(
    _ what: String, _ rows: UnownedRows? = nil, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "owners-unknown", rows == nil ? .error : .warning, at: place,
      Wording(
        en:
          "rows of `\(what)` do not say whose they are, so no result that looks at them is certain",
        zh: "`\(what)` 有几行没有写明属于哪个对象，凡用到这些行的结果都不能确定"),
      notes: rows.map { [$0.wording] } ?? [],
      help: Wording(
        en:
          "fill in whose each row is; where a blank or 同上 means the row above, declare `fill down: true` for `\(what)`",
        zh: "请补上每行的对象；空格或“同上”即指上一行的，请在 `\(what)` 的声明里写 `fill down: true`"))
  }

  static func ownersUnknown(_ path: String) -> Diagnostic {
    ownersUnknown(path, at: .file(path))
  }
}

extension UnownedRows {
  fileprivate var wording: Wording {
    let lines = first.map(String.init)
    let more = count > lines.count
    return Wording(
      en:
        "\(count == 1 ? "1 row" : "\(count) rows"): line \(lines.joined(separator: ", "))\(more ? " …" : "")",
      zh: "共 \(count) 行：第 \(lines.joined(separator: "、")) 行\(more ? "等" : "")")
  }
}

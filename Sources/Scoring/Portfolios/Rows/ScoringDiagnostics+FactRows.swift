import Diagnostics
import Formats

/// What is said about rows of the facts that name no subject, and columns that are called alike.
extension Diagnostic {
  /// `columns` are counted from 1.
  static func columnTwice(_ name: String, _ columns: [Int], at place: Place) -> Diagnostic {
    let places = columns.map(String.init)
    return Diagnostic(
      "column-twice", .warning, at: place,
      Wording(
        en:
          "columns \(places.joined(separator: " and ")) are both `\(name)`: neither is read, and it is unknown",
        zh: "第 \(places.joined(separator: "、第 ")) 列都是 `\(name)`：两列都不读，按未知处理"),
      help: Wording(en: "rename or remove one of the two", zh: "请改名或删去其中一列"))
  }

  static func garbledKey(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "garbled-key", at: place,
      Wording(
        en: "`\(id)` is rejected: its key holds bytes that are no letters",
        zh: "`\(id)` 予以退回：编号里有不成字的字节"),
      help: Wording(en: "write the key again, and score again", zh: "请重新填写编号，再计分"))
  }

  static func unpartedKey(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "unparted-key", at: place,
      Wording(
        en:
          "`\(id)` is rejected: commas of full width part no cells, so the whole row stands in its key",
        zh: "`\(id)` 予以退回：全角逗号不能分隔单元格，整行都落在编号里"),
      help: Wording(
        en: "write commas of half width (`,`), and score again", zh: "请改用半角逗号（`,`），再计分"))
  }

  static func perhapsNoSubject(_ one: FactRows.One, at place: Place) -> Diagnostic {
    Diagnostic(
      "perhaps-no-subject", .warning, at: place,
      Wording(
        en:
          "`\(one.shown)` may be no subject: it is rejected, and whoever is compared with it is not certain",
        zh: "`\(one.shown)` 可能不是对象，予以退回；与它相比较的结果都不能确定"),
      notes: [one.doubt],
      help: Wording(
        en: "remove the row; if it is a subject, give it another name", zh: "请删去这一行；若确是对象，请换一个名称"))
  }

  /// - Returns: `nil` where each row is told by itself.
  static func rowsOfNoSubject(_ kind: FactRows.Kind, _ rows: RowLines) -> Diagnostic? {
    switch kind {
    case .total: noRecords(.total, rows, .facts)
    case .repeatedHeader: noRecords(.repeatedHeader, rows, .facts)
    case .blank, .nothing: noRecords(.blank, rows, .facts)
    case .nameless: nil
    case .header:
      rowOfNoSubject(Wording(en: "a further line of the header", zh: "表头的另一行"), rows)
    case .note: rowOfNoSubject(Wording(en: "a note", zh: "备注"), rows)
    }
  }

  /// Rows of a table whose keys name no subject.
  static func rowsOfNobody(_ kind: FactRows.Kind, _ rows: RowLines) -> Diagnostic {
    switch kind {
    case .total: rowOfNoSubject(Wording(en: "a total", zh: "合计"), rows)
    case .repeatedHeader: noRecords(.repeatedHeader, rows, .table)
    case .header: rowOfNoSubject(Wording(en: "a further line of the header", zh: "表头的另一行"), rows)
    case .note, .blank, .nothing, .nameless:
      rowOfNoSubject(Wording(en: "a note", zh: "备注"), rows)
    }
  }

  private static func rowOfNoSubject(_ what: Wording, _ rows: RowLines) -> Diagnostic {
    Diagnostic(
      "row-of-no-subject", .warning, at: rows.place,
      Wording(
        en: "\(rows.wording.en) reads like \(what.en) and names no subject: nobody is scored by it",
        zh: "\(rows.wording.zh)像是\(what.zh)，不是对象，不计分"),
      help: Wording(
        en: "remove it; where it is a subject, give it another name",
        zh: "请删去；若确是对象，请换一个名称"))
  }
}

extension FactRows.One {
  /// The beginning of a long note.
  fileprivate var shown: String { text.count > 40 ? String(text.prefix(40)) + "…" : text }

  fileprivate var doubt: Wording {
    switch kind {
    case .total:
      Wording(
        en: "it is labelled as a total, and its numbers are not those of other rows",
        zh: "写着合计一类的字样，但数字与其他各行对不上")
    case .header, .repeatedHeader:
      Wording(en: "it reads like a line of the header, and holds values", zh: "像是表头，却填有数值")
    case .note: Wording(en: "it reads like a note", zh: "像是备注")
    case .blank, .nothing, .nameless:
      Wording(en: "it holds nothing but zeros or spellings of nothing", zh: "只有 0 或“无”一类的字样")
    }
  }
}

import Archives
import Diagnostics

extension ForeignFile {
  var wording: Wording {
    switch self {
    case .lock:
      Wording(
        en: "what a spreadsheet leaves beside a workbook that is open",
        zh: "表格软件打开工作簿时留下的临时文件")
    case .empty: Wording(en: "empty", zh: "空文件")
    case .old:
      Wording(en: "a workbook of the old form (`.xls`, `.et`)", zh: "旧格式的工作簿（`.xls`、`.et`）")
    case .encrypted: Wording(en: "a workbook with a password", zh: "加了密码的工作簿")
    case .openDocument:
      Wording(en: "an OpenDocument spreadsheet (`.ods`)", zh: "OpenDocument 表格（`.ods`）")
    case .binary: Wording(en: "a binary workbook (`.xlsb`)", zh: "二进制工作簿（`.xlsb`）")
    case .page: Wording(en: "a web page", zh: "网页")
    case .xml: Wording(en: "an XML file", zh: "XML 文件")
    case .text: Wording(en: "plain text", zh: "纯文本")
    case .otherZip: Wording(en: "a zip without a workbook in it", zh: "里面没有工作簿的压缩包")
    case .other:
      Wording(en: "of another kind, or was cut off", zh: "别的文件，或者不完整")
    }
  }

  var remedy: Wording {
    switch self {
    case .lock:
      Wording(
        en: "close the workbook, and hand in the file without `~$` before its name",
        zh: "请先关闭工作簿，提交文件名前没有 `~$` 的那个文件")
    case .encrypted:
      Wording(
        en: "open it, take the password away (File, Info, Protect Workbook), and save it",
        zh: "请打开工作簿，取消密码（文件，信息，保护工作簿）后保存")
    case .text:
      Wording(
        en: "name it `.csv` if it is a table, or save it from the spreadsheet as `.xlsx`",
        zh: "如果是表格，请把后缀改为 `.csv`，或用表格软件另存为 `.xlsx`")
    case .empty, .other, .otherZip:
      Wording(
        en: "hand in the workbook itself, as Excel, WPS or LibreOffice saves it (`.xlsx`)",
        zh: "请提交 Excel、WPS 或 LibreOffice 保存的工作簿本身（`.xlsx`）")
    case .old, .openDocument, .binary, .page, .xml:
      Wording(
        en: "open it in Excel, WPS or LibreOffice, and save it as `.xlsx`",
        zh: "请用 Excel、WPS 或 LibreOffice 打开，另存为 `.xlsx`")
    }
  }
}

extension ByteStreamFailure {
  var wording: Wording {
    switch self {
    case .missing: Wording(en: "there is no such file", zh: "没有这个文件")
    case .folder: Wording(en: "it is a folder", zh: "它是文件夹")
    case .refused(let words), .unkept(let words):
      Wording(en: "the system says `\(words)`", zh: "系统提示 `\(words)`")
    case .damaged(let words):
      Wording(en: "its packing is broken (`\(words)`)", zh: "压缩数据损坏（`\(words)`）")
    case .changed: Wording(en: "it changed while it was read", zh: "读取时文件被改动")
    case .vanished: Wording(en: "it vanished while it was read", zh: "读取时文件不见了")
    case .severalMembers:
      Wording(en: "it holds several files", zh: "其中有多个文件")
    }
  }
}

extension WorkbookPackage.Missing {
  var wording: Wording {
    switch self {
    case .absent: Wording(en: "the part is not there", zh: "缺少这个部件")
    case .encrypted: Wording(en: "it is encrypted", zh: "内容已加密")
    case .bomb:
      Wording(
        en:
          "more than \(WorkbookPackage.ratio) times its size, or more than \(WorkbookPackage.mostBytes >> 30) GiB, would come out of it",
        zh: "解压后会超过原大小的 \(WorkbookPackage.ratio) 倍，或超过 \(WorkbookPackage.mostBytes >> 30) GiB")
    }
  }
}

extension XMLFault {
  var wording: Wording {
    switch self {
    case .stream(let failure): failure.wording
    case .documentType:
      Wording(
        en: "it has a document type, which workbooks must not have",
        zh: "含有文档类型声明（DOCTYPE），工作簿不允许")
    case .unknownEncoding(let name):
      Wording(en: "it is written in `\(name)`", zh: "编码是 `\(name)`")
    case .tooDeep:
      Wording(
        en: "more than \(XMLReader.deepest) elements stand in each other",
        zh: "元素嵌套超过 \(XMLReader.deepest) 层")
    case .tooLong: Wording(en: "a text in it is too long", zh: "其中有过长的文字")
    case .cutOff: Wording(en: "it ends too early", zh: "内容不完整，提前结束")
    case .illFormed(let kind): kind.wording
    }
  }
}

extension XMLFault.IllFormed {
  fileprivate var wording: Wording {
    switch self {
    case .tag: Wording(en: "a tag is not well-formed", zh: "XML 标签写法不对")
    case .endTag: Wording(en: "an element is closed that is not open", zh: "XML 元素的结束标签不匹配")
    case .entity:
      Wording(en: "`&` stands before what is no character", zh: "`&` 之后不是有效的字符引用")
    case .character: Wording(en: "it holds a control character", zh: "含有控制字符")
    case .textOutside: Wording(en: "text stands outside of every element", zh: "元素之外有文字")
    case .noRoot: Wording(en: "it is empty", zh: "内容为空")
    case .secondRoot: Wording(en: "something follows its end", zh: "结束之后还有内容")
    case .markup: Wording(en: "`<!` stands before what is no markup", zh: "`<!` 之后写法不对")
    }
  }
}

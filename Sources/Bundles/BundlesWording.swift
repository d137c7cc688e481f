import Archives
import Diagnostics

/// What may be expected at a place of a bundle.
enum BundleForm {
  case mapping, list, text, count

  var wording: Wording {
    switch self {
    case .mapping: Wording(en: "keys with values", zh: "若干键和值")
    case .list: Wording(en: "a list", zh: "列表")
    case .text: Wording(en: "a single value", zh: "单个值")
    case .count: Wording(en: "a whole number", zh: "整数")
    }
  }
}

extension FileTree.Refusal.Reason {
  var wording: Wording {
    switch self {
    case .link: Wording(en: "it is a link", zh: "它是链接")
    case .leavesRoot: Wording(en: "its name leads out of the bundle", zh: "文件名指向证据包之外")
    case .absolutePath: Wording(en: "its name is an absolute path", zh: "文件名是绝对路径")
    case .undecodableName:
      Wording(en: "its name is no text in UTF-8 or GB 18030", zh: "文件名在 UTF-8 和 GB 18030 中都不成文字")
    case .duplicate: Wording(en: "another file has the same name", zh: "已有同名文件")
    case .tooLarge: Wording(en: "it is too large", zh: "文件过大")
    case .tooDeep: Wording(en: "it stands in too many folders", zh: "文件夹层数过多")
    case .encrypted: Wording(en: "it is encrypted", zh: "文件已加密")
    case .notAFile: Wording(en: "it is no regular file", zh: "不是普通文件")
    }
  }
}

extension FileTreeError {
  var wording: Wording {
    switch self {
    case .notFound: Wording(en: "there is no such file or folder", zh: "没有这个文件或文件夹")
    case .notReadable(_, let words): Wording(en: words, zh: "系统提示 \(words)")
    case .notAnArchive:
      Wording(en: "it is neither a folder nor a whole zip", zh: "既不是文件夹，也不是完整的 zip")
    case .damaged(_, let words):
      Wording(en: "the zip is damaged (\(words))", zh: "zip 已损坏（\(words)）")
    case .tooManyFiles(let limit):
      Wording(en: "it holds more than \(limit) files", zh: "文件超过 \(limit) 个")
    case .totalTooLarge(let limit):
      Wording(en: "its content is larger than \(limit >> 20) MiB", zh: "内容超过 \(limit >> 20) MiB")
    case .compressionBomb(let ratio):
      Wording(
        en: "its content is more than \(ratio) times larger than the zip",
        zh: "内容超过 zip 本身的 \(ratio) 倍")
    }
  }
}

import Archives
import Diagnostics

/// What may be expected at a place of a bundle.
enum BundleForm {
  case mapping, list, text, count

  var example: String {
    switch self {
    case .mapping: "`key: {a: 1, b: 2}`"
    case .list: "`key: [a, b]`"
    case .text: "`key: value`"
    case .count: "`key: 3`"
    }
  }

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

extension FileTree.Refusal.Reason {
  var remedy: Wording {
    switch self {
    case .link: Wording(en: "put the file itself in its place", zh: "请放入文件本身")
    case .leavesRoot, .absolutePath:
      Wording(en: "pack the folder of the bundle anew", zh: "请重新打包证据包文件夹")
    case .undecodableName:
      Wording(
        en: "give the file a plain name, without control characters", zh: "请给文件改一个普通的名称，不含控制字符")
    case .duplicate:
      Wording(
        en: "keep one of the two; names are compared as systems compare them",
        zh: "请只保留其中一个")
    case .tooLarge: Wording(en: "hand in a smaller file", zh: "请提交较小的文件")
    case .tooDeep: Wording(en: "move it up some folders", zh: "请移到较上层的文件夹")
    case .encrypted: Wording(en: "pack it without a password", zh: "请不加密码重新打包")
    case .notAFile: Wording(en: "remove it, or put a file in its place", zh: "请删去，或换成普通文件")
    }
  }
}

extension FileTreeError {
  var remedy: Wording {
    switch self {
    case .notFound: Wording(en: "correct the path of the bundle", zh: "请更正证据包的路径")
    case .notReadable: Wording(en: "see to it that the file may be read", zh: "请检查文件的读取权限")
    case .notAnArchive:
      Wording(en: "give a folder, or a zip that was copied whole", zh: "请给出文件夹，或完整复制的 zip")
    case .damaged: Wording(en: "pack or copy the zip anew", zh: "请重新打包或重新复制 zip")
    case .tooManyFiles, .totalTooLarge, .compressionBomb:
      Wording(
        en: "hand in only what is evidence; large files may be split", zh: "请只提交作为证据的文件，大文件可以拆分")
    }
  }

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

extension HiddenParts {
  var wording: Wording {
    if isSheet { return Wording(en: "this sheet is", zh: "这张工作表") }
    var en: [String] = []
    var zh: [String] = []
    if rows > 0 {
      en.append(rows == 1 ? "a row" : "\(rows) rows")
      zh.append("\(rows) 行")
    }
    if columns > 0 {
      en.append(columns == 1 ? "a column" : "\(columns) columns")
      zh.append("\(columns) 列")
    }
    let verb = rows + columns == 1 ? "is" : "are"
    return Wording(
      en: en.joined(separator: " and ") + " of this sheet \(verb)",
      zh: "这张工作表有 " + zh.joined(separator: "、"))
  }
}

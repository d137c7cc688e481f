package import Diagnostics
import Platform

/// What a system says when it refuses, in both languages.
package enum SystemWords {
  /// By the system's own words: the same in Chinese.
  private static let chinese: [String: String] = [
    ENOSPC: "磁盘空间不足", EDQUOT: "超出磁盘配额", EACCES: "没有权限", EPERM: "系统不允许",
    EROFS: "所在磁盘只读", ENOTDIR: "路径中有一段不是文件夹", EISDIR: "这是一个文件夹",
    ENOENT: "没有这个文件或文件夹", ENAMETOOLONG: "文件名太长", EIO: "磁盘读写出错", EFBIG: "文件太大",
    EMFILE: "打开的文件太多", ENOMEM: "内存不足", EBADF: "输出已被关闭",
  ].reduce(into: [:]) { words, entry in words[SystemWords.words(of: entry.key)] = entry.value }

  /// The system's own words for an error number.
  package static func words(of code: Int32) -> String { String(cString: strerror(code)) }

  /// The wording of what the system said; words that are not known stand as they are.
  package static func wording(_ words: String) -> Wording {
    Wording(en: words, zh: chinese[words] ?? words)
  }
}

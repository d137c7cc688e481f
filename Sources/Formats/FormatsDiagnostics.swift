import Diagnostics

/// What the readers say about files as a whole.
extension Diagnostic {
  static func fileTooLarge(_ path: String, limit: Int) -> Diagnostic {
    Diagnostic(
      "file-too-large", at: .file(path),
      Wording(
        en: "the file is larger than \(limit >> 20) MiB", zh: "文件超过 \(limit >> 20) MiB"))
  }

  static func notUTF8(_ byte: UInt8, line: Int, path: String) -> Diagnostic {
    let hexadecimal = "0x" + String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      "not-utf-8", at: .file(path),
      Wording(
        en: "the byte \(hexadecimal) on line \(line) is not UTF-8",
        zh: "第 \(line) 行的字节 \(hexadecimal) 不是 UTF-8"),
      help: Wording(en: "save the file as UTF-8", zh: "请把文件另存为 UTF-8 编码"))
  }
}

package import Diagnostics

/// What the readers say about files as a whole.
extension Diagnostic {
  package static func fileTooLarge(_ path: String, limit: Int) -> Diagnostic {
    Diagnostic(
      "file-too-large", at: .file(path),
      Wording(
        en: "the file is larger than \(limit >> 20) MiB", zh: "文件超过 \(limit >> 20) MiB"),
      help: Wording(
        en: "split the file",
        zh: "请拆成几个文件"))
  }

  static func notUTF8(_ survey: UTF8Survey, path: String) -> Diagnostic {
    let byte = survey.firstFault?.byte ?? 0
    let (line, column) = (survey.firstFault?.line ?? 1, survey.firstFault?.column ?? 1)
    let hexadecimal = "0x" + String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      "not-utf-8", at: .cell(file: path, line: line, column: String(column)),
      Wording(
        en: "the byte \(hexadecimal) on line \(line) is not UTF-8",
        zh: "第 \(line) 行的字节 \(hexadecimal) 不是 UTF-8"),
      help: survey.isMostlyUTF8 || !survey.hasNeighbours
        ? .typeAgain : Wording(en: "save the file as UTF-8", zh: "请把文件另存为 UTF-8 编码"))
  }
}

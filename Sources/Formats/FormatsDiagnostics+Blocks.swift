package import Archives
package import Diagnostics

/// What is said of files whose bytes do not come as they should.
extension Diagnostic {
  /// A file that opened, and then failed.
  package static func brokenFile(_ path: String, _ failure: ByteStreamFailure) -> Diagnostic {
    switch failure {
    case .changed:
      Diagnostic(
        "file-changed", at: .file(path),
        Wording(en: "the file was changed while it was read", zh: "文件在读取过程中被改动"),
        help: Wording(
          en: "let the program that writes it finish, and run again",
          zh: "请等写入该文件的程序结束后再运行"))
    case .vanished, .missing:
      Diagnostic(
        "file-vanished", at: .file(path),
        Wording(en: "the file vanished while it was read", zh: "文件在读取过程中消失"),
        help: Wording(en: "put the file back, and run again", zh: "请放回文件后再运行"))
    case .severalMembers(let count):
      Diagnostic(
        "zip-of-several-files", at: .file(path),
        Wording(
          en: "the zip holds \(count) files, where one table is expected",
          zh: "压缩包内有 \(count) 个文件，此处应只有一张表"),
        help: Wording(en: "give the table itself, or a zip with it alone", zh: "请直接给出该表，或只含该表的压缩包"))
    case .damaged(let words):
      Diagnostic(
        "damaged-file", at: .file(path),
        Wording(en: "the compressed file cannot be read: \(words)", zh: "压缩文件无法读取：\(words)"),
        help: Wording(en: "compress the table again", zh: "请重新压缩该表"))
    case .folder, .refused:
      Diagnostic(
        "reading-failed", at: .file(path),
        Wording(
          en: "the system failed to read on\(Self.reason(failure).en)",
          zh: "系统无法继续读取\(Self.reason(failure).zh)"),
        help: Wording(en: "check the disk, and run again", zh: "请检查磁盘后再运行"))
    case .unkept(let words):
      Diagnostic(
        "pipe-not-kept", at: .file(path),
        Wording(
          en: "what comes from the pipe cannot be kept on the disk: \(words)",
          zh: "管道中的内容无法暂存到磁盘：\(SystemWords.wording(words).zh)"),
        help: Wording(
          en: "make room in the folder for temporary files, or name another in TMPDIR",
          zh: "请在临时文件夹中腾出空间，或用 TMPDIR 指定另一个文件夹"))
    }
  }

  private static func reason(_ failure: ByteStreamFailure) -> Wording {
    guard case .refused(let words) = failure else { return Wording("") }
    let wording = SystemWords.wording(words)
    return Wording(en: ": \(wording.en)", zh: "：\(wording.zh)")
  }
}

import Diagnostics

extension Diagnostic {
  static func notAResult(_ path: String) -> Diagnostic {
    Diagnostic(
      "not-a-result",
      at: .file(path),
      Wording(
        en: "this is not a result that this version of Hengxing wrote",
        zh: "这不是本版本衡星写出的结果文件"
      ),
      help: Wording(
        en: "give the `result.json` of a report folder, or score again",
        zh: "请给出报告文件夹里的 `result.json`，或重新计分"
      )
    )
  }
}

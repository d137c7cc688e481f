package import Diagnostics
package import WorkbookWriting

/// A workbook to hand out: where it goes below the chosen folder, and its bytes.
package struct HandedFile: Sendable {
  package let path: String
  package let bytes: [UInt8]

  init(_ path: String, _ text: String) {
    self.path = path
    bytes = Array(text.utf8)
  }

  /// - Returns: `nil` where the workbook cannot be made; that was reported.
  package init?(_ path: String, _ workbook: WorkbookDraft, into diagnostics: inout Diagnostics) {
    self.path = path
    do throws(WorkbookFailure) {
      bytes = try workbook.bytes()
    } catch {
      diagnostics.report(.cannotWrite(path, error.reason))
      return nil
    }
  }
}

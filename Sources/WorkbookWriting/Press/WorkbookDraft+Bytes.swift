extension WorkbookDraft {
  /// The workbook as a file holds it.
  ///
  /// - Throws: where the system or the library refuses, in their words.
  package func bytes() throws(WorkbookFailure) -> [UInt8] {
    try WorkbookPress.bytes(of: self)
  }
}

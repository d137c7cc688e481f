/// Why a workbook was not written.
package struct WorkbookFailure: Error, Sendable, Hashable {
  /// In the words of the system or of the library.
  package let reason: String

  package init(reason: String) { self.reason = reason }
}

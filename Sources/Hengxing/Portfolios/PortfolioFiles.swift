import Archives
import Diagnostics
import Formats
import Scoring

extension Files {
  /// A file of a portfolio, plain or compressed, or the sheet of a workbook; what comes from a pipe is kept on the disk until
  /// it has been read.
  ///
  /// Where a workbook has several sheets and none is named, that is taken which is called as the table.
  ///
  /// - Returns: `nil` where it cannot be opened, which was reported.
  static func portfolioFile(
    _ path: String, of table: String?, into diagnostics: inout Diagnostics
  ) -> PortfolioFile? {
    do throws(ByteStreamFailure) {
      if let path = SheetPath(path) {
        return try SheetFile(path, of: table, into: &diagnostics)?.file
      }
      let file = try OpenedFile(path)
      let check: @Sendable () throws(ByteStreamFailure) -> Void = {
        () throws(ByteStreamFailure) in try file.checkUnchanged()
      }
      guard try CompressedStream.isCompressed(file) else {
        return PortfolioFile(path, checkUnchanged: check) { () throws(ByteStreamFailure) in
          FileStream(file)
        }
      }
      return PortfolioFile(path, checkUnchanged: check) { () throws(ByteStreamFailure) in
        try CompressedStream(file)
      }
    } catch {
      switch error {
      case .missing: diagnostics.report(.unreadableFile(path, UnreadableWording.missing))
      case .folder: diagnostics.report(.unreadableFile(path, UnreadableWording.folder))
      case .refused: diagnostics.report(.unreadableFile(path, UnreadableWording.forbidden))
      case .damaged, .changed, .vanished, .severalMembers, .unkept:
        diagnostics.report(.brokenFile(path, error))
      }
      return nil
    }
  }
}

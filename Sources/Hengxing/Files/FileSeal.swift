package import Diagnostics
import Platform
import Seals

/// How large a file is and what its digest is: whether it is still the one that was read.
package struct FileSeal: Sendable, Hashable {
  package let byteCount: Int
  package let digest: String

  private static let pieceSize = 1 << 20

  /// - Returns: `nil` where the file cannot be read; that was reported.
  package init?(of path: String, into diagnostics: inout Diagnostics) {
    var stream = DigestStream()
    var count = 0
    do throws(Files.OpeningFailure) {
      let file = try Files.opened(path)
      while true {
        let piece = try Files.next(of: file, upTo: Self.pieceSize)
        if piece.isEmpty { break }
        stream.append(piece)
        count += piece.count
      }
    } catch {
      diagnostics.report(.unreadableFile(path, error.reason))
      return nil
    }
    byteCount = count
    digest = stream.finished().hexadecimal
  }
}

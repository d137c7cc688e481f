package import Diagnostics
import Foundation
import Seals

/// How large a file is and what its digest is: whether it is still the one that was read.
package struct FileSeal: Sendable, Hashable {
  package let byteCount: Int
  package let digest: String

  private static let pieceSize = 1 << 20

  /// - Returns: `nil` where the file cannot be read; that was reported.
  package init?(of path: String, into diagnostics: inout Diagnostics) {
    let handle: FileHandle
    do throws(Files.OpeningFailure) {
      handle = try Files.opened(path)
    } catch {
      diagnostics.report(.unreadableFile(path, error.reason))
      return nil
    }
    defer { try? handle.close() }
    var stream = DigestStream()
    var count = 0
    do {
      while let piece = try handle.read(upToCount: Self.pieceSize), !piece.isEmpty {
        stream.append([UInt8](piece))
        count += piece.count
      }
    } catch {
      diagnostics.report(.unreadableFile(path, UnreadableWording.forbidden))
      return nil
    }
    byteCount = count
    digest = stream.finished().hexadecimal
  }
}

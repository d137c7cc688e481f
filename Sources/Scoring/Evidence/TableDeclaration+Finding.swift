import Formats
import Rubrics

extension TableDeclaration {
  /// The first that is there of what it may be read from.
  func found(in tables: [HeaderName: WrittenTable]) -> WrittenTable? {
    fileNames.lazy.compactMap { tables[HeaderName($0)] }.first
  }
}

import Dispatch
import Formats
import Foundation
import Synchronization

/// A file of rows in its plainest writing: UTF-8, commas, no quotes, every row as wide as the header.
///
/// Nearly every large file is one. What is not goes the long way through `CSVReader`, which says what is the matter.
package struct PlainFile: Sendable {
  /// The file as messages name it.
  package let path: String
  let bytes: [UInt8]
  let header: [String]
  /// Whole lines, end to end; as many blocks as there are cores.
  private let blocks: [Range<Int>]

  /// - Returns: `nil` where the header is not plain.
  package init?(_ bytes: [UInt8], path: String) {
    guard let end = bytes.firstIndex(of: 0x0A), !path.hasSuffix(".tsv"), !path.hasSuffix(".tab"),
      !bytes[..<end].contains(where: { $0 == 0x09 || $0 == 0x22 || $0 == 0x0D || $0 >= 0x80 })
    else { return nil }
    let names = bytes[..<end].split(separator: 0x2C, omittingEmptySubsequences: false).map {
      HeaderName(String(decoding: $0, as: UTF8.self)).text
    }
    guard names.count > 1, !names.contains(""), Set(names).count == names.count else { return nil }
    self.path = path
    self.bytes = bytes
    header = names
    blocks = Self.blocks(
      of: bytes, from: end + 1, count: ProcessInfo.processInfo.activeProcessorCount)
  }

  private static func blocks(of bytes: [UInt8], from first: Int, count: Int) -> [Range<Int>] {
    // A block of fewer bytes is not worth a thread.
    let size = max((bytes.count - first) / max(count, 1) + 1, 1 << 16)
    var blocks: [Range<Int>] = []
    var start = first
    while start < bytes.count {
      var end = min(start + size, bytes.count)
      while end < bytes.count, bytes[end - 1] != 0x0A { end += 1 }
      blocks.append(start..<end)
      start = end
    }
    return blocks
  }

  /// The column that files call one of `names`, compared after NFKC and trimming.
  func columnIndex(named names: [String]) -> Int? {
    let wanted = names.map(HeaderName.init)
    return header.firstIndex { wanted.contains(HeaderName($0)) }
  }

  /// The text of the cell that lies there.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The cells of some columns, in the order of `columns`.
  ///
  /// - Returns: `nil` where a row is not plain after all.
  func cells(of columns: [Int]) -> CodedCells? {
    var wanted = [Int](repeating: -1, count: header.count)
    for (index, column) in columns.enumerated() { wanted[column] = index }
    // Two declarations may read one column.
    guard Set(columns).count == columns.count else { return nil }
    let read = Mutex([CodedBlock?](repeating: nil, count: blocks.count))
    DispatchQueue.concurrentPerform(iterations: blocks.count) { [wanted] index in
      let block = bytes.withUnsafeBufferPointer {
        CodedBlock(blocks[index], of: $0, wanted: wanted, count: columns.count)
      }
      read.withLock { $0[index] = block }
    }
    let found = read.withLock { $0.compactMap(\.self) }
    guard found.count == blocks.count else { return nil }
    if found.contains(where: \.hasHighBytes), String(validating: bytes, as: UTF8.self) == nil {
      return nil
    }
    return CodedCells(found, columns: columns.count, in: bytes)
  }
}

/// The cells of some columns over a block of lines.
struct CodedBlock: Sendable {
  private(set) var rowCount = 0
  private(set) var hasHighBytes = false
  /// By column and row: which of the block's own texts it is.
  private(set) var codes: [[Int32]]
  private(set) var texts: [CellCodes]

  init?(
    _ block: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, wanted: [Int], count: Int
  ) {
    codes = Array(repeating: [], count: count)
    texts = Array(repeating: CellCodes(), count: count)
    var (offset, start, cell) = (block.lowerBound, block.lowerBound, 0)
    var lineStart = offset
    var highBytes: UInt8 = 0
    while offset <= block.upperBound {
      // The last line may lack its end.
      let byte = offset < block.upperBound ? bytes[offset] : 0x0A
      if offset == block.upperBound, start == offset, cell == 0 { break }
      if byte != 0x2C && byte != 0x0A {
        if byte == 0x22 || byte == 0x0D { return nil }
        highBytes |= byte
        offset += 1
        continue
      }
      guard cell < wanted.count else { return nil }
      let column = wanted[cell]
      if column >= 0 {
        codes[column].append(
          Int32(truncatingIfNeeded: texts[column].code(of: start..<offset, in: bytes)))
      }
      cell += 1
      offset += 1
      start = offset
      if byte == 0x0A {
        // A line of commas alone is a blank row, and a line of a megabyte no plain one.
        let length = offset - lineStart
        guard cell == wanted.count, length > cell, length < 1 << 20 else { return nil }
        cell = 0
        lineStart = offset
        rowCount += 1
      }
    }
    hasHighBytes = highBytes >= 0x80
  }
}

/// The cells of some columns of a file, each the number of one of the column's texts.
struct CodedCells: Sendable {
  struct Column: Sendable {
    fileprivate let blocks: [[Int32]]
    /// What a block's own numbers mean.
    fileprivate let meanings: [[Int32]]
    let texts: CellCodes

    /// The numbers of all rows, in the order of the file.
    func forEach(_ body: (_ row: Int, _ code: Int) -> Void) {
      var row = 0
      for (block, meanings) in zip(blocks, meanings) {
        for code in block {
          body(row, Int(meanings[Int(code)]))
          row += 1
        }
      }
    }
  }

  let rowCount: Int
  let columns: [Column]

  fileprivate init(_ blocks: [CodedBlock], columns: Int, in bytes: [UInt8]) {
    rowCount = blocks.reduce(0) { $0 + $1.rowCount }
    let merged = Mutex([Column?](repeating: nil, count: columns))
    DispatchQueue.concurrentPerform(iterations: columns) { index in
      let column = bytes.withUnsafeBufferPointer { Self.column(index, of: blocks, in: $0) }
      merged.withLock { $0[index] = column }
    }
    self.columns = merged.withLock { $0.compactMap(\.self) }
  }

  private static func column(
    _ index: Int, of blocks: [CodedBlock], in bytes: UnsafeBufferPointer<UInt8>
  ) -> Column {
    var texts = blocks.first?.texts[index] ?? CellCodes()
    let meanings = blocks.map { block in
      let own = block.texts[index]
      return (0..<own.count).map {
        Int32(truncatingIfNeeded: texts.code(of: own.range(of: $0), in: bytes))
      }
    }
    return Column(blocks: blocks.map { $0.codes[index] }, meanings: meanings, texts: texts)
  }
}

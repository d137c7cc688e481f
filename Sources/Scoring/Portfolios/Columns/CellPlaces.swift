import Formats

extension RowBatch.Cells {
  /// Where the cell of a row lies.
  ///
  /// Declared again in this module, because a call into another for every cell shows (Scripts/bench, job deep: 2 %).
  @inline(__always)
  func extent(_ row: Int) -> (start: Int, count: Int) {
    let start = Int(places[row * stride + self.start] &+ shift)
    return (start, max(0, Int(places[row * stride + end]) - start))
  }
}

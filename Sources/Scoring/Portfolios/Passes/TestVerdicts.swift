import Formats
import Values

/// The verdicts of one test over the rows of a batch, on one thread.
final class TestVerdicts: @unchecked Sendable {
  private let test: CellTest
  private let plan: TablePlan
  private let columns: [PassColumn]
  private let side: FactSide?
  /// By code of the only column.
  private var byCode: [UInt8] = []
  /// By codes of several columns.
  private var byCodes: [[Int32]: UInt8] = [:]

  init(
    _ test: CellTest, of plan: TablePlan, _ columns: [PassColumn], beside side: FactSide?
  ) {
    self.side = side
    self.test = test
    self.plan = plan
    self.columns = columns
  }

  /// Texts that are new in the only column.
  func learn(_ codes: Range<Int>) {
    guard side == nil, columns.count == 1, !codes.isEmpty else { return }
    let meanings = columns[0].meanings.meanings
    byCode += plan.verdicts(of: test, [meanings[codes].map(\.value)])
  }

  /// Forgets what texts came to that a column of the test has forgotten.
  func forget(_ column: Int) {
    guard test.columns.contains(column) else { return }
    byCode.removeLast(max(0, byCode.count - PassColumn.keptTexts))
    byCodes.removeAll()
  }

  func read(
    _ rowCount: Int, of subjects: UnsafePointer<Int32>,
    into verdicts: UnsafeMutablePointer<UInt8>
  ) {
    if let side, let fact = test.fact {
      side.read(fact, columns.first, of: subjects, rowCount, into: verdicts)
      return
    }
    guard columns.count == 1 else {
      for row in 0..<rowCount { verdicts[row] = verdict(ofRow: row) }
      return
    }
    let (codes, payloads, rule) = (columns[0].codes, columns[0].payloads, test.rule)
    byCode.withUnsafeBufferPointer { byCode in
      for row in 0..<rowCount {
        let code = Int(codes[row])
        if code >= 0 {
          verdicts[row] = byCode[code]
        } else if code == -1, let rule {
          verdicts[row] = rule.holds(payloads[row]) ? Verdict.isTrue : Verdict.isFalse
        } else {
          verdicts[row] = Verdict.isOpen
        }
      }
    }
  }

  private func verdict(ofRow row: Int) -> UInt8 {
    let codes = columns.map { $0.codes[row] }
    if let known = byCodes[codes] { return known }
    guard codes.allSatisfy({ $0 >= 0 }) else { return Verdict.isOpen }
    let values = zip(columns, codes).map { [$0.meanings.meanings[Int($1)].value] }
    let verdict = plan.verdicts(of: test, values)[0]
    if byCodes.count >= MemoryBudget.usualTexts { byCodes.removeAll() }
    byCodes[codes] = verdict
    return verdict
  }
}

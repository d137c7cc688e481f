/// What one look at a row has shown, in twelve bytes: a table may have millions of rows.
struct SievedRow {
  private var first: Int32 = -1
  private var filled: UInt32 = 0
  private var traits: UInt16 = 0

  /// The first cell that holds something; `nil`: none does.
  var firstFilled: Int? { first < 0 ? nil : Int(first) }
  var filledCount: Int { Int(filled) }

  /// A cell of the row holds something.
  mutating func fill(_ column: Int) {
    if first < 0 { first = Int32(clamping: column) }
    filled &+= 1
  }

  /// A cell holds a total label.
  var hasLabel: Bool {
    get { self[0] }
    set { self[0] = newValue }
  }
  /// A declared cell holds something beyond a running number, a zero and a spelling of nothing.
  var hasDeclared: Bool {
    get { self[1] }
    set { self[1] = newValue }
  }
  /// A declared cell of numbers holds zero.
  var hasZeroNumber: Bool {
    get { self[2] }
    set { self[2] = newValue }
  }
  /// A declared cell holds a spelling of nothing, or a zero, that its column takes for a value.
  var hasNothingAsValue: Bool {
    get { self[3] }
    set { self[3] = newValue }
  }
  /// A declared cell holds a number that may be no more than the number of the row.
  var hasRunningNumber: Bool {
    get { self[4] }
    set { self[4] = newValue }
  }
  /// A declared cell spells nothing out: `无`, `/`.
  var spellsNothing: Bool {
    get { self[5] }
    set { self[5] = newValue }
  }
  /// A cell nobody asks for holds more than a running number or a remark.
  var hasUndeclared: Bool {
    get { self[6] }
    set { self[6] = newValue }
  }
  var isHeaderAgain: Bool {
    get { self[7] }
    set { self[7] = newValue }
  }
  var startsWithNote: Bool {
    get { self[8] }
    set { self[8] = newValue }
  }

  private subscript(trait: Int) -> Bool {
    get { traits & 1 << trait != 0 }
    set { traits = newValue ? traits | 1 << trait : traits & ~(1 << trait) }
  }
}

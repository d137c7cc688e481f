import Values

/// Tells records from what else an office writes into a table: totals, headers again, notes, rows of a form left blank.
///
/// Arithmetic alone never decides: a third row may honestly be the mean of two. Certainly no record is a row without
/// content, a row with a total label whose numbers agree with the rows it covers, and a row that repeats the header;
/// whatever else looks like none is doubtful.
package struct RecordSieve {
  /// One column of the file, in the order of its header.
  package struct Column {
    /// What the rubric declares of it; `nil`: it asks for no such column.
    package struct Declared {
      let kind: CellKind
      let allowed: [String]?
      /// The texts are empty cells, besides the usual ones.
      let blanks: [String]
      /// An empty cell says something: `absent` is null or a value.
      let isMeaningfulWhenBlank: Bool
      /// Other names that files give it.
      let names: [String]
      /// Whether a text is a value of the column.
      let fits: (String) -> Bool

      package init(
        kind: CellKind, allowed: [String]? = nil, blanks: [String] = [],
        isMeaningfulWhenBlank: Bool = false, names: [String] = [],
        fits: @escaping (String) -> Bool
      ) {
        self.kind = kind
        self.allowed = allowed
        self.blanks = blanks
        self.isMeaningfulWhenBlank = isMeaningfulWhenBlank
        self.names = names
        self.fits = fits
      }
    }

    let header: String
    let declared: Declared?

    package init(_ header: String, _ declared: Declared? = nil) {
      self.header = header
      self.declared = declared
    }
  }

  let columns: [Column]
  /// In a survey an empty row is an answer that was not given.
  let isSurvey: Bool
  /// Whether the first rows stand under the header.
  let isUnderHeader: Bool
  let rowCount: Int
  let cell: (_ row: Int, _ column: Int) -> String

  var rows: [SievedRow] = []
  /// The first total label of each row that has one.
  var labels: [Int: (column: Int, label: TotalLabel)] = [:]
  var fates: [Int: RowFate] = [:]
  var reader: SieveTexts
  var natures: [ColumnNature] = []

  private init(
    _ columns: [Column], isSurvey: Bool, isUnderHeader: Bool, rowCount: Int,
    cell: @escaping (_ row: Int, _ column: Int) -> String
  ) {
    self.columns = columns
    self.isSurvey = isSurvey
    self.isUnderHeader = isUnderHeader
    self.rowCount = rowCount
    self.cell = cell
    reader = SieveTexts(columns)
  }

  /// What each row is that is no ordinary record, by its number from 0.
  package static func fates(
    of columns: [Column], isSurvey: Bool = false, isUnderHeader: Bool = true, rowCount: Int,
    cell: @escaping (_ row: Int, _ column: Int) -> String
  ) -> [Int: RowFate] {
    guard columns.contains(where: { $0.declared != nil }) else { return [:] }
    var sieve = RecordSieve(
      columns, isSurvey: isSurvey, isUnderHeader: isUnderHeader, rowCount: rowCount, cell: cell)
    sieve.look()
    sieve.findHeaders()
    sieve.findNotes()
    sieve.weigh()
    sieve.findTotals()
    sieve.findBlanks()
    sieve.findUnlabelledTotals()
    return sieve.fates
  }

  /// Whether a column surely holds running numbers, which say nothing of a record.
  ///
  /// A declared one may also hold quantities that happen to be 1, 2 and 3.
  func isRunning(_ column: Int) -> Bool {
    natures[column].isRunning
      && (natures[column].isNamedForNumbers || columns[column].declared == nil)
  }

  /// Rows that nothing was found out about yet.
  var records: [Int] { rows.indices.filter { fates[$0] == nil } }
}

/// What a column holds, seen over its rows.
struct ColumnNature {
  var numbers = 0
  var texts = 0
  /// Integers that rise by one from row to row so far.
  var isSequence = true
  var last: Int?
  /// `序号`, `No.`: named for what it is.
  var isNamedForNumbers = false
  /// `备注`, `Remarks`.
  var isNamedForRemarks = false

  var isRunning: Bool {
    (isNamedForNumbers || isSequence && numbers >= 3) && texts == 0 && numbers > 0
  }

  mutating func forget() {
    numbers = 0
    texts = 0
    isSequence = true
    last = nil
  }

  mutating func take(_ text: SieveText) {
    switch text.content {
    case .nothing: return
    case .number(let number):
      numbers += 1
      guard let integer = number.intValue else {
        isSequence = false
        return
      }
      if last.map({ integer != $0 &+ 1 }) ?? (integer != 1) { isSequence = false }
      last = integer
    case .text:
      texts += 1
    }
  }
}

import Archives
import Diagnostics
import Formats
import Rubrics
import Values

extension TablePass {
  /// The rows of subjects some row of whom is odd, as the sieve tells them; the file is read again for them.
  ///
  /// - Returns: `nil` where the file failed or they are too many, which was reported.
  func sift(
    _ odd: Set<Int32>, of file: TableFile, mixed: [Int], _ rubric: Rubric,
    within budget: MemoryBudget, into diagnostics: inout Diagnostics
  ) -> SiftedRows? {
    var sifted = SiftedRows()
    guard !odd.isEmpty else { return sifted }
    var unused = Diagnostics()
    guard
      case .blocks(let blocks)? = OpenFile(file.file, file.finder(beside: key), into: &unused),
      let keyColumn = blocks.columnIndex(named: [key])
    else {
      diagnostics.report(.brokenFile(file.file.path, .changed))
      return nil
    }
    let sieve = SubjectSieve(file.reader, header: blocks.names, key: keyColumn)
    let gatherers = (0..<options.threads).map { _ in
      RowGatherer(
        finder, sieve.glance, key: keyColumn, columnCount: blocks.names.count, wanted: odd,
        for: file.reader.declaration.name, threads: options.threads, budget)
    }
    let reading = blocks.read(Array(blocks.names.indices), by: gatherers)
    if let failure = reading.failure {
      diagnostics.report(.brokenFile(file.file.path, failure))
      return nil
    }
    guard isWithinBudget(rubric, into: &diagnostics) else { return nil }
    let rows = gatherers.flatMap(\.rows).sorted { $0.line < $1.line }
    for (subject, own) in Dictionary(grouping: rows, by: \.subject).sorted(by: { $0.key < $1.key })
    {
      let fates = sieve.fates(own.count) { own[$0].cells[$1] }
      guard !fates.isEmpty else { continue }
      let line = { reading.line(own[$0].line) }
      for (row, fate) in fates.sorted(by: { $0.key < $1.key }) { sifted.note(fate, line(row)) }
      let values = file.reader.values(
        own.map(\.cells), under: blocks.names, mixed: mixed, file.file.path, line,
        at: { reading.place(own[$0].line, column: $1) })
      sifted.given[Int(subject)] = file.reader.list(values, Array(own.indices), fates, line)
    }
    return sifted
  }

  /// What the whole file tells of rows that do not say whose they are, where it is small enough to be looked at so.
  func unowned(
    _ keys: [RowKeys], of file: TableFile, _ keyColumn: Int, _ reading: BlockReading
  ) -> UnownedFates {
    let lines = keys.flatMap(\.unowned).sorted().map(reading.line)
    var table: WrittenTable?
    if !lines.isEmpty, reading.byteCount <= UnownedFates.largestFile {
      var unused = Diagnostics()
      if case .whole(let whole)? = OpenFile.whole(
        file.file, file.finder(beside: key), into: &unused)
      {
        table = WrittenTable(whole, file: whole.path)
      }
    }
    return UnownedFates(
      lines, count: keys.reduce(0) { $0 + $1.unownedCount }, in: table, key: keyColumn,
      file.reader)
  }

  /// A file without any declared column tells nothing, not even how many rows it has.
  func isUnknown(_ file: TableFile, into diagnostics: inout Diagnostics) -> Bool {
    let declaration = file.reader.declaration
    let names = file.content.head.names
    guard !declaration.columns.isEmpty,
      file.reader.places(in: names).allSatisfy({ $0 == nil })
    else { return false }
    diagnostics.report(.noDeclaredColumn(declaration, found: names, in: file.file.path))
    return true
  }
}

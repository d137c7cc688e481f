package import Formats
package import Values

/// What a portfolio came to before anything was scored: its facts and the aggregates over its rows, one row a subject.
///
/// A changed threshold is scored from these alone. Each column says by what declaration it was made, so that it stands in for
/// nothing else.
///
///     subjects   count; each: id, 1 where it is rejected, 2 where it may be none, 3 where its row is broken
///     unnamed    count; each: 1 where the row is broken
///     tables     count; each: the name of one that was given
///     facts      count; each: name, identity, column with a row for each subject and each row that names none
///     aggregates count; each: name, identity, column
package struct KeptPortfolio: Sendable {
  package struct Subject: Sendable, Hashable {
    package let id: String
    package let isRejected: Bool
    /// Perhaps no subject at all.
    package let isDoubtful: Bool
    /// Rejected because its row is broken.
    package let hasBrokenRow: Bool

    package init(
      id: String, isRejected: Bool, isDoubtful: Bool = false, hasBrokenRow: Bool = false
    ) {
      self.id = id
      self.isRejected = isRejected
      self.isDoubtful = isDoubtful
      self.hasBrokenRow = hasBrokenRow
    }
  }

  package struct Part: Sendable {
    /// As messages name it: a fact, an expression.
    package let name: String
    /// Everything that decides what stands in the column.
    package let identity: String
    package let column: Column

    package init(name: String, identity: String, column: Column) {
      self.name = name
      self.identity = identity
      self.column = column
    }
  }

  package let subjects: [Subject]
  /// Rows that name no subject: whether each is broken.
  package let unnamed: [Bool]
  /// Tables and surveys whose rows were read.
  package let tables: [String]
  package let facts: [Part]
  package let aggregates: [Part]

  package init(
    subjects: [Subject], unnamed: [Bool] = [], tables: [String] = [], facts: [Part],
    aggregates: [Part]
  ) {
    self.subjects = subjects
    self.unnamed = unnamed
    self.tables = tables
    self.facts = facts
    self.aggregates = aggregates
  }

  /// The bytes; columns with values that are not kept are left out.
  package var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.count(subjects.count)
    for subject in subjects {
      writer.text(subject.id)
      writer.integer(
        UInt8(subject.hasBrokenRow ? 3 : subject.isDoubtful ? 2 : subject.isRejected ? 1 : 0))
    }
    writer.count(unnamed.count)
    for isBroken in unnamed { writer.integer(UInt8(isBroken ? 1 : 0)) }
    writer.count(tables.count)
    for table in tables { writer.text(table) }
    for parts in [facts, aggregates] {
      let written = parts.compactMap { part -> [UInt8]? in
        var own = ByteWriter()
        own.text(part.name)
        own.text(part.identity)
        return own.column(part.column) ? own.bytes : nil
      }
      writer.count(written.count)
      for part in written { writer.raw(part) }
    }
    return writer.bytes
  }

  package init(_ bytes: ArraySlice<UInt8>) throws(ByteReader.Fault) {
    var reader = ByteReader(bytes)
    var subjects: [Subject] = []
    let count = try reader.count(ofAtLeast: 5)
    subjects.reserveCapacity(count)
    for _ in 0..<count {
      let id = try reader.text()
      let mark = try reader.integer(UInt8.self)
      guard mark <= 3 else { throw ByteReader.Fault() }
      subjects.append(
        Subject(
          id: id, isRejected: mark > 0, isDoubtful: mark == 2, hasBrokenRow: mark == 3))
    }
    self.subjects = subjects
    var unnamed: [Bool] = []
    for _ in 0..<(try reader.count(ofAtLeast: 1)) {
      let mark = try reader.integer(UInt8.self)
      guard mark <= 1 else { throw ByteReader.Fault() }
      unnamed.append(mark == 1)
    }
    self.unnamed = unnamed
    var tables: [String] = []
    for _ in 0..<(try reader.count(ofAtLeast: 4)) { tables.append(try reader.text()) }
    self.tables = tables
    facts = try Self.parts(&reader, subjects.count + unnamed.count)
    aggregates = try Self.parts(&reader, subjects.count)
    guard reader.remaining == 0 else { throw ByteReader.Fault() }
  }

  private static func parts(
    _ reader: inout ByteReader, _ rowCount: Int
  ) throws(ByteReader.Fault) -> [Part] {
    var parts: [Part] = []
    for _ in 0..<(try reader.count(ofAtLeast: 14)) {
      let name = try reader.text()
      let identity = try reader.text()
      parts.append(Part(name: name, identity: identity, column: try reader.column(rowCount)))
    }
    return parts
  }
}

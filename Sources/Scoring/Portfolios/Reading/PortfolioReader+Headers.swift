package import Diagnostics
package import Formats
package import Rubrics

extension PortfolioReader {
  /// Finds the header of a table, or of the facts.
  func headerFinder(of table: TableDeclaration?) -> HeaderFinder {
    HeaderFinder(table?.columns ?? rubric.facts, key: key)
  }

  /// The same of a table or survey by its name; `nil`: of the facts.
  package static func headerFinder(
    ofTable name: String?, key: String, in rubric: Rubric
  ) -> HeaderFinder {
    let table = name.flatMap { name in
      (rubric.tables + rubric.surveys).first { HeaderName($0.name) == HeaderName(name) }
    }
    return HeaderFinder(table?.columns ?? rubric.facts, key: key)
  }

  /// Whether the rubric declares a table or survey of every name; what it does not was reported.
  package func declares(
    _ tables: [(name: String, file: PortfolioFile)], into diagnostics: inout Diagnostics
  ) -> Bool {
    // Each is asked, so that one run tells them all.
    tables.count { target($0.name, at: $0.file.path, into: &diagnostics) == nil } == 0
  }

  /// The headers of the facts, where the rubric has facts that others give; else none, because nobody asks.
  ///
  /// - Returns: `nil` where the file cannot be read, which was reported.
  package func headers(of facts: PortfolioFile?, into diagnostics: inout Diagnostics) -> [String]? {
    let isAsked = rubric.needs.contains { need in
      if case .fact = need { need.kind(in: rubric) != .facts } else { false }
    }
    guard let facts, isAsked else { return [] }
    var found = Diagnostics()
    if let content = OpenFile(facts, headerFinder(of: nil), into: &found) {
      return content.head.names
    }
    diagnostics.append(found)
    return nil
  }

  /// The column that names the subject, where the header can be used: says where it stands, and which names stand twice.
  ///
  /// - Returns: `nil` where there is none, or a name that is read stands over two columns; that was reported.
  func keyColumn(
    of content: OpenFile, _ path: String, beside columns: [[String]],
    into diagnostics: inout Diagnostics
  ) -> Int? {
    let head = content.head
    guard let column = content.columnIndex(named: [key]) else {
      diagnostics.report(.missingKeyColumn(key, HeaderFace(head.written), path))
      return nil
    }
    if head.recordsAbove > 0 {
      diagnostics.report(
        .headerBelow(
          head.recordsAbove, at: .cell(file: path, line: head.line, column: head.names[column])))
    }
    let read = Set((columns.joined() + [key]).map(HeaderName.init))
    var isClear = true
    for one in head.repeats {
      let place = Place.cell(file: path, line: head.line, column: one.name)
      if read.contains(HeaderName(one.name)) {
        diagnostics.report(.duplicateHeader(one.name, one.first + 1, one.second + 1, at: place))
        isClear = false
      } else {
        diagnostics.report(
          .unreadHeaderTwice(one.name, one.first + 1, one.second + 1, at: place))
      }
    }
    return isClear ? column : nil
  }
}

import Diagnostics
import Formats
import TestSupport
import Testing

/// Files in which bytes were changed, cut out, doubled or exchanged: every reader must come back.
@Suite(.timed) struct MutationTests {
  static let yaml = """
    # a rubric
    rubric: haining-process
    title: {zh: 海宁市, en: "Haining\\n\\u6761"}
    says: 'it''s 条'
    define:
      拨付率: |
        实拨经费 /
          应拨经费
      folded: >-
        a
        b

        c
    sections:
      - id: team
        items: [a, {b: c, d: [e]}]
      - ? x
        : y

    """

  static let csv = "姓名,备注,\"a\"\"b\"\r\n张三,\"一,\r\n二\",3\r\n李四,,\r\n"
  static let json = "{\"a\": [1, -2.5e3, true, null, \"条\\u6761\\ud83d\\ude00\\n\"], \"b\": {}}"

  @Test func yamlNeverTrapsAndPlacesStayInside() {
    for bytes in mutations(of: Self.yaml, count: 1500, seed: 1) {
      var found = Diagnostics()
      let source = SourceText(String(decoding: bytes, as: UTF8.self), path: "f.yaml")
      let node = YAMLReader.read(source, into: &found)
      if let node { checkPlaces(node, source.text.utf8.count) }
      for diagnostic in found.all {
        if case .text(_, let span) = diagnostic.place {
          #expect(span.start >= 0 && span.end <= source.text.utf8.count)
        }
      }
      #expect(node != nil || found.hasErrors)
      _ = DiagnosticRenderer(language: .zh).render(found)
    }
  }

  @Test func csvNeverTraps() {
    var limits = CSVReader.Limits()
    limits.cell = 40
    limits.line = 80
    for bytes in mutations(of: Self.csv, count: 1500, seed: 2) {
      var found = Diagnostics()
      guard let table = CSVReader.read(bytes, path: "t.csv", limits: limits, into: &found) else {
        #expect(found.hasErrors)
        continue
      }
      for row in 0..<table.rowCount { #expect(table.row(row).count == table.header.count) }
      _ = TextReader.read(bytes, path: "t", into: &found)
    }
  }

  @Test func jsonNeverTraps() {
    for bytes in mutations(of: Self.json, count: 1500, seed: 3) {
      var found = Diagnostics()
      let source = SourceText(String(decoding: bytes, as: UTF8.self), path: "f.json")
      let json = JSONReader.read(source, into: &found)
      #expect((json == nil) == found.hasErrors)
      if let json {
        let again = JSONReader.read(SourceText(json.canonicalText, path: "f"), into: &found)
        #expect(again?.canonicalText == json.canonicalText)
      }
    }
  }

  @Test func cellsNeverTrap() {
    let cells = [
      "￥-1,234,567.89万", "85.5 %", "2024年3月1日", "2024-03-01T08:30:05.5+08:00", "-P1DT2H3M4S",
      "P1Y6M",
      "是",
    ]
    let kinds: [CellKind] = [
      .string, .number, .boolean, .date, .time, .dateTime, .dayTimeDuration, .yearMonthDuration,
    ]
    for (seed, cell) in cells.enumerated() {
      for bytes in mutations(of: cell, count: 200, seed: UInt64(seed)) {
        let text = String(decoding: bytes, as: UTF8.self)
        for kind in kinds { _ = CellReader(kind, blanks: ["/"]).read(text) }
      }
    }
  }

  private func mutations(of text: String, count: Int, seed: UInt64) -> [[UInt8]] {
    var random = SeededRandom(seed: seed)
    let whole = Array(text.utf8)
    let pieces: [[UInt8]] = [
      [0], [0x0A], [0x0D], [0x09], [0x22], [0x27], [0x2C], [0x3A, 0x20], [0x5B], [0x7B], [0x5C],
      [0x23],
      [0x80], [0xFF], [0xE6, 0x9D], [0xEF, 0xBB, 0xBF], [0xE2, 0x80, 0xA8], [0x2D, 0x20],
      [0x7C, 0x0A],
      [0x39, 0x39, 0x39, 0x39, 0x39, 0x39, 0x39, 0x39, 0x39, 0x39, 0x39, 0x39], [0x65, 0x39],
    ]
    return (0..<count).map { _ in
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let start = Int.random(in: 0...bytes.count, using: &random)
        let end = min(bytes.count, start + Int.random(in: 0...6, using: &random))
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes.insert(contentsOf: Array(bytes[start..<end]), at: start)
        case 2: bytes.replaceSubrange(start..<end, with: pieces.randomElement(using: &random) ?? [])
        default: bytes.removeSubrange(start...)
        }
        if bytes.isEmpty { bytes = whole }
      }
      return bytes
    }
  }

  private func checkPlaces(_ node: Node, _ count: Int) {
    #expect(node.span.start >= 0 && node.span.end <= count)
    switch node {
    case .scalar(let scalar):
      let text = scalar.text.utf8.count
      for offset in [0, text / 2, text] {
        guard case .text(_, let span) = scalar.passage.place(of: Span(offset, offset + 1)) else {
          continue
        }
        #expect(span.start >= 0 && span.start <= count)
      }
      _ = scalar.trailingComment
      _ = scalar.rawLine
    case .sequence(let sequence): for item in sequence.items { checkPlaces(item, count) }
    case .mapping(let mapping):
      for entry in mapping.entries {
        checkPlaces(.scalar(entry.key), count)
        checkPlaces(entry.value, count)
      }
    }
  }
}

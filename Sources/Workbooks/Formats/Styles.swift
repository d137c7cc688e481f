/// What the numbers of a workbook are, by the styles of its cells.
///
/// - Source: ECMA-376 Part 1, 18.8.
struct Styles: Sendable {
  private enum Format: Sendable {
    case plain(NumberMeaning)
    case code(NumberFormat)
  }

  /// Different formats; a style is an index into them.
  private var formats: [Format] = [.plain(.number)]
  private var styles: [UInt32] = []

  init() {}

  init(_ reader: consuming XMLReader) throws(XMLFault) {
    var codes: [Int: String] = [:]
    var idents: [Int] = []
    var group = Group.other
    while true {
      switch try reader.next() {
      case .start:
        if reader.depth == 2 {
          group = Group(reader)
        } else if reader.depth == 3, group == .codes {
          if let ident = try reader.value("numFmtId").flatMap({ Int($0) }) {
            var code = Array((try reader.value("formatCode") ?? "").utf8)
            EscapedText.decode(&code, from: 0)
            codes[ident] = String(decoding: code, as: UTF8.self)
          }
        } else if reader.depth == 3, group == .styles, reader.starts("xf") {
          idents.append(try reader.value("numFmtId").flatMap { Int($0) } ?? 0)
        }
      case .done:
        resolve(idents, codes)
        return
      default: break
      }
    }
  }

  private enum Group {
    case codes, styles, other

    init(_ reader: borrowing XMLReader) {
      self = reader.starts("numFmts") ? .codes : reader.starts("cellXfs") ? .styles : .other
    }
  }

  private mutating func resolve(_ idents: [Int], _ codes: [Int: String]) {
    var indices: [Int: UInt32] = [:]
    for ident in idents {
      if let index = indices[ident] {
        styles.append(index)
        continue
      }
      let index = UInt32(truncatingIfNeeded: formats.count)
      formats.append(
        codes[ident].map { .code(NumberFormat($0)) } ?? .plain(BuiltInFormats.meaning(of: ident)))
      indices[ident] = index
      styles.append(index)
    }
  }

  func meaning(
    ofStyle style: Int?, _ number: UnsafeBufferPointer<UInt8>
  ) -> NumberMeaning {
    guard let style, styles.indices.contains(style) else { return .number }
    switch formats[Int(styles[style])] {
    case .plain(let meaning): return meaning
    case .code(let format): return format.meaning(of: number)
    }
  }
}

extension Styles {
  /// What a style shows around a number whose meaning is to be dressed.
  func dress(ofStyle style: Int?, _ number: UnsafeBufferPointer<UInt8>) -> NumberDress? {
    guard let style, styles.indices.contains(style),
      case .code(let format) = formats[Int(styles[style])]
    else { return nil }
    return format.dress(of: number)
  }
}

/// Formats that have a number and no code in the file.
enum BuiltInFormats {
  /// - Source: ECMA-376 Part 1, 18.8.30; 27 to 36 and 50 to 58 by its table for zh-cn, 71 to 81 by that for th-th.
  static func meaning(of ident: Int) -> NumberMeaning {
    switch ident {
    case 9, 10: .percent
    case 14...17, 27...31, 36, 50...54, 57, 58, 71...74, 81: .date
    case 18...21, 32...35, 45, 47, 55, 56, 75, 76, 78, 80: .time
    case 22, 77: .dateTime
    case 46, 79: .duration
    default: .number
    }
  }
}

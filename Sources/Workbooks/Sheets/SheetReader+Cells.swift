import Values

extension SheetReader {
  /// What a cell says that it holds.
  enum Written {
    case number, shared, text, boolean, error, inline, day, unknown

    @inline(__always)
    init(_ type: UnsafeBufferPointer<UInt8>?) {
      guard let type else {
        self = .number
        return
      }
      switch type.count {
      case 1:
        switch type[0] {
        case UInt8(ascii: "s"): self = .shared
        case UInt8(ascii: "n"): self = .number
        case UInt8(ascii: "b"): self = .boolean
        case UInt8(ascii: "e"): self = .error
        case UInt8(ascii: "d"): self = .day
        default: self = .unknown
        }
      case 0: self = .number
      default: self = type.is("str") ? .text : type.is("inlineStr") ? .inline : .unknown
      }
    }
  }

  /// Reads the cell that has just started, to its end.
  mutating func readCell(_ take: Taker) throws(XMLFault) {
    let hasPlace = findPlace(reader.attribute("r"))
    let type = Written(reader.attribute("t"))
    let style = reader.attribute("s").flatMap(Self.integer)
    var (hasValue, hasFormula, hasInline, keepsBlanks) = (false, false, false, false)
    var isInValue = false
    if !value.isEmpty { value.removeAll(keepingCapacity: true) }
    while reader.depth >= 4 {
      switch try reader.next() {
      case .start where reader.depth == 5:
        isInValue = false
        if reader.starts("v") {
          (hasValue, isInValue) = (true, true)
          if !value.isEmpty { value.removeAll(keepingCapacity: true) }
          if type == .text { keepsBlanks = reader.preservesSpace }
        } else if reader.starts("f") {
          hasFormula = true
        } else if reader.starts("is"), !hasValue || type == .inline {
          hasInline = true
          value.removeAll(keepingCapacity: true)
          try StringItem.read(&reader, to: &value)
        }
      case .text where isInValue && reader.depth >= 5 && !(hasInline && type == .inline):
        try XMLText.append(reader.text, isLiteral: reader.isLiteral, to: &value)
      default: break
      }
    }
    if hasFormula { reading.formulaCount += 1 }
    guard hasPlace else { return }
    guard hasValue || hasInline else {
      return finish(.blank, hasFormula, nil, take)
    }
    if hasInline {
      return finish(.text, hasFormula, nil, take)
    }
    if type == .text || type == .inline {
      if !keepsBlanks, type == .text { StringItem.trim(&value, from: 0) }
      EscapedText.decode(&value, from: 0)
      return finish(.text, hasFormula, nil, take)
    }
    finish(type, style, hasFormula, take)
  }

  /// A value that is no text of its own.
  mutating func finish(
    _ type: Written, _ style: Int?, _ hasFormula: Bool, _ take: Taker
  ) {
    StringItem.trim(&value, from: 0)
    guard !value.isEmpty else { return finish(.blank, hasFormula, nil, take) }
    switch type {
    case .shared: finishShared(hasFormula, take)
    case .boolean:
      let isTrue = value.withUnsafeBufferPointer { Self.isTrue($0) }
      value.removeAll(keepingCapacity: true)
      value += (isTrue ? "true" : "false").utf8
      finish(.boolean, hasFormula, nil, take)
    case .error:
      if reading.errors.count == 0 { reading.firstError = String(decoding: value, as: UTF8.self) }
      reading.errors.add(cellRow, column)
      finish(.error, hasFormula, nil, take)
    case .number: finishNumber(style, hasFormula, take)
    case .day: finishDay(style, hasFormula, take)
    case .unknown, .text, .inline:
      reading.unknownTypes.add(cellRow, column)
      finish(.text, hasFormula, nil, take)
    }
  }

  private mutating func finishNumber(_ style: Int?, _ hasFormula: Bool, _ take: Taker) {
    let meaning = value.withUnsafeBufferPointer { bytes -> NumberMeaning? in
      NumberText.isNumber(bytes) ? styles.meaning(ofStyle: style, bytes) : nil
    }
    guard let meaning else {
      reading.nonNumbers.add(cellRow, column)
      return finish(.text, hasFormula, nil, take)
    }
    if meaning == .number || meaning == .percent {
      return finish(.number, hasFormula, meaning, take)
    }
    if meaning == .dressed { return finishDressed(style, hasFormula, take) }
    shown.removeAll(keepingCapacity: true)
    let kind = value.withUnsafeBufferPointer { time.write($0, as: meaning, to: &shown) }
    finish(kind, hasFormula, meaning, take)
  }

  /// Hands over the number, and beside it what is shown.
  private mutating func finishDressed(_ style: Int?, _ hasFormula: Bool, _ take: Taker) {
    let dress = value.withUnsafeBufferPointer { styles.dress(ofStyle: style, $0) }
    shown.removeAll(keepingCapacity: true)
    value.withUnsafeBufferPointer { dress?.write($0, to: &shown) }
    count(.number)
    let cell = SheetCell(
      row: cellRow, column: column, kind: .number, hasFormula: hasFormula,
      isPercent: dress?.isPercent ?? false, isWorded: dress != nil)
    value.withUnsafeBufferPointer { number in
      shown.withUnsafeBufferPointer { take(cell, number, $0) }
    }
  }

  private mutating func finishDay(_ style: Int?, _ hasFormula: Bool, _ take: Taker) {
    shown.removeAll(keepingCapacity: true)
    let kind = value.withUnsafeBufferPointer { bytes in
      let one: [UInt8] = [UInt8(ascii: "1")]
      let meaning = one.withUnsafeBufferPointer { styles.meaning(ofStyle: style, $0) }
      return ISOTime.write(bytes, as: meaning, to: &shown)
    }
    finish(kind ?? .text, hasFormula, nil, take)
  }

  private mutating func finishShared(_ hasFormula: Bool, _ take: Taker) {
    let range = value.withUnsafeBufferPointer(Self.integer).flatMap(strings.range)
    guard let range else {
      reading.missingStrings.add(cellRow, column)
      value = Array("#REF!".utf8)
      return finish(.error, hasFormula, nil, take)
    }
    strings.bytes.withUnsafeBufferPointer { bytes in
      hand(.text, hasFormula, false, UnsafeBufferPointer(rebasing: bytes[range]), take)
    }
  }

  /// A cell without a value.
  mutating func finishBlank(_ take: Taker) {
    if !value.isEmpty { value.removeAll(keepingCapacity: true) }
    finish(.blank, false, nil, take)
  }

  /// Hands over what stands in `value`, or in `shown` for days and times.
  private mutating func finish(
    _ kind: SheetCell.Kind, _ hasFormula: Bool, _ meaning: NumberMeaning?, _ take: Taker
  ) {
    var kind = kind
    if kind == .blank, hasFormula {
      kind = .uncached
      reading.uncached.append((cellRow, column))
    }
    switch kind {
    case .date, .dateTime, .time, .duration:
      count(kind)
      let cell = SheetCell(
        row: cellRow, column: column, kind: kind, hasFormula: hasFormula, isPercent: false)
      shown.withUnsafeBufferPointer { shown in
        value.withUnsafeBufferPointer { take(cell, shown, $0) }
      }
    default:
      value.withUnsafeBufferPointer { bytes in
        hand(kind, hasFormula, meaning == .percent, bytes, take)
      }
    }
  }

  @inline(__always)
  mutating func hand(
    _ kind: SheetCell.Kind, _ hasFormula: Bool, _ isPercent: Bool,
    _ bytes: UnsafeBufferPointer<UInt8>, _ take: Taker
  ) {
    count(kind)
    let cell = SheetCell(
      row: cellRow, column: column, kind: kind, hasFormula: hasFormula, isPercent: isPercent)
    let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    guard kind != .text || UTF8Check.isValid(bytes) else {
      reading.garbled.add(cellRow, column)
      return Array(bytes.text.utf8).withUnsafeBufferPointer { take(cell, $0, none) }
    }
    take(cell, bytes, none)
  }

  private mutating func count(_ kind: SheetCell.Kind) {
    guard kind != .blank else { return }
    reading.cellCount += 1
    reading.rowCount = max(reading.rowCount, cellRow)
    reading.columnCount = max(reading.columnCount, column)
  }

  /// - Returns: false for a cell of which nobody knows where it stands.
  mutating func findPlace(_ name: UnsafeBufferPointer<UInt8>?) -> Bool {
    guard let name else {
      cellRow = row
      column += 1
      guard row <= SheetCell.mostRows, column <= SheetCell.mostColumns else {
        reading.outside.add(row, column)
        return false
      }
      return true
    }
    guard let place = CellName.read(name) ?? CellName.read(name.trimmed), place.row > 0 else {
      reading.misplaced.add(row, column)
      return false
    }
    guard place.row <= SheetCell.mostRows, place.column <= SheetCell.mostColumns else {
      reading.outside.add(row, column)
      return false
    }
    if place.row != row || place.column <= column {
      reading.isUnordered = true
    }
    cellRow = place.row
    column = place.column
    return true
  }
}

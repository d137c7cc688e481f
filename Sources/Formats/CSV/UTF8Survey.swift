/// How far bytes are from being UTF-8.
struct UTF8Survey {
  /// A byte that belongs to no letter, and where it stands: line and letter counted from 1.
  struct Fault {
    let byte: UInt8
    let line: Int
    let column: Int
  }

  private(set) var firstFault: Fault?
  private(set) var faultCount = 0
  /// Letters of several bytes.
  private(set) var longLetterCount = 0
  /// Bytes above ASCII stand beside each other, as in all letters of several bytes.
  private(set) var hasNeighbours = false

  /// With U+FFFD in place of what is no letter; empty unless asked for.
  private(set) var repaired: [UInt8] = []

  init(_ bytes: [UInt8], repairs: Bool = false) {
    if repairs { repaired.reserveCapacity(bytes.count) }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var (offset, line, column) = (0, 1, 1)
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar):
        if repairs { repaired.append(contentsOf: scalar) }
        offset += scalar.count
        column += 1
        if scalar.count > 1 { longLetterCount += 1 }
        if scalar.first == 0x0A { (line, column) = (line + 1, 1) }
      case .error(let length):
        if firstFault == nil {
          firstFault = Fault(byte: bytes[min(offset, bytes.count - 1)], line: line, column: column)
        }
        faultCount += 1
        if repairs { repaired.append(contentsOf: [0xEF, 0xBF, 0xBD]) }
        offset += length
        column += 1
      case .emptyInput:
        hasNeighbours = zip(bytes, bytes.dropFirst()).contains { $0 >= 0x80 && $1 >= 0x80 }
        return
      }
    }
  }

  /// Whether it is UTF-8 but for a few places: its other letters are.
  ///
  /// Of text in GB 18030 about one letter in six is also one of UTF-8, by chance; the others are faults.
  var isMostlyUTF8: Bool { longLetterCount > faultCount }
}

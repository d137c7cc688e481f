/// The tag that was read last: places in the window of its reader.
struct XMLTag {
  struct Attribute {
    let name: Int32
    let nameCount: Int32
    let value: Int32
    let valueCount: Int32
  }

  var name = 0
  var nameCount = 0
  /// Behind the prefix and its colon.
  var localName = 0
  private(set) var count = 0
  private var capacity = 0
  private var attributes: UnsafeMutablePointer<Attribute>?

  mutating func removeAll() { count = 0 }

  mutating func append(_ attribute: Attribute) {
    if count == capacity { grow() }
    attributes?[count] = attribute
    count += 1
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Attribute>.allocate(capacity: max(16, capacity * 2))
    if let attributes { larger.update(from: attributes, count: count) }
    attributes?.deallocate()
    attributes = larger
    capacity = max(16, capacity * 2)
  }

  func deallocate() { attributes?.deallocate() }

  @inline(__always)
  subscript(index: Int) -> Attribute {
    guard index < count, let attributes else {
      return Attribute(name: 0, nameCount: 0, value: 0, valueCount: 0)
    }
    return attributes[index]
  }
}

import Platform

/// The elements around the place of a reader, and the prefixes that they declare.
///
/// Every cell opens and closes two elements, so their names lie in memory of its own: arrays would take a fifth of the reading.
struct XMLOpenElements {
  struct Binding {
    let prefix: [UInt8]
    let namespace: XMLNamespace
    let depth: Int
  }

  /// The names of all of them, end to end.
  private var names: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 10
  /// Where the name at each depth ends; the first is 0.
  private let borders: UnsafeMutablePointer<Int>
  private let deepest: Int
  private var depth = 0

  private var bindings: [Binding] = []
  private var deepestBinding = 0
  /// Of names without a prefix.
  private(set) var plain = XMLNamespace.none

  /// - Parameter deepest: so many elements are in each other at most.
  init(deepest: Int) {
    self.deepest = deepest
    names = .allocate(capacity: capacity)
    borders = .allocate(capacity: deepest + 1)
    borders[0] = 0
  }

  func deallocate() {
    names.deallocate()
    borders.deallocate()
  }

  /// Opens an element.
  ///
  /// - Returns: false where it would be too deep.
  mutating func push(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard depth < deepest, let base = name.baseAddress else { return false }
    let start = borders[depth]
    if start + name.count > capacity { grow(start + name.count) }
    memcpy(names + start, base, name.count)
    depth += 1
    borders[depth] = start + name.count
    return true
  }

  private mutating func grow(_ count: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: count * 2)
    memcpy(larger, names, borders[depth])
    names.deallocate()
    names = larger
    capacity = count * 2
  }

  /// Whether `name` is the innermost.
  @inline(__always)
  func ends(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard depth > 0 else { return false }
    let start = borders[depth - 1]
    guard borders[depth] - start == name.count else { return false }
    var index = 0
    while index < name.count {
      if names[start + index] != name[index] { return false }
      index += 1
    }
    return true
  }

  /// Takes the innermost away.
  @inline(__always)
  mutating func pop() {
    if deepestBinding >= depth { unbind() }
    if depth > 0 { depth -= 1 }
  }

  private mutating func unbind() {
    let depth = depth
    bindings.removeAll { $0.depth >= depth }
    deepestBinding = bindings.last?.depth ?? 0
    plain = bindings.last { $0.prefix.isEmpty }?.namespace ?? .none
  }

  /// What a prefix means from the innermost element on.
  mutating func bind(_ prefix: [UInt8], to namespace: XMLNamespace) {
    bindings.append(Binding(prefix: prefix, namespace: namespace, depth: depth))
    deepestBinding = depth
    if prefix.isEmpty { plain = namespace }
  }

  func namespace(of prefix: UnsafeBufferPointer<UInt8>) -> XMLNamespace {
    let binding = bindings.last {
      $0.prefix.count == prefix.count && $0.prefix.elementsEqual(prefix)
    }
    return binding?.namespace ?? .none
  }
}

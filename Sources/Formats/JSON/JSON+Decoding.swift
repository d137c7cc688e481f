import Values

extension JSON {
  /// The value that a document says; throws where something is missing or of another kind.
  package func decoded<Value: Decodable>(as type: Value.Type) throws -> Value {
    try JSONDecoding(json: self).value(type)
  }
}

private struct JSONDecoding: Decoder {
  let json: JSON
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let plain: Any?
    switch type {
    case is String.Type: plain = json.string
    case is Bool.Type: plain = json.boolean
    case let integer as any FixedWidthInteger.Type: plain = whole(integer)
    case is any BinaryFloatingPoint.Type: plain = nil
    default: return try Value(from: self)
    }
    guard let value = plain as? Value else { throw Self.mismatch(type) }
    return value
  }

  private func whole<Whole: FixedWidthInteger>(_ type: Whole.Type) -> Any? {
    json.number?.intValue.flatMap { Whole(exactly: $0) }
  }

  static func mismatch(_ type: Any.Type) -> DecodingError {
    .typeMismatch(type, .init(codingPath: [], debugDescription: "another kind of value"))
  }

  func container<Key>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard let members = json.members else { throw Self.mismatch([String: JSON].self) }
    return KeyedDecodingContainer(ObjectDecoding<Key>(whole: self, members))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard let elements = json.array else { throw Self.mismatch([JSON].self) }
    return ListDecoding(elements: elements)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { ValueDecoding(whole: self) }
}

private struct ObjectDecoding<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let whole: JSONDecoding
  private let members: [String: JSON]
  var codingPath: [any CodingKey] { [] }

  init(whole: JSONDecoding, _ members: [JSON.Member]) {
    self.whole = whole
    self.members = Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
  }

  var allKeys: [Key] { members.keys.compactMap(Key.init) }

  func contains(_ key: Key) -> Bool { members[key.stringValue] != nil }

  private func decoding(_ key: Key) throws -> JSONDecoding {
    guard let json = members[key.stringValue] else {
      throw DecodingError.keyNotFound(
        key, .init(codingPath: [], debugDescription: key.stringValue))
    }
    return JSONDecoding(json: json)
  }

  func decodeNil(forKey key: Key) throws -> Bool { try decoding(key).json == .null }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try decoding(key).value(type)
  }

  func nestedContainer<Inner>(
    keyedBy type: Inner.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Inner> {
    try decoding(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoding(key).unkeyedContainer()
  }

  func superDecoder() -> any Decoder { whole }

  func superDecoder(forKey key: Key) throws -> any Decoder { try decoding(key) }
}

private struct ListDecoding: UnkeyedDecodingContainer {
  let elements: [JSON]
  private(set) var currentIndex = 0
  var codingPath: [any CodingKey] { [] }
  var count: Int? { elements.count }
  var isAtEnd: Bool { currentIndex >= elements.count }

  init(elements: [JSON]) {
    self.elements = elements
  }

  private func current() throws -> JSONDecoding {
    guard !isAtEnd else { throw JSONDecoding.mismatch(JSON.self) }
    return JSONDecoding(json: elements[currentIndex])
  }

  /// Goes on behind an element that could be read.
  private mutating func next<Result>(_ read: (JSONDecoding) throws -> Result) throws -> Result {
    let result = try read(current())
    currentIndex += 1
    return result
  }

  mutating func decodeNil() throws -> Bool {
    guard try current().json == .null else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try next { try $0.value(type) }
  }

  mutating func nestedContainer<Inner>(
    keyedBy type: Inner.Type
  ) throws -> KeyedDecodingContainer<Inner> {
    try next { try $0.container(keyedBy: type) }
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next { try $0.unkeyedContainer() }
  }

  mutating func superDecoder() throws -> any Decoder { try next { $0 } }
}

private struct ValueDecoding: SingleValueDecodingContainer {
  let whole: JSONDecoding
  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { whole.json == .null }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try whole.value(type) }
}

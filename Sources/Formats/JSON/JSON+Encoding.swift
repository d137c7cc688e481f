import Diagnostics

extension JSON {
  /// The document of a value: text, truth values, integers, and what is made of them.
  ///
  /// Binary fractions are refused.
  package init(encoding value: some Encodable) throws {
    let text = try JSON.prettyText(encoding: value)
    var unused = Diagnostics()
    guard let json = JSONReader.read(SourceText(text, path: ""), into: &unused) else {
      throw EncodingError.invalidValue(
        value, .init(codingPath: [], debugDescription: "deeper than a document may be"))
    }
    self = json
  }

  /// The same as `JSON(encoding:).prettyText`, with no document in between.
  package static func prettyText(encoding value: some Encodable) throws -> String {
    let builder = JSONTextBuilder()
    try builder.put(value)
    return builder.finished()
  }
}

/// Where one value of a document is to stand.
struct JSONTextEncoder: Encoder {
  let builder: JSONTextBuilder
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(ObjectText<Key>(builder))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer { ListText(builder) }

  func singleValueContainer() -> any SingleValueEncodingContainer { ValueText(builder: builder) }
}

private struct ObjectText<Key: CodingKey>: KeyedEncodingContainerProtocol {
  private let builder: JSONTextBuilder
  private let level: Int
  var codingPath: [any CodingKey] { [] }

  init(_ builder: JSONTextBuilder) {
    self.builder = builder
    level = builder.open(.object)
  }

  func encodeNil(forKey key: Key) {
    builder.begin(key.stringValue, at: level)
    builder.putNull()
  }

  func encode(_ value: String, forKey key: Key) {
    builder.begin(key.stringValue, at: level)
    builder.put(value)
  }

  func encode(_ value: Bool, forKey key: Key) {
    builder.begin(key.stringValue, at: level)
    builder.put(value)
  }

  func encode(_ value: Int, forKey key: Key) {
    builder.begin(key.stringValue, at: level)
    builder.put(value)
  }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    builder.begin(key.stringValue, at: level)
    try builder.put(value)
  }

  func nestedContainer<Inner>(
    keyedBy type: Inner.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Inner> {
    superEncoder(forKey: key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    superEncoder(forKey: key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    builder.begin("super", at: level)
    return JSONTextEncoder(builder: builder)
  }

  func superEncoder(forKey key: Key) -> any Encoder {
    builder.begin(key.stringValue, at: level)
    return JSONTextEncoder(builder: builder)
  }
}

private struct ListText: UnkeyedEncodingContainer {
  private let builder: JSONTextBuilder
  private let level: Int
  var codingPath: [any CodingKey] { [] }
  var count: Int { builder.count(at: level) }

  init(_ builder: JSONTextBuilder) {
    self.builder = builder
    level = builder.open(.list)
  }

  func encodeNil() {
    builder.begin(nil, at: level)
    builder.putNull()
  }

  func encode(_ value: some Encodable) throws {
    builder.begin(nil, at: level)
    try builder.put(value)
  }

  func nestedContainer<Inner>(keyedBy type: Inner.Type) -> KeyedEncodingContainer<Inner> {
    superEncoder().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    superEncoder().unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    builder.begin(nil, at: level)
    return JSONTextEncoder(builder: builder)
  }
}

private struct ValueText: SingleValueEncodingContainer {
  let builder: JSONTextBuilder
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { builder.putNull() }

  func encode(_ value: String) { builder.put(value) }

  func encode(_ value: Bool) { builder.put(value) }

  func encode(_ value: Int) { builder.put(value) }

  func encode(_ value: some Encodable) throws {
    switch value {
    case let number as any BinaryInteger:
      guard let whole = Int(exactly: number) else { throw refusal(of: value) }
      builder.put(whole)
    case is any BinaryFloatingPoint: throw refusal(of: value)
    default: try builder.put(value)
    }
  }

  private func refusal(of value: Any) -> EncodingError {
    .invalidValue(value, .init(codingPath: [], debugDescription: "no exact decimal"))
  }
}

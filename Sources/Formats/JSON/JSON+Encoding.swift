import Values

extension JSON {
  /// The document of a value: text, truth values, integers, and what is made of them.
  ///
  /// Binary fractions are refused.
  package init(encoding value: some Encodable) throws {
    let slot = JSONSlot()
    try slot.put(value)
    self = slot.json
  }
}

/// Where one value of a document comes to stand.
private final class JSONSlot {
  private var plain: JSON?
  private var elements: [JSONSlot]?
  private var members: [(key: String, slot: JSONSlot)] = []

  var json: JSON {
    plain ?? elements.map { .array($0.map(\.json)) }
      ?? .object(members.map { JSON.Member($0.key, $0.slot.json) })
  }

  var count: Int { elements?.count ?? 0 }

  func put(_ json: JSON) { plain = json }

  func put(_ value: some Encodable) throws {
    switch value {
    case let text as String: put(.string(text))
    case let flag as Bool: put(.boolean(flag))
    case let number as any BinaryInteger:
      guard let whole = Int(exactly: number) else { throw refusal(of: value) }
      put(.number(Number(whole)))
    case is any BinaryFloatingPoint: throw refusal(of: value)
    default: try value.encode(to: SlotEncoder(slot: self))
    }
  }

  private func refusal(of value: Any) -> EncodingError {
    .invalidValue(value, .init(codingPath: [], debugDescription: "no exact decimal"))
  }

  func beList() {
    if elements == nil { elements = [] }
  }

  /// Room for a further element of a list.
  func element() -> JSONSlot {
    let slot = JSONSlot()
    elements?.append(slot)
    return slot
  }

  /// Room for a further member of an object.
  func member(_ key: any CodingKey) -> JSONSlot {
    let slot = JSONSlot()
    members.append((key.stringValue, slot))
    return slot
  }
}

private struct SlotEncoder: Encoder {
  let slot: JSONSlot
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(ObjectEncoding<Key>(slot: slot))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer { ListEncoding(slot) }

  func singleValueContainer() -> any SingleValueEncodingContainer { ValueEncoding(slot: slot) }
}

private struct ObjectEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let slot: JSONSlot
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) { slot.member(key).put(.null) }

  func encode(_ value: some Encodable, forKey key: Key) throws { try slot.member(key).put(value) }

  func nestedContainer<Inner>(
    keyedBy type: Inner.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Inner> {
    superEncoder(forKey: key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    superEncoder(forKey: key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { SlotEncoder(slot: slot) }

  func superEncoder(forKey key: Key) -> any Encoder { SlotEncoder(slot: slot.member(key)) }
}

private struct ListEncoding: UnkeyedEncodingContainer {
  private let slot: JSONSlot
  var codingPath: [any CodingKey] { [] }
  var count: Int { slot.count }

  init(_ slot: JSONSlot) {
    self.slot = slot
    slot.beList()
  }

  func encodeNil() { slot.element().put(.null) }

  func encode(_ value: some Encodable) throws { try slot.element().put(value) }

  func nestedContainer<Inner>(keyedBy type: Inner.Type) -> KeyedEncodingContainer<Inner> {
    superEncoder().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    superEncoder().unkeyedContainer()
  }

  func superEncoder() -> any Encoder { SlotEncoder(slot: slot.element()) }
}

private struct ValueEncoding: SingleValueEncodingContainer {
  let slot: JSONSlot
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { slot.put(.null) }

  func encode(_ value: some Encodable) throws { try slot.put(value) }
}

/// Numbers travel as text: most readers of JSON would round them.
extension Number: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let number = Number(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a number")
    }
    self = number
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

import Diagnostics
package import Formats
import Values

extension Vocabulary {
  /// A JSON Schema (draft 2020-12) of the files whose root is the construct `root`, for editors.
  package func schema(root: String, id: String) -> JSON {
    .object([
      JSON.Member("$schema", "https://json-schema.org/draft/2020-12/schema"),
      JSON.Member("$id", .string(id)),
      JSON.Member("$ref", .string(reference(root))),
      JSON.Member("$defs", .object(constructs.map { JSON.Member($0.name, schema(of: $0)) })),
    ])
  }

  private func reference(_ name: String) -> String {
    "#/$defs/" + name.split(separator: " ").joined(separator: "%20")
  }

  private func schema(of construct: Construct) -> JSON {
    var properties: [JSON.Member] = []
    var required: [JSON] = []
    // What a rubric may leave to the one that it stands on.
    var lent: [JSON] = []
    for key in construct.keys {
      if case .required = key.presence {
        let isLent = construct.name == "rubric" && !BaseMerger.ownKeys.contains(key.name)
        if isLent { lent.append(.string(key.name)) } else { required.append(.string(key.name)) }
      }
      let described = schema(of: key.kind, described: key.summary.en + " " + key.summary.zh)
      properties.append(JSON.Member(key.name, described))
    }
    let choice: [JSON.Member] =
      lent.isEmpty
      ? [] : [JSON.Member("anyOf", [["required": .array(lent)], ["required": ["base"]]])]
    return .object(
      [
        JSON.Member("description", .string(construct.summary.en + " " + construct.summary.zh)),
        JSON.Member("type", "object"),
        JSON.Member("additionalProperties", false),
        JSON.Member("required", .array(required)),
      ] + choice + [JSON.Member("properties", .object(properties))])
  }

  private func schema(of kind: Kind, described description: String) -> JSON {
    .object(
      [JSON.Member("description", .string(description))] + (schema(of: kind).members ?? []))
  }

  private func schema(of kind: Kind) -> JSON {
    switch kind {
    // YAML gives editors a number or a boolean where the text looks like one.
    case .feel, .tests, .text, .cell, .identifier:
      ["type": ["string", "number", "boolean"]]
    case .wording:
      [
        "anyOf": [
          ["type": ["string", "number"]],
          [
            "type": "object", "additionalProperties": false,
            "properties": ["zh": ["type": "string"], "en": ["type": "string"]],
          ],
        ]
      ]
    case .number:
      [
        "anyOf": [
          ["type": "number"], ["type": "string", "pattern": #"^[-+]?[0-9]*\.?[0-9]+%?$"#],
        ]
      ]
    case .count: ["type": "integer", "minimum": 0]
    case .boolean: ["type": "boolean"]
    case .date: ["type": "string", "format": "date"]
    case .choice(let words):
      ["enum": .array(words.map { .string($0) } + numbers(words))]
    case .record(let name): ["$ref": .string(reference(name))]
    case .variant(let names):
      [
        "oneOf": .array(names.map { ["$ref": .string(reference($0))] })
      ]
    case .list(let member): ["type": "array", "items": schema(of: member)]
    case .map(let member): ["type": "object", "additionalProperties": schema(of: member)]
    case .either(let kinds): ["anyOf": .array(kinds.map { schema(of: $0) })]
    case .anything: [:]
    }
  }

  /// A choice such as `0` is a number for editors.
  private func numbers(_ words: [String]) -> [JSON] {
    words.compactMap { Number($0).map { .number($0) } }
  }
}

import Diagnostics
import Values

extension Planner {
  struct Variable {
    let shape: Shape
    let slot: Int
  }

  /// What an element of a list is known by, while the body over it is planned.
  ///
  /// Slots are handed out when somebody asks, so that an unused row never becomes a context.
  final class Element {
    /// The variable of an iteration; `nil` in a filter, where the element is `item` and its entries
    /// are names.
    let variable: String?
    let shape: Shape
    var slot: Int?
    var entries: [Binding.Entry] = []
    var slotsOfEntries: [String: Int] = [:]

    init(variable: String?, shape: Shape) {
      self.variable = variable
      self.shape = shape
    }
  }

  enum Layer {
    case variables([String: Variable])
    case element(Element)
  }

  mutating func declare(_ name: String, _ variable: Variable) {
    guard let last = layers.indices.last, case .variables(var all) = layers[last] else { return }
    // Taken out first, so that the dictionary is not copied for every name.
    layers[last] = .variables([:])
    all[name] = variable
    layers[last] = .variables(all)
  }

  /// Ends the innermost layer, which is that of an element.
  mutating func endElement() -> Binding {
    guard case .element(let element)? = layers.popLast() else {
      preconditionFailure("the innermost layer is no element")
    }
    return Binding(slot: element.slot, entries: element.entries)
  }

  // MARK: Finding

  /// What `name` means in the layers below `limit`; `nil` where nobody declared it.
  mutating func resolve(_ name: String, _ span: Span, below limit: Int? = nil) -> Planned? {
    var index = limit ?? layers.count
    while index > 0 {
      index -= 1
      switch layers[index] {
      case .variables(let all):
        guard let variable = all[name] else { continue }
        if name == "?" { sawTested = true }
        localsUsed.insert(variable.slot)
        return make(.local(variable.slot), variable.shape, span)
      case .element(let element):
        if let variable = element.variable {
          if variable == name { return whole(of: element, span) }
        } else if let found = resolve(name, in: element, at: index, span) {
          return found
        }
      }
    }
    guard let entry = scope[name] else { return nil }
    if name == "?" { sawTested = true }
    slotsUsed.insert(entry.slot)
    return make(.input(entry.slot), entry.shape, span)
  }

  private mutating func whole(of element: Element, _ span: Span) -> Planned {
    let slot = element.slot ?? newSlot()
    element.slot = slot
    return make(.local(slot), element.shape, span)
  }

  /// A name inside a filter: an entry of the element, the element itself, or perhaps an entry.
  private mutating func resolve(
    _ name: String, in element: Element, at index: Int, _ span: Span
  ) -> Planned? {
    if case .context(let fields) = element.shape.withoutNull,
      let column = fields.firstIndex(where: { $0.name == name })
    {
      warnIfHidden(name, span, below: index)
      return entry(name, column: column, fields[column].shape, of: element, span)
    }
    if name == "item" { return whole(of: element, span) }
    guard mayHaveMoreEntries(element.shape) else { return nil }
    let outer = resolve(name, span, below: index)
    if outer == nil, isStrict, !element.shape.isAny { return nil }
    let slot = newEntry(name, column: nil, otherwise: outer?.step, of: element)
    return make(.local(slot), .any, span)
  }

  func mayHaveMoreEntries(_ shape: Shape) -> Bool {
    switch shape.withoutNull {
    case .any: true
    case .context, .null: !isStrict
    default: false
    }
  }

  /// The slot of an entry of the element at `index`.
  mutating func entry(
    _ name: String, column: Int, _ shape: Shape, of element: Element, _ span: Span
  ) -> Planned {
    let slot = newEntry(name, column: column, otherwise: nil, of: element)
    return make(.local(slot), shape.orNull(if: element.shape.mayBeNull), span)
  }

  private mutating func newEntry(
    _ name: String, column: Int?, otherwise: Step?, of element: Element
  ) -> Int {
    if let known = element.slotsOfEntries[name] { return known }
    let slot = newSlot()
    element.slotsOfEntries[name] = slot
    element.entries.append(
      Binding.Entry(name: name, column: column, slot: slot, otherwise: otherwise))
    return slot
  }

  private mutating func warnIfHidden(_ name: String, _ span: Span, below index: Int) {
    guard isStrict, !warned.contains(name) else { return }
    let isDeclared = scope[name] != nil || isVariable(name, below: index)
    guard isDeclared || Builtins.named(name) != nil else { return }
    warned.insert(name)
    diagnostics.report(.hiddenName(name, isBuiltin: !isDeclared, at: place(span)))
  }

  private func isVariable(_ name: String, below limit: Int) -> Bool {
    layers[..<limit].contains { layer in
      switch layer {
      case .variables(let all): all[name] != nil
      case .element(let element):
        element.variable == name
          || element.variable == nil && element.shape.fields.contains { $0.name == name }
      }
    }
  }

  /// Every name that could stand here, for suggestions.
  var visibleNames: [String] {
    var names = scope.entries.map(\.name)
    for layer in layers {
      switch layer {
      case .variables(let all): names += all.keys.sorted()
      case .element(let element):
        if let variable = element.variable {
          names.append(variable)
        } else {
          names += element.shape.fields.map(\.name)
        }
      }
    }
    return names
  }

  // MARK: Names as values

  mutating func planName(_ name: String, _ span: Span) -> Planned {
    if let found = resolve(name, span) { return found }
    if let builtin = Builtins.named(name) {
      let function = Value.function(BuiltinFunction(builtin))
      let parameters = builtin.all.first?.parameters.map { _ in Shape.any } ?? []
      return make(.constant(function), .function(parameters: parameters, result: .any), span)
    }
    if isStrict, mayComplain {
      complain(.unknownName(name, candidates: visibleNames, at: place(span)))
    }
    return null(.unknownName, name, span)
  }

  mutating func planAt(_ text: String, _ span: Span) -> Planned {
    guard let value = Value(temporal: text, zones: zones) else {
      complain(.unreadableLiteral(text, at: place(span)))
      return null(.notADate, text, span)
    }
    if text.contains("@") { complain(.namedZone(text, at: place(span))) }
    return make(.constant(value), Self.shape(of: value), span)
  }

  static func shape(of value: Value) -> Shape {
    switch value {
    case .date: .date
    case .time: .time
    case .dateTime: .dateTime
    case .dayTimeDuration: .dayTimeDuration
    case .yearMonthDuration: .yearMonthDuration
    default: .any
    }
  }
}

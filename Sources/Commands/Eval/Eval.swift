import Diagnostics
import FEEL
import Formats
import Hengxing
import Values

extension Verb {
  static let eval = Verb(
    "eval",
    Wording(en: "evaluate an expression of FEEL", zh: "计算一个 FEEL 表达式"),
    synopsis: "[--context FILE] EXPRESSION | --lines",
    options: [
      Option(
        "context", .value("FILE"),
        Wording(
          en: "a JSON object whose entries the expression may use",
          zh: "JSON 文件，其中的项可在表达式里使用")),
      Option(
        "lines", .flag,
        Wording(
          en: "read one JSON record a line from standard input and answer line by line",
          zh: "从标准输入逐行读取 JSON 记录并逐行作答")),
      Option(
        "explain", .flag,
        Wording(
          en: "print what every part came to, and why a null is null",
          zh: "逐步列出每个部分的结果，以及空值的原因")),
      Option(
        "functions", .flag,
        Wording(en: "list the functions of FEEL with examples", zh: "列出 FEEL 的全部函数和例子")),
      .format(["text", "json"]),
    ],
    example: "hengxing eval 'sum(for x in 1..4 return x * x)'"
  ) { invocation, terminal in
    if invocation.has("functions") {
      terminal.write(Builtins.page(in: invocation.language ?? .en))
      return .done
    }
    return invocation.has("lines")
      ? answerLines(on: terminal) : evaluate(invocation, on: terminal)
  }

  private static func answerLines(on terminal: Terminal) -> ExitCode {
    let surroundings = Surroundings.ofThisMachine()
    while let line = terminal.readLine() {
      if line.allSatisfy(\.isWhitespace) { continue }
      terminal.write(EvalLines.answer(to: line, in: surroundings) + "\n")
    }
    return .done
  }

  private static func evaluate(_ invocation: Invocation, on terminal: Terminal) -> ExitCode {
    let language = invocation.language ?? .en
    guard invocation.arguments.count == 1, let expression = invocation.arguments.first else {
      return Program.complain(
        .missingArgument("eval [--context FILE] EXPRESSION"), verb: "eval", in: language,
        on: terminal)
    }
    var diagnostics = Diagnostics()
    defer { terminal.complain(DiagnosticRenderer(language: language).render(diagnostics)) }
    var entries: [Scope.Entry] = []
    var slots: [Value] = []
    if let path = invocation.value("context") {
      guard let bytes = Files.contents(of: path) else {
        diagnostics.report(.unreadableContext(path))
        return .unreadable
      }
      let source = SourceText(String(decoding: bytes, as: UTF8.self), path: path, isPrivate: true)
      guard let json = JSONReader.read(source, into: &diagnostics) else { return .faults }
      guard case .context(let context) = PlainValue.value(of: json) else {
        diagnostics.report(.contextNotAnObject(path))
        return .faults
      }
      for entry in context.entries {
        entries.append(Scope.Entry(entry.name, Shape(of: entry.value), slot: slots.count))
        slots.append(entry.value)
      }
    }
    let surroundings = Surroundings.ofThisMachine()
    guard
      let plan = Plan.expression(
        Passage(expression), in: Scope(entries), mode: .lenient, zones: surroundings.zones,
        into: &diagnostics)
    else { return .faults }
    let value: Value
    if invocation.has("explain") {
      let explained = plan.explain(slots, in: surroundings)
      value = explained.value
      for entry in explained.trace.entries where !entry.isLiteral {
        terminal.write(EvalWording.part(entry).text(in: language) + "\n")
      }
    } else {
      value = plan.run(slots, in: surroundings)
    }
    if invocation.value("format") == "json" {
      terminal.write(TaggedValue.json(of: value).canonicalText + "\n")
    } else {
      terminal.write(value.spelling + "\n")
    }
    if case .null(let reason) = value, reason.kind != .written {
      terminal.complain(EvalWording.null(because: reason).text(in: language) + "\n")
    }
    return .done
  }
}

enum EvalWording {
  /// One part of an expression, what it came to, and why where that is null.
  static func part(_ entry: Trace.Entry) -> Wording {
    let line = "  \(entry.text) = \(entry.value.spelling)"
    guard case .null(let reason) = entry.value, reason.kind != .written else {
      return Wording(line)
    }
    return Wording(en: "\(line)  (\(reason.words.en))", zh: "\(line)  （\(reason.words.zh)）")
  }

  static func null(because reason: NullReason) -> Wording {
    Wording(en: "null because of \(reason.words.en)", zh: "空值，原因：\(reason.words.zh)")
  }
}

/// Values as plain JSON has them.
enum PlainValue {
  /// The reader of JSON has bounded the depth already.
  static func value(of json: JSON) -> Value {
    switch json {
    case .null: .null
    case .boolean(let flag): .boolean(flag)
    case .number(let number): .number(number)
    case .string(let text): .string(text)
    case .array(let members): .list(.values(members.map(value)))
    case .object(let members):
      .context(Context(members.map { Context.Entry($0.key, value(of: $0.value)) }))
    }
  }
}

extension Diagnostic {
  static func contextNotAnObject(_ path: String) -> Diagnostic {
    Diagnostic(
      "context-not-an-object", at: .file(path),
      Wording(en: "`\(path)` holds no JSON object", zh: "`\(path)` 里不是 JSON 对象"),
      help: Wording(en: "write it as `{\"name\": value}`", zh: "写成 `{\"名称\": 值}`"))
  }

  static func unreadableContext(_ path: String) -> Diagnostic {
    Diagnostic(
      "unreadable-context", at: .file(path),
      Wording(en: "`\(path)` cannot be read", zh: "无法读取 `\(path)`"),
      help: Wording(
        en: "name a file that is there and may be read",
        zh: "请写一个存在且可以读取的文件"))
  }
}

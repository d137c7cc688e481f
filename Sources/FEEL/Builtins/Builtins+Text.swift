import Diagnostics
import Values

extension Builtins {
  static let text: [Builtin] = [
    substring, stringLength, upperCase, lowerCase, substringBefore, substringAfter, contains,
    startsWith, endsWith, stringJoin,
  ]

  private static let substring = Builtin(
    "substring",
    [.one("string", .string), .one("start position", .number), .optional("length", .number)],
    gives: .optional(.string),
    summary: Wording(
      en: "Characters from a position on, counted from 1, or from the end if negative.",
      zh: "从某位置起的字符；位置从 1 数起，负数从末尾数起。"),
    examples: [
      (#"substring("foobar", 3)"#, #""obar""#), (#"substring("foobar", 3, 3)"#, #""oba""#),
      (#"substring("foobar", -2, 1)"#, #""a""#), (#"substring("社会工作站", 3, 2)"#, #""工作""#),
      (#"substring("foobar", 0)"#, "null"),
    ]
  ) { call in
    guard let string = call.string(0), let start = call.truncated(1) else { return call.null() }
    let scalars = Array(string.unicodeScalars)
    var length = scalars.count
    if call.arguments.count > 2 {
      guard let given = call.truncated(2), given > 0 else { return call.null(.domainError) }
      length = given
    }
    guard let first = Call.place(start, among: scalars.count) else {
      return call.null(.domainError)
    }
    let end = first + min(length, scalars.count - first)
    return .string(String(String.UnicodeScalarView(scalars[first..<end])))
  }

  private static let stringLength = Builtin(
    "string length", [.one("string", .string)], gives: .number,
    summary: Wording(en: "How many characters a text has.", zh: "文本的字符数。"),
    examples: [
      (#"string length("foo")"#, "3"), (#"string length("社工站")"#, "3"),
      (#"string length("🐎")"#, "1"),
    ]
  ) { call in
    guard let string = call.string(0) else { return call.null() }
    return .number(Number(string.unicodeScalars.count))
  }

  private static let upperCase = Builtin(
    "upper case", [.one("string", .string)], gives: .string,
    summary: Wording(en: "The text in capital letters.", zh: "把字母改为大写。"),
    examples: [(#"upper case("aBc4")"#, #""ABC4""#)]
  ) { call in
    guard let string = call.string(0) else { return call.null() }
    return .string(string.uppercased())
  }

  private static let lowerCase = Builtin(
    "lower case", [.one("string", .string)], gives: .string,
    summary: Wording(en: "The text in small letters.", zh: "把字母改为小写。"),
    examples: [(#"lower case("aBc4")"#, #""abc4""#)]
  ) { call in
    guard let string = call.string(0) else { return call.null() }
    return .string(string.lowercased())
  }

  private static let substringBefore = Builtin(
    "substring before", [.one("string", .string), .one("match", .string)], gives: .string,
    summary: Wording(
      en: "What stands before the first occurrence of another text; empty if there is none.",
      zh: "另一段文本首次出现之前的部分；没有出现则为空文本。"),
    examples: [
      (#"substring before("foobar", "bar")"#, #""foo""#),
      (#"substring before("foobar", "xyz")"#, #""""#),
    ]
  ) { call in
    guard let string = call.string(0), let match = call.string(1) else { return call.null() }
    guard let found = find(match, in: string) else { return .string("") }
    return .string(String(Substring(string.utf8.prefix(found))))
  }

  private static let substringAfter = Builtin(
    "substring after", [.one("string", .string), .one("match", .string)], gives: .string,
    summary: Wording(
      en: "What stands after the first occurrence of another text; empty if there is none.",
      zh: "另一段文本首次出现之后的部分；没有出现则为空文本。"),
    examples: [
      (#"substring after("foobar", "ob")"#, #""ar""#), (#"substring after("", "a")"#, #""""#),
    ]
  ) { call in
    guard let string = call.string(0), let match = call.string(1) else { return call.null() }
    guard let found = find(match, in: string) else { return .string("") }
    return .string(String(Substring(string.utf8.dropFirst(found + match.utf8.count))))
  }

  private static let contains = Builtin(
    "contains", [.one("string", .string), .one("match", .string)], gives: .boolean,
    summary: Wording(en: "Whether a text holds another.", zh: "文本是否包含另一段文本。"),
    examples: [(#"contains("foobar", "of")"#, "false"), (#"contains("foobar", "ob")"#, "true")]
  ) { call in
    guard let string = call.string(0), let match = call.string(1) else { return call.null() }
    return .boolean(find(match, in: string) != nil)
  }

  private static let startsWith = Builtin(
    "starts with", [.one("string", .string), .one("match", .string)], gives: .boolean,
    summary: Wording(en: "Whether a text begins with another.", zh: "文本是否以另一段文本开头。"),
    examples: [(#"starts with("foobar", "fo")"#, "true")]
  ) { call in
    guard let string = call.string(0), let match = call.string(1) else { return call.null() }
    return .boolean(string.utf8.starts(with: match.utf8))
  }

  private static let endsWith = Builtin(
    "ends with", [.one("string", .string), .one("match", .string)], gives: .boolean,
    summary: Wording(en: "Whether a text ends with another.", zh: "文本是否以另一段文本结尾。"),
    examples: [(#"ends with("foobar", "r")"#, "true")]
  ) { call in
    guard let string = call.string(0), let match = call.string(1) else { return call.null() }
    return .boolean(string.utf8.reversed().starts(with: match.utf8.reversed()))
  }

  private static let stringJoin = Builtin(
    "string join",
    [.one("list", .list(.optional(.string))), .optional("delimiter", .optional(.string))],
    gives: .string,
    summary: Wording(
      en: "The texts of a list in one, with a delimiter between them; nulls are left out.",
      zh: "把列表中的文本连成一段，中间加分隔符；空值略去。"),
    examples: [
      (#"string join(["a", "b", "c"], "_and_")"#, #""a_and_b_and_c""#),
      (#"string join(["a", null, "c"])"#, #""ac""#), (#"string join([], "X")"#, #""""#),
      (#"string join([1, 2], "X")"#, "null"),
    ]
  ) { call in
    let delimiter = call.string(1) ?? ""
    var joined = ""
    var isFirst = true
    for member in call.members(0) {
      if case .null = member { continue }
      guard case .string(let text) = member else { return call.null() }
      if !isFirst { joined += delimiter }
      joined += text
      isFirst = false
      guard joined.utf8.count <= Limits.textLength else { return call.null(.limitExceeded) }
    }
    return .string(joined)
  }

  /// The byte at which `match` first occurs in `text`; 0 where it is empty.
  ///
  /// Bytes are compared, so that only the same characters agree; Knuth, Morris and Pratt keep the
  /// time proportional to the length of both.
  static func find(_ match: String, in text: String) -> Int? {
    let wanted = Array(match.utf8)
    if wanted.isEmpty { return 0 }
    var border = [0]
    border.reserveCapacity(wanted.count)
    for byte in wanted.dropFirst() {
      var length = border[border.count - 1]
      while length > 0 && wanted[length] != byte { length = border[length - 1] }
      border.append(wanted[length] == byte ? length + 1 : 0)
    }
    var length = 0
    for (position, byte) in text.utf8.enumerated() {
      while length > 0 && wanted[length] != byte { length = border[length - 1] }
      if wanted[length] == byte { length += 1 }
      if length == wanted.count { return position + 1 - length }
    }
    return nil
  }
}

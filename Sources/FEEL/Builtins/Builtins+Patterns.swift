import Diagnostics
import Values

extension Builtins {
  static let patterns: [Builtin] = [matches, replace, split]

  private static let matches = Builtin(
    "matches",
    [.one("input", .string), .one("pattern", .string), .optional("flags", .optional(.string))],
    gives: .optional(.boolean),
    summary: Wording(
      en:
        "Whether a regular expression (of XPath) is found in a text; flags `s`, `m`, `i`, `x`, `q`.",
      zh: "文本中是否能找到某个正则表达式（XPath 写法）；标志有 `s`、`m`、`i`、`x`、`q`。"),
    examples: [
      (#"matches("foobar", "^fo*b")"#, "true"), (#"matches("FOOBAR", "^fo*b", "i")"#, "true"),
      (#"matches("330481199001011234", "^[0-9]{17}[0-9X]$")"#, "true"),
      (#"matches("a", "[")"#, "null"),
    ]
  ) { call in
    guard let input = call.string(0) else { return call.null() }
    return call.withPattern(1, flags: 2) { pattern throws(PatternMatcher.LimitExceeded) in
      .boolean(try pattern.isFound(in: input))
    }
  }

  private static let replace = Builtin(
    "replace",
    [
      .one("input", .string), .one("pattern", .string), .one("replacement", .string),
      .optional("flags", .optional(.string)),
    ],
    gives: .optional(.string),
    summary: Wording(
      en:
        "The text with every match of a regular expression replaced; `$1` is what group 1 matched.",
      zh: "把每处匹配正则表达式的文本替换掉；`$1` 表示第 1 组匹配到的内容。"),
    examples: [
      (#"replace("banana", "a", "o")"#, #""bonono""#),
      (#"replace("abcd", "(ab)|(a)", "[1=$1][2=$2]")"#, #""[1=ab][2=]cd""#),
      (#"replace("13800001234", "^(\d{3})\d{4}", "$1****")"#, #""138****1234""#),
      (#"replace("abc", "x*", "-")"#, "null"),
    ]
  ) { call in
    guard let input = call.string(0), let written = call.string(2) else { return call.null() }
    return call.withPattern(1, flags: 3) { pattern throws(PatternMatcher.LimitExceeded) in
      guard let replacement = Replacement(written, for: pattern), try !pattern.isFound(in: "")
      else { return call.null(.notAPattern) }
      return .string(try pattern.replaceMatches(in: input, by: replacement))
    }
  }

  private static let split = Builtin(
    "split", [.one("string", .string), .one("delimiter", .string)],
    gives: .optional(.list(.string)),
    summary: Wording(
      en: "The parts of a text between the matches of a regular expression.",
      zh: "以正则表达式的匹配处为界，把文本分成若干段。"),
    examples: [
      (#"split("John Doe", "\s")"#, #"["John", "Doe"]"#),
      (#"split("a;b;c;;", ";")"#, #"["a", "b", "c", "", ""]"#),
      (#"split("张三、李四", "、")"#, #"["张三", "李四"]"#),
    ]
  ) { call in
    guard let string = call.string(0) else { return call.null() }
    return call.withPattern(1, flags: nil) { pattern throws(PatternMatcher.LimitExceeded) in
      guard try !pattern.isFound(in: "") else { return call.null(.notAPattern) }
      return .list(.values(try pattern.split(string).map { .string($0) }))
    }
  }
}

extension Call {
  /// Runs `body` with the pattern at `index`; null where it is no pattern or takes too long.
  fileprivate func withPattern(
    _ index: Int, flags: Int?, _ body: (Pattern) throws(PatternMatcher.LimitExceeded) -> Value
  ) -> Value {
    guard let text = string(index) else { return null() }
    var letters = ""
    if let flags, flags < arguments.count {
      switch self[flags] {
      case .string(let given): letters = given
      // No flags, as if they were left out.
      case .null: break
      default: return null()
      }
    }
    let pattern: Pattern
    do throws(PatternFault) {
      pattern = try Pattern(text, flags: letters)
    } catch {
      return null(error == .tooLarge ? .limitExceeded : .notAPattern)
    }
    do throws(PatternMatcher.LimitExceeded) {
      return try body(pattern)
    } catch {
      return null(.limitExceeded)
    }
  }
}

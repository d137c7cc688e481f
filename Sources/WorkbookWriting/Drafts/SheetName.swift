/// Names of sheets as spreadsheets allow them.
///
/// - Source: ECMA-376 part 1, 18.2.19 leaves it open; Excel takes 1 to 31 UTF-16 units without `[ ] : * ? / \`, no apostrophe at
///   either end, not `History`, and no two that differ in case alone.
package enum SheetName {
  private static let longest = 31
  private static let instead: [Unicode.Scalar: Unicode.Scalar] = [
    "[": "（", "]": "）", ":": "：", "*": "＊", "?": "？", "/": "／", "\\": "＼",
  ]

  /// The nearest name that is allowed and that none of `others` has.
  package static func clean(_ wanted: String, besides others: [String]) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in WrittenText.clean(wanted).unicodeScalars {
      scalars.append(scalar == "\n" || scalar == "\t" ? " " : instead[scalar] ?? scalar)
    }
    var name = String(scalars)
    name = String(name.drop { $0 == "'" || $0 == " " })
    while let last = name.last, last == "'" || last == " " { name.removeLast() }
    if name.isEmpty || name.lowercased() == "history" { name += "_" }
    let taken = Set(others.map { $0.lowercased() })
    var clean = cut(name, to: longest)
    var number = 2
    while taken.contains(clean.lowercased()) {
      let ending = " (\(number))"
      clean = cut(name, to: longest - ending.utf16.count) + ending
      number += 1
    }
    return clean
  }

  private static func cut(_ name: String, to limit: Int) -> String {
    guard name.utf16.count > limit else { return name }
    var cut = ""
    var count = 0
    for letter in name {
      count += letter.utf16.count
      guard count <= limit else { break }
      cut.append(letter)
    }
    while cut.last == "'" || cut.last == " " { cut.removeLast() }
    // One letter of many marks alone may be longer than a name.
    return cut.isEmpty ? "_" : cut
  }
}

/// Names of cells: letters, digits, `_` and `.`, and never what might be a cell itself.
enum DefinedNameText {
  static func clean(_ wanted: String) -> String {
    var name = ""
    for scalar in wanted.unicodeScalars.prefix(200) {
      let isLetter = scalar.properties.isAlphabetic || scalar == "_"
      let isDigit = ("0"..."9").contains(scalar) || scalar == "."
      name.unicodeScalars.append(isLetter || isDigit ? scalar : "_")
    }
    // `R1C1`, `AB12` and the like are places; behind an underscore nothing is.
    return name.hasPrefix("_") ? name : "_" + name
  }
}

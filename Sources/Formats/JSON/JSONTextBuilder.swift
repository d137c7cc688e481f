import Diagnostics

/// A document that grows as text: values come in the order of their types, and the members of an object stand in the order
/// of their keys.
///
/// Groups (objects and lists) that are open stand one in another; whoever writes into an outer one has finished those
/// within.
final class JSONTextBuilder {
  enum Kind { case object, list }

  private struct Group {
    let kind: Kind
    /// Into `members`.
    let firstMember: Int
    var count = 0
  }

  /// The bytes of a member, without the comma before and the line that it stands on.
  private struct Member {
    let key: String
    let start: Int
    var end: Int
  }

  private var bytes: [UInt8] = []
  private var groups: [Group] = []
  /// Those of all objects that are open.
  private var members: [Member] = []
  /// Whether a value is to come here.
  private var isDue = true

  func finished() -> String {
    close(downTo: 0)
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// - Returns: the level that what stands in it is written at.
  func open(_ kind: Kind) -> Int {
    takePlace()
    bytes.append(kind == .object ? UInt8(ascii: "{") : UInt8(ascii: "["))
    groups.append(Group(kind: kind, firstMember: members.count))
    return groups.count
  }

  func count(at level: Int) -> Int { groups[level - 1].count }

  /// Begins a member of an object, or an element of a list (`nil`); its value comes next.
  func begin(_ key: String?, at level: Int) {
    close(downTo: level)
    if groups[level - 1].count > 0 {
      if key != nil { members[members.count - 1].end = bytes.count }
      bytes.append(UInt8(ascii: ","))
    }
    groups[level - 1].count += 1
    breakLine(level)
    isDue = true
    guard let key else { return }
    members.append(Member(key: key, start: bytes.count, end: bytes.count))
    quote(key)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(UInt8(ascii: " "))
  }

  func putNull() { put(plain: "null") }

  func put(_ flag: Bool) { put(plain: flag ? "true" : "false") }

  func put(_ number: Int) { put(plain: String(number)) }

  func put(_ text: String) {
    takePlace()
    quote(text)
  }

  func put(_ value: some Encodable) throws {
    let level = groups.count
    try value.encode(to: JSONTextEncoder(builder: self))
    // Nothing was written of it.
    if isDue { _ = open(.object) }
    close(downTo: level)
  }

  private func put(plain text: String) {
    takePlace()
    bytes.append(contentsOf: text.utf8)
  }

  private func takePlace() {
    precondition(isDue, "a value is written once")
    isDue = false
  }

  private func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    JSON.escapes.append(text, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  private func breakLine(_ depth: Int) {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth * 2 { bytes.append(UInt8(ascii: " ")) }
  }

  private func close(downTo level: Int) {
    while groups.count > level {
      let group = groups.removeLast()
      if group.kind == .object {
        if group.count > 0 { members[members.count - 1].end = bytes.count }
        sortMembers(from: group.firstMember, level: groups.count + 1)
        members.removeSubrange(group.firstMember...)
      }
      if group.count > 0 { breakLine(groups.count) }
      bytes.append(group.kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    }
  }

  private func sortMembers(from first: Int, level: Int) {
    let own = members[first...]
    guard let start = own.first?.start,
      zip(own, own.dropFirst()).contains(where: { $1.key.precedesByUTF8($0.key) })
    else { return }
    let written = Array(bytes[start...])
    bytes.removeSubrange(start...)
    for (index, member) in own.sorted(by: { $0.key.precedesByUTF8($1.key) }).enumerated() {
      if index > 0 {
        bytes.append(UInt8(ascii: ","))
        breakLine(level)
      }
      bytes.append(contentsOf: written[(member.start - start)..<(member.end - start)])
    }
  }
}

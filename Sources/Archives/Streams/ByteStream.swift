/// Bytes that come one after the other: a file, what a compressed file holds.
///
/// Not for several threads at once; whoever shares one keeps it behind a lock.
package protocol ByteStream: AnyObject {
  /// Bytes on the disk that have been read so far, and that there are; `nil` where nobody knows.
  var progress: (done: Int, total: Int?) { get }

  /// Fills the room from its start.
  ///
  /// - Returns: how many bytes there were; 0 at the end.
  func read(into room: UnsafeMutableRawBufferPointer) throws(ByteStreamFailure) -> Int

  /// Whether the file is still what it was when it was opened.
  func checkUnchanged() throws(ByteStreamFailure)
}

/// Why bytes do not come.
package enum ByteStreamFailure: Error, Hashable {
  case missing
  case folder
  /// The system refuses; its own words.
  case refused(String)
  /// The bytes of a pipe cannot be put on the disk; the system's own words.
  case unkept(String)
  /// The content of a compressed file is broken; the library's words.
  case damaged(String)
  /// Size or time of the file is no longer what it was.
  case changed
  case vanished
  /// A zip holds so many files instead of one.
  case severalMembers(Int)
}

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Whether the thread has stack left for another level of an expression.
///
/// The limits of depth are meant for the stack that a thread has on most systems, 8 MB; where a thread has
/// less, what would not fit is refused as too deep.
struct StackRoom {
  // So many levels fit half a megabyte: up to them nobody asks, because on the first thread of a process
  // the answer costs as much as reading a hundred words.
  #if DEBUG
    static let levelsForFree = 16
  #else
    static let levelsForFree = 48
  #endif
  /// What is kept free: all that runs between two questions, also unoptimised.
  private static let reserve = 160 << 10

  /// The lowest address that may be used; `nil` before somebody has asked.
  private var floor: UInt?

  /// Must be asked by the thread that goes on.
  mutating func isLeft() -> Bool {
    var marker = 0
    let here = withUnsafePointer(to: &marker) { UInt(bitPattern: $0) }
    if let floor { return here > floor }
    let floor = Self.lowestAddress + UInt(Self.reserve)
    self.floor = floor
    return here > floor
  }

  /// Where the stack of this thread ends; 0 where the system does not tell.
  private static var lowestAddress: UInt {
    #if canImport(Darwin)
      let top = UInt(bitPattern: pthread_get_stackaddr_np(pthread_self()))
      return top - UInt(pthread_get_stacksize_np(pthread_self()))
    #elseif canImport(Glibc)
      var attributes = pthread_attr_t()
      // Not in the headers that Swift sees, being an extension of GNU.
      typealias Describe =
        @convention(c) (
          pthread_t, UnsafeMutablePointer<pthread_attr_t>
        ) -> Int32
      guard let symbol = dlsym(nil, "pthread_getattr_np"),
        unsafeBitCast(symbol, to: Describe.self)(pthread_self(), &attributes) == 0
      else { return 0 }
      defer { pthread_attr_destroy(&attributes) }
      var lowest: UnsafeMutableRawPointer?
      var size = 0
      guard pthread_attr_getstack(&attributes, &lowest, &size) == 0 else { return 0 }
      return UInt(bitPattern: lowest)
    #else
      return 0
    #endif
  }
}

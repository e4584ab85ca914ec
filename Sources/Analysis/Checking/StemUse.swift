internal import Model

/// The way in which the texts of a kind go on from its stem.
struct StemUse: Sendable {
  /// Whether the first word says what somebody does, as after "Know how to".
  let takesInfinitive: Bool

  /// Whether there is a stem at all: then the text is the rest of one sentence.
  let isSentence: Bool

  /// Whether the text is a claim, as after "Know that".
  let takesClaim: Bool

  init(_ kind: Kind) {
    let last = kind.stem.flatMap { $0.split(separator: " ").last?.lowercased() }
    isSentence = last != nil
    takesClaim = last == "that"
    if let last {
      takesInfinitive = ["to", "can", "will", "must", "should"].contains(last)
    } else {
      takesInfinitive = ["skill", "skills"].contains(kind.title.lowercased())
    }
  }

  private init() {
    (takesInfinitive, isSentence, takesClaim) = (false, false, false)
  }

  /// For statements without a kind.
  static let none = StemUse()
}

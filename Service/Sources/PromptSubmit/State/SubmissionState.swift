// Where a submission stands.

/// Where a submission stands; the raw value is what the ledger holds.
public enum SubmissionState: String, CaseIterable, Sendable {
  /// Nothing of it was sent, or it surely didn't arrive.
  case planned
  /// It is on its way. One that is found so at the start became unknown.
  case sending
  /// There is a task.
  case accepted
  /// The task made its images.
  case finished
  /// The task made none.
  case failed
  /// The API refused it; there is no task.
  case refused
  /// It may have been accepted; only the list of tasks or a person can tell.
  case unknown

  /// Whether nothing more happens by itself.
  public var isSettled: Bool { [.finished, .failed, .refused].contains(self) }
}

// Requests in, answers out: everything between two sockets, behind one lock.

import Foundation
import Synchronization

/// The stand-in without its sockets.
final class Service: Sendable {
  let times: Settings.Times
  private let token: String?
  private let log: SubmissionLog
  private let state: Mutex<ServiceState>

  /// - Throws: `UsageError` for a log that can't be written.
  init(_ settings: Settings) throws {
    (times, token) = (settings.times, settings.token)
    log = try SubmissionLog(settings.log)
    state = Mutex(ServiceState(plan: settings.plan, progress: settings.progress))
  }

  /// How a request will fare, decided by its head alone.
  func fault(for head: RequestHead) -> Fault? {
    guard let endpoint = Endpoint(head) else { return nil }
    return state.withLock { $0.plan.next(isSubmission: endpoint.isPaid) }
  }

  /// What goes back to a client of whose body only the beginning was read.
  func cut(_ head: RequestHead, read body: [UInt8], _ fault: Fault) -> Delivery {
    if Endpoint(head)?.isPaid == true {
      state.withLock { state in
        record(&state, head, body, complete: false, fault: fault.name)
      }
    }
    return fault.deliver(
      Exchange(regular: Answer(), path: head.target, task: nil, earlierTask: nil))
  }

  /// What goes back for a whole request.
  func answer(_ head: RequestHead, _ body: [UInt8], _ fault: Fault?) -> Delivery {
    state.withLock { state in
      if head.path == "/control" { return Delivery(control(&state, head, body).bytes) }
      guard let endpoint = Endpoint(head), head.method == "POST" else {
        return Delivery(Answer.failure(404).bytes)
      }
      return endpoint.isPaid
        ? submit(&state, endpoint, head, body, fault)
        : look(&state, endpoint, head, body, fault)
    }
  }

  // MARK: - Submissions

  private func submit(
    _ state: inout ServiceState, _ endpoint: Endpoint, _ head: RequestHead, _ body: [UInt8],
    _ planned: Fault?
  ) -> Delivery {
    do {
      guard isAuthorized(head) else { throw APIRefusal("invalid token") }
      let fields = try Fields(body, type: head.value(of: "content-type"))
      let request = try state.request(endpoint, fields)
      let fault = planned ?? Fault.marked(in: request.prompt)
      let earlier = state.lastTask
      let task = fault?.accepts == false ? nil : state.add(request)
      record(&state, head, body, fault: fault?.name, task: task)
      let exchange = Exchange(
        regular: Answer(data: task), path: head.target, task: task, earlierTask: earlier)
      return fault?.deliver(exchange) ?? Delivery(exchange.regular.bytes)
    } catch {
      let message = (error as? APIRefusal)?.message ?? "bad request"
      record(&state, head, body, refusal: message)
      return Delivery(refusal(message, head).bytes)
    }
  }

  private func record(
    _ state: inout ServiceState, _ head: RequestHead, _ body: [UInt8], complete: Bool = true,
    fault: String? = nil, task: Int? = nil, refusal: String? = nil
  ) {
    state.received += 1
    log.append(
      SubmissionRecord(
        number: state.received, method: head.method, path: head.target,
        contentType: head.value(of: "content-type"), headers: head.headers.map(\.name),
        authorized: isAuthorized(head), body: Data(body).base64EncodedString(),
        complete: complete, fault: fault, accepted: task != nil, task: task, refusal: refusal))
  }

  // MARK: - Queries

  private func look(
    _ state: inout ServiceState, _ endpoint: Endpoint, _ head: RequestHead, _ body: [UInt8],
    _ fault: Fault?
  ) -> Delivery {
    let regular: Answer
    do {
      guard isAuthorized(head) else { throw APIRefusal("invalid token") }
      let fields = try Fields(body, type: head.value(of: "content-type"))
      guard fields["model"] == "midjourney" else { throw APIRefusal("model must be midjourney") }
      regular =
        endpoint == .query
        ? Answer(data: try state.query(fields))
        : Answer(data: try state.page(Fields(query: head.query)))
    } catch {
      regular = refusal((error as? APIRefusal)?.message ?? "bad request", head)
    }
    let exchange = Exchange(regular: regular, path: head.target, task: nil, earlierTask: nil)
    return fault?.deliver(exchange) ?? Delivery(regular.bytes)
  }

  private func refusal(_ message: String, _ head: RequestHead) -> Answer {
    var answer = Answer.refusal(message, code: isAuthorized(head) ? 400 : 401)
    if !isAuthorized(head) { (answer.status, answer.reason) = (401, "Unauthorized") }
    return answer
  }

  private func isAuthorized(_ head: RequestHead) -> Bool {
    guard let value = head.value(of: "authorization"), value.hasPrefix("Bearer ") else {
      return false
    }
    let given = value.dropFirst("Bearer ".count)
    return token.map { $0 == given } ?? !given.isEmpty
  }

  // MARK: - Control

  private func control(
    _ state: inout ServiceState, _ head: RequestHead, _ body: [UInt8]
  ) -> Answer {
    do {
      if head.method == "POST" { try state.follow(ControlOrder(body)) }
      return Answer(status: 200, body: JSON.bytes(state.counts))
    } catch {
      return Answer(status: 400, reason: "Bad Request", body: Array("\(error)\n".utf8))
    }
  }
}

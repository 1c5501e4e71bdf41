// What the stand-in remembers: the tasks, the plan of faults, and how much came in.

/// The endpoints of the API.
enum Endpoint: String, Sendable {
  case imagine, action, blend, describe, query
  case list = "query-mj-tasks"

  private static let prefix = "/api/v1/ai/draw/mj/"

  /// The endpoint that a request is for, if any.
  init?(_ head: RequestHead) {
    guard head.path.hasPrefix(Self.prefix) else { return nil }
    self.init(rawValue: String(head.path.dropFirst(Self.prefix.count)))
  }

  /// Whether what it does costs money.
  var isPaid: Bool { self != .query && self != .list }
}

struct ServiceState: Sendable {
  var plan: FaultPlan
  let progress: TaskProgress
  /// The submissions that arrived, whole or not.
  var received = 0
  private var tasks: [DrawTask] = []
  private static let firstTask = 1_000_001

  init(plan: FaultPlan, progress: TaskProgress) { (self.plan, self.progress) = (plan, progress) }

  /// The id of the newest task.
  var lastTask: Int? { tasks.last?.id }

  var counts: [String: Int] { ["received": received, "accepted": tasks.count] }

  /// The task with an id, grown by the time that went by.
  func task(_ id: Int) -> DrawTask? {
    let index = id - Self.firstTask
    return tasks.indices.contains(index) ? tasks[index] : nil
  }

  /// What a paid endpoint is asked for.
  func request(_ endpoint: Endpoint, _ fields: Fields) throws -> TaskRequest {
    switch endpoint {
    case .action: try .action(fields, tasks: task)
    case .blend: try .blend(fields)
    case .describe: try .describe(fields)
    default: try .imagine(fields)
    }
  }

  /// Makes a task and returns its id.
  mutating func add(_ request: TaskRequest) -> Int {
    let id = Self.firstTask + tasks.count
    tasks.append(DrawTask(id: id, request: request))
    return id
  }

  mutating func query(_ fields: Fields) throws -> TaskView {
    guard let id = fields["taskId"].flatMap({ Int($0) }), task(id) != nil else {
      throw APIRefusal("task not found")
    }
    tasks[id - Self.firstTask].advance(by: progress, isPoll: true)
    return tasks[id - Self.firstTask].view
  }

  /// A page of the list, newest first.
  mutating func page(_ query: Fields) throws -> TaskPage {
    guard let page = query["page"].flatMap({ Int($0) }), page >= 1 else {
      throw APIRefusal("page must be at least 1")
    }
    guard let size = Int(query["pageSize"] ?? "12"), 5...20 ~= size else {
      throw APIRefusal("pageSize must be from 5 to 20")
    }
    let last = max(0, tasks.count - (page - 1) * size)
    let range = max(0, last - size)..<last
    for index in range { tasks[index].advance(by: progress, isPoll: false) }
    return TaskPage(total: tasks.count, tasks: tasks[range].reversed().map(\.view))
  }

  /// Does what somebody asked for by `POST /control`.
  mutating func follow(_ order: ControlOrder) throws {
    if let rate = order.faults { plan.rate = rate }
    if let rate = order.queryFaults { plan.queryRate = rate }
    if let seed = order.seed { plan.seed = seed }
    guard let mode = order.mode else { return }
    let fault = mode == "none" ? nil : try Fault.named(mode)
    if let times = order.times, let fault {
      plan.turns += Array(repeating: fault, count: times)
    } else {
      plan.always = fault
      plan.turns = []
    }
  }
}

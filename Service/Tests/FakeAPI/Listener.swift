// The listening socket, which can be away for a while.

import NIOCore
import NIOPosix
import Synchronization

/// A port of 127.0.0.1 that connections are taken from.
final class Listener: Sendable {
  let port: Int
  private let loop: any EventLoop
  private let service: Service
  private let channel = Mutex<(any Channel)?>(nil)

  /// Port 0 stands for a free one below the ephemeral ports: one of those could be taken by an outgoing
  /// connection while this one is away.
  ///
  /// - Throws: `IOError` when the port is taken.
  init(port: Int, service: Service, on loop: any EventLoop) throws {
    (self.service, self.loop) = (service, loop)
    var (chosen, attempts) = (port, 0)
    while true {
      if port == 0 { chosen = Int.random(in: 20_000..<32_000) }
      do {
        let bound = try Self.bootstrap(service, loop, nil).bind(host: "127.0.0.1", port: chosen)
          .wait()
        try bound.close().wait()
        break
      } catch  where port == 0 && attempts < 100 {
        attempts += 1
      }
    }
    self.port = chosen
    let bound = try Self.bootstrap(service, loop, self).bind(host: "127.0.0.1", port: chosen).wait()
    channel.withLock { $0 = bound }
  }

  /// Refuses connections for so long; the ones that stand go on.
  func refuse(milliseconds: Int64) {
    guard let open = channel.withLock({ $0.take() }) else { return }
    open.close(promise: nil)
    _ = loop.scheduleTask(in: .milliseconds(milliseconds)) { self.reopen() }
  }

  private func reopen() {
    let bootstrap = Self.bootstrap(service, loop, self)
    bootstrap.bind(host: "127.0.0.1", port: port).whenComplete { result in
      switch result {
      case .success(let bound): self.channel.withLock { $0 = bound }
      case .failure:
        _ = self.loop.scheduleTask(in: .milliseconds(20)) { self.reopen() }
      }
    }
  }

  private static func bootstrap(
    _ service: Service, _ loop: any EventLoop, _ listener: Listener?
  ) -> ServerBootstrap {
    ServerBootstrap(group: loop)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let handler = ConnectionHandler(service: service, listener: listener)
          try channel.pipeline.syncOperations.addHandler(handler)
        }
      }
  }
}

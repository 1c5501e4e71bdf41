// Bytes out, bytes in, and how the connection ended.

import NIOCore
import NIOPosix
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// All that came back on a connection.
struct RawReply: Sendable {
  enum Ending { case closed, reset }
  var text = ""
  var ending = Ending.closed

  /// The number in the first line.
  var status: Int? {
    text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
  }

  /// What stands behind the first blank line.
  var body: Substring {
    text.firstRange(of: "\r\n\r\n").map { text[$0.upperBound...] } ?? ""
  }
}

struct RawClient {
  let port: Int
  static let folder = "/api/v1/ai/draw/mj/"

  /// A request that asks the server to close the connection behind it.
  func post(
    _ path: String, _ body: String, type: String = "application/x-www-form-urlencoded",
    token: String = "canary"
  ) async throws -> RawReply {
    let target = path.hasPrefix("/") ? path : Self.folder + path
    return try await exchange(
      """
      POST \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nAuthorization: Bearer \(token)\r
      Content-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r
      \r
      \(body)
      """)
  }

  /// Sends the text and reads until the connection ends.
  func exchange(_ text: String) async throws -> RawReply {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    let promise = loop.makePromise(of: RawReply.self)
    let bootstrap = ClientBootstrap(group: loop).channelInitializer { channel in
      channel.eventLoop.makeCompletedFuture {
        try channel.pipeline.syncOperations.addHandler(Collector(promise))
      }
    }
    do {
      let channel = try await bootstrap.connect(host: "127.0.0.1", port: port).get()
      channel.writeAndFlush(ByteBuffer(string: text), promise: nil)
    } catch {
      promise.fail(error)
    }
    return try await promise.futureResult.get()
  }
}

/// Keeps what arrives until the connection ends.
private final class Collector: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  private let promise: EventLoopPromise<RawReply>
  private var reply = RawReply()
  private var bytes: [UInt8] = []

  init(_ promise: EventLoopPromise<RawReply>) { self.promise = promise }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    bytes += unwrapInboundIn(data).readableBytesView
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if (error as? IOError)?.errnoCode == ECONNRESET { reply.ending = .reset }
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    reply.text = String(decoding: bytes, as: UTF8.self)
    promise.succeed(reply)
  }
}

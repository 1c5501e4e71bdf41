// One connection: reads requests one after the other, and ends as its fault says.

import NIOCore
import NIOPosix

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

final class ConnectionHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let service: Service
  private let listener: Listener?
  private var reader = RequestReader()
  /// The request whose body is being read.
  private var current: (head: RequestHead, length: Int, fault: Fault?)?
  /// Whether an answer is on its way; requests behind it wait.
  private var isBusy = false

  init(service: Service, listener: Listener?) {
    (self.service, self.listener) = (service, listener)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    reader.append(unwrapInboundIn(data).readableBytesView)
    proceed(context)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func proceed(_ context: ChannelHandlerContext) {
    if isBusy { return }
    do {
      if current == nil, let head = try reader.takeHead() { try begin(head, context) }
      guard !isBusy, let (head, length, fault) = current, let body = reader.takeBody(length) else {
        return
      }
      current = nil
      send(service.answer(head, body, fault), closing: head.closes, context)
    } catch {
      let status = (error as? RequestError)?.status ?? 400
      send(Delivery(Answer.failure(status).bytes, ending: .close), closing: true, context)
    }
  }

  private func begin(_ head: RequestHead, _ context: ChannelHandlerContext) throws {
    let fault = service.fault(for: head)
    if let fault, fault.stage == .head {
      send(service.cut(head, read: reader.waiting, fault), closing: true, context)
      return
    }
    current = (head, try head.bodyLength(), fault)
    if head.wantsContinue { write(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), context) }
  }

  // MARK: - Answers

  private func send(_ delivery: Delivery, closing: Bool, _ context: ChannelHandlerContext) {
    isBusy = true
    let delay = delivery.isLate ? service.times.delay : 0
    sendPieces(delivery, from: 0, after: delay, closing: closing, context)
  }

  private func sendPieces(
    _ delivery: Delivery, from index: Int, after delay: Int64, closing: Bool,
    _ context: ChannelHandlerContext
  ) {
    let isolated = context.eventLoop.assumeIsolated()
    if delay > 0 {
      isolated.scheduleTask(in: .milliseconds(delay)) {
        self.sendPieces(delivery, from: index, after: 0, closing: closing, context)
      }
      return
    }
    guard index < delivery.pieces.count else { return end(delivery, closing, context) }
    let pause = delivery.drips ? service.times.drip : 0
    write(delivery.pieces[index], context).assumeIsolated().whenComplete { _ in
      self.sendPieces(delivery, from: index + 1, after: pause, closing: closing, context)
    }
  }

  @discardableResult
  private func write(_ bytes: [UInt8], _ context: ChannelHandlerContext) -> EventLoopFuture<Void> {
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)))
  }

  private func end(_ delivery: Delivery, _ closing: Bool, _ context: ChannelHandlerContext) {
    if delivery.refuses { listener?.refuse(milliseconds: service.times.refuse) }
    switch delivery.ending {
    case .keep where !closing:
      isBusy = false
      proceed(context)
    case .keep, .close: context.close(promise: nil)
    case .reset: reset(context)
    case .hang:
      context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(service.times.hang)) {
        context.close(promise: nil)
      }
    }
  }

  /// Ends the connection with RST in place of FIN.
  private func reset(_ context: ChannelHandlerContext) {
    let options = context.channel as? any SocketOptionProvider
    options?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).assumeIsolated().whenComplete { _ in
      context.close(promise: nil)
    }
  }
}

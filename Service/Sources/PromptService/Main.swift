// The entry of `mjprompt-service`.

@main
enum Main {
  static func main() {}
}

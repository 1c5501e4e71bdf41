// Writes the embedded rule set from the files in rules/.

@main
enum Generate {
  static func main() {}
}

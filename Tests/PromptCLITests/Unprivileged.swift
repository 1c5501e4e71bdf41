// Runs the tool as somebody whom permissions bind, since tests may run as root.

import PromptTestSupport
import Testing

enum Unprivileged {
  /// Changes a mode (`locking` is what chmod takes), runs `mjprompt` as nobody when the tests run
  /// as root, and gives the permissions back.
  static func run(
    _ command: String, locking mode: String, in folder: String
  ) throws -> ToolResult {
    let script = """
      chmod -R go=u . && cp "$MJPROMPT" .tool && chmod 755 . .tool && chmod \(mode)
      as=""
      if [ "$(id -u)" = 0 ]; then
        command -v setpriv >/dev/null || exit 99
        as="setpriv --reuid=65534 --clear-groups"
      fi
      $as ./.tool \(command)
      code=$?; chmod -R u+rwX .; exit $code
      """
    let result = try Tool.shell(script, in: folder)
    try #require(result.status != 99, "setpriv is needed when the tests run as root")
    return result
  }
}

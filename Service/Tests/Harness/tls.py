"""TLS servers on loopback that keep every byte they got, and the certificates for them."""

import os
import pathlib
import socket
import ssl
import subprocess
import threading

ANSWER = (b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 53\r\n\r\n"
          b'{"data":1000001,"message":"Success","statusCode":200}')

CONFIG = """
[ca]
default_ca = own
[own]
dir = {folder}
new_certs_dir = {folder}
database = {folder}/index
serial = {folder}/serial
default_md = sha256
policy = any
unique_subject = no
copy_extensions = copy
[any]
commonName = supplied
[req]
distinguished_name = name
[name]
[root]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
"""


class Authority:
    """A root of our own that issues certificates, good and bad ones."""

    def __init__(self, folder):
        self.folder = folder
        pathlib.Path(folder, "index").touch()
        pathlib.Path(folder, "serial").write_text("01\n")
        self.config = f"{folder}/openssl.cnf"
        pathlib.Path(self.config).write_text(CONFIG.format(folder=folder))
        self.root = f"{folder}/root.pem"
        self.openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{folder}/root.key", "-out",
                     self.root, "-days", "30", "-subj", "/CN=mjprompt test root", "-config", self.config,
                     "-extensions", "root")

    def openssl(self, *arguments):
        subprocess.run(["openssl", *arguments], check=True, capture_output=True, cwd=self.folder)

    def issue(self, title, host="localhost", bits=2048, start="20250101000000Z", end="20401231000000Z"):
        """A certificate and its key: paths."""
        key, request, certificate = (f"{self.folder}/{title}.{kind}" for kind in ("key", "csr", "pem"))
        self.openssl("req", "-newkey", f"rsa:{bits}", "-nodes", "-keyout", key, "-out", request, "-subj", f"/CN={host}",
                     "-addext", f"subjectAltName=DNS:{host}", "-config", self.config)
        self.openssl("ca", "-batch", "-config", self.config, "-in", request, "-out", certificate, "-notext", "-cert",
                     self.root, "-keyfile", f"{self.folder}/root.key", "-startdate", start, "-enddate", end)
        return certificate, key

    def self_signed(self, title, host="localhost"):
        certificate, key = f"{self.folder}/{title}.pem", f"{self.folder}/{title}.key"
        self.openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", "30",
                     "-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}", "-config", self.config)
        return certificate, key

    def trusted(self):
        """A prefix that runs a command with this root among the system's, seen by that command alone."""
        if os.geteuid() or subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode:
            return None
        script = ('mount -t tmpfs tmpfs /etc/ssl/certs && cp "$1" /etc/ssl/certs/ca-certificates.crt && shift && '
                  'exec "$@"')
        return ["unshare", "-m", "sh", "-c", script, "sh", self.root]


def context(pair, newest=None, ciphers="ALL:@SECLEVEL=0"):
    """The TLS of a server that takes anything, so that the client alone refuses."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.set_ciphers(ciphers)
    made.minimum_version = ssl.TLSVersion.TLSv1
    if newest:
        made.maximum_version = newest
    made.load_cert_chain(*pair)
    return made


class Server:
    """Takes connections until closed; `raw` is all that arrived, `clear` what TLS made of it."""

    def __init__(self, tls=None):
        self.tls, self.raw, self.clear = tls, b"", b""
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def close(self):
        self.socket.close()

    def serve(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self.talk, args=(connection,), daemon=True).start()

    def talk(self, connection):
        connection.settimeout(5)
        try:
            self.talk_tls(connection) if self.tls else self.talk_plainly(connection)
        except (OSError, ssl.SSLError):
            pass
        finally:
            connection.close()

    def take(self, connection):
        more = connection.recv(65536)
        self.raw += more
        return more

    def talk_plainly(self, connection):
        while more := self.take(connection):
            self.clear += more
            if b"\r\n\r\n" in self.clear:
                connection.sendall(ANSWER)

    def talk_tls(self, connection):
        incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        tls = self.tls.wrap_bio(incoming, outgoing, server_side=True)
        shaken = False
        while True:
            try:
                if not shaken:
                    tls.do_handshake()
                    shaken = True
                self.clear += tls.read(65536)
                if b"prompt=" in self.clear:
                    tls.write(ANSWER)
            except ssl.SSLWantReadError:
                connection.sendall(outgoing.read())
                if not (more := self.take(connection)):
                    return
                incoming.write(more)
            except ssl.SSLError:
                connection.sendall(outgoing.read())
                self.take(connection)
                raise

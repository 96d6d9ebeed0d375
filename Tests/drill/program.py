"""`yjb apply -` under the drill's hand."""
import os
import subprocess
import tempfile
import threading
import time


class Program:
    """Reads commands from a pipe. Its answers are taken from it as they come, by a thread of their own."""

    def __init__(self, yjb, url, **environment):
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [yjb, "apply", "--patience", "0", "--db", url, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=self.errors, bufsize=0, env={**os.environ, **environment})
        self.heard, self.heard_at = b"", None
        self.more = threading.Condition()
        self.kill_at = None
        self.over = False
        self.listener = threading.Thread(target=self.listen, daemon=True)
        self.listener.start()

    def listen(self):
        while piece := os.read(self.process.stdout.fileno(), 1 << 16):
            with self.more:
                self.heard += piece
                self.heard_at = time.monotonic()
                self.more.notify()
            if self.kill_at is not None and self.count() >= self.kill_at:
                self.process.kill()
        with self.more:
            self.over = True
            self.more.notify()

    def count(self):
        return self.heard.count(b"\n")

    def answers(self):
        """Whole lines; what was cut off is no answer."""
        return self.heard.decode("utf-8", "replace").split("\n")[:-1]

    def tell(self, lines):
        """False when nobody listens any more."""
        left = "".join(line + "\n" for line in lines).encode()
        try:
            while left:
                left = left[self.process.stdin.write(left):]
            return True
        except BrokenPipeError:
            return False

    def wait_for(self, count):
        """Until so many are answered; False when it ended before."""
        with self.more:
            self.more.wait_for(lambda: self.over or self.count() >= count, 120)
        return self.count() >= count

    def kill_in(self, seconds):
        time.sleep(max(0, seconds))
        self.process.kill()

    def end(self):
        """Lets it finish, and gives its answers."""
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        self.process.wait(120)
        self.listener.join()
        self.process.stdout.close()
        return self.answers()

    def said(self):
        self.errors.seek(0)
        return self.errors.read().decode("utf-8", "replace").strip()

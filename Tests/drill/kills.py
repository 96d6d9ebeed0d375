"""kill -9 of the program under load, again and again: two streets of one database, each written by a program of its own."""
import random
import threading
import time

from program import Program
from stream import heads, is_kept, probe


class Killer(threading.Thread):
    """Writes one street and kills its program `kills` times, in the middle of what it does."""

    def __init__(self, yjb, url, street, kills, seed):
        super().__init__()
        self.yjb, self.url, self.street, self.kills = yjb, url, street, kills
        self.random = random.Random(f"{seed} {street.org}")
        self.done = self.busy = self.answered = self.asked_again = 0
        self.usual = 0.06
        self.fault = None

    def run(self):
        try:
            for left in range(self.kills, 0, -1):
                self.one(left)
            self.rest()
        except Exception as fault:  # said by whoever waits for this thread
            self.fault = fault

    def one(self, left):
        """One life of the program: something it has answered before, something new, and the kill."""
        lines, expected = self.before()
        share = max(1, (len(self.street.lines) - self.done) // left)
        new = self.random.randint(share, 4 * share)
        lines += self.street.lines[self.done:self.done + new]
        expected += self.street.answers[self.done:self.done + new]
        again = len(expected) - len(self.street.answers[self.done:self.done + new])
        start, program = time.monotonic(), Program(self.yjb, self.url)
        if self.random.random() < 0.5:
            program.kill_at = self.random.randint(1, (len(lines) + 1) // 2)
            killer = None
        else:
            killer = threading.Thread(target=program.kill_in, args=(self.random.uniform(0.3, 1.1) * self.usual,))
            killer.start()
        self.feed(program, lines)
        if killer is None:
            program.wait_for(program.kill_at)
            program.process.kill()
        else:
            killer.join()
        answers = program.end()
        if program.process.returncode != -9:
            raise AssertionError(f"the program ended by itself with {program.process.returncode}: {program.said()}")
        self.busy += len(answers) < len(lines)
        if len(answers) == len(lines):
            self.usual = 0.9 * self.usual + 0.1 * (program.heard_at - start)
        elif not answers:
            # Killed before it could begin: this machine is slower than thought.
            self.usual *= 1.1
        self.compare(lines, answers, expected)
        self.done += max(0, len(answers) - again)

    def before(self):
        """The last command answered must be there, and some of those before it are answered as they were."""
        if self.done == 0:
            return [], []
        start = max(0, self.done - self.random.randint(1, 8))
        part = slice(start, self.done)
        return [probe(self.street.lines[self.done - 1])] + self.street.lines[part], ["conflict"] + self.street.answers[part]

    def feed(self, program, lines):
        """In small pieces, so that it dies between commits and within them."""
        while lines:
            count = self.random.randint(1, 8)
            if not program.tell(lines[:count]):
                return
            lines = lines[count:]
            time.sleep(self.random.choice((0, 0, 0.0005, 0.002)))

    def compare(self, lines, answers, expected):
        for line, answer, right in zip(lines, answers, expected):
            if not (answer == right or right == "conflict" and '"refusal":"id.conflict"' in answer):
                raise AssertionError(f"street {self.street.org}, after {self.done} answers\n  {line}\n  {answer}\nis not\n  {right}")
        self.answered += len(answers)

    def rest(self):
        """Everything once more from the first command, and nothing kills it any more."""
        program = Program(self.yjb, self.url)
        feeder = threading.Thread(target=lambda: (program.tell(self.street.lines), program.process.stdin.close()))
        feeder.start()
        feeder.join()
        program.process.wait(600)
        program.listener.join()
        answers = program.answers()
        if len(answers) != len(self.street.lines):
            raise AssertionError(f"street {self.street.org}: {len(answers)} answers to {len(self.street.lines)}: {program.said()}")
        self.compare(self.street.lines, answers, self.street.answers)
        assert all(map(is_kept, answers))


def kill(yjb, url, streets, kills, seed):
    """Kills; verifies now and then, and at the end. Gives what to say."""
    killers = [Killer(yjb, url, street, kills // len(streets), seed) for street in streets]
    checks = 0
    for killer in killers:
        killer.start()
    while any(killer.is_alive() for killer in killers):
        for killer in killers:
            killer.join(10)
        heads(yjb, url)
        checks += 1
    for killer in killers:
        if killer.fault:
            raise killer.fault
    found = heads(yjb, url)
    for street in streets:
        if found[street.org] != street.end:
            raise AssertionError(f"street {street.org} ends with {found[street.org]}, one program alone with {street.end}")
    total = sum(killer.kills for killer in killers)
    return (f"{total} kills, {sum(k.busy for k in killers)} of them before all was answered; "
            f"{sum(k.answered for k in killers)} answers compared, {sum(len(s.lines) for s in streets)} records: "
            f"lost 0, twice 0, verified {checks + 1} times")

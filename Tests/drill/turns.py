"""Two programs write one street in turn at random: what each keeps in its memory must not outlive the other's writes."""
import random

from program import Program
from stream import heads, is_kept


class Table:
    """Two programs, and what has been said so far."""

    def __init__(self, yjb, url, street, seed):
        self.yjb, self.url, self.street = yjb, url, street
        self.random = random.Random(f"{seed} turns")
        self.players = [self.fresh(), self.fresh()]
        self.done = self.turns = self.changes = self.both = self.again = 0
        self.last = None

    def fresh(self):
        return Program(self.yjb, self.url)

    def play(self):
        while self.done < len(self.street.lines):
            chance = self.random.random()
            if chance < 0.02:
                self.ask_both()
            elif chance < 0.04:
                self.ask_again()
            elif chance < 0.0402:
                self.replace()
            else:
                self.turn(self.random.randrange(2), min(self.random.choice((1, 1, 1, 1, 2, 3, 8)), len(self.street.lines) - self.done))
        for player in self.players:
            player.end()
            if player.process.returncode != 0:
                raise AssertionError(f"a program ended with {player.process.returncode}: {player.said()}")

    def turn(self, who, count):
        part = slice(self.done, self.done + count)
        self.hear(who, self.say(who, self.street.lines[part]), self.street.answers[part])
        self.done += count
        self.turns += 1
        self.changes += self.last != who
        self.last = who

    def ask_both(self):
        """The same command at the same time: one does it, the other one says what was done."""
        line, answer = self.street.lines[self.done], self.street.answers[self.done]
        if not is_kept(answer):
            return self.turn(0, 1)
        starts = [self.say(who, [line]) for who in (0, 1)]
        for who in (0, 1):
            self.hear(who, starts[who], [answer])
        self.done += 1
        self.both += 1

    def ask_again(self):
        if self.done == 0:
            return
        at = self.random.randrange(max(0, self.done - 500), self.done)
        if is_kept(self.street.answers[at]):
            who = self.random.randrange(2)
            self.hear(who, self.say(who, [self.street.lines[at]]), [self.street.answers[at]])
            self.again += 1

    def replace(self):
        """One goes home, another one comes."""
        who = self.random.randrange(2)
        self.players[who].end()
        self.players[who] = self.fresh()

    def say(self, who, lines):
        start = self.players[who].count()
        self.players[who].tell(lines)
        return start

    def hear(self, who, start, expected):
        player = self.players[who]
        if not player.wait_for(start + len(expected)):
            raise AssertionError(f"no answer after {self.done} commands: {player.said()}")
        answers = player.answers()[start:]
        # What was heard is forgotten, so that looking for the next answer stays cheap.
        with player.more:
            player.heard = b""
        if answers != expected:
            raise AssertionError(f"after {self.done} commands program {who} says\n  {answers}\none program alone\n  {expected}")


def take_turns(yjb, url, street, seed):
    table = Table(yjb, url, street, seed)
    table.play()
    found = heads(yjb, url)[street.org]
    if found != street.end:
        raise AssertionError(f"the street ends with {found}, one program alone with {street.end}")
    return (f"{table.done} commands in {table.turns} turns, {table.changes} changes of hand, {table.both} asked of both at once, "
            f"{table.again} asked again: {found[0]} records, rows and head as of one program alone")

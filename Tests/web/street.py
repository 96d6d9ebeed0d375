"""The street behind the pages: jobs are brought by the command line to where a journey starts, and records are counted."""
import itertools, json, os, shutil, sqlite3, subprocess, time
from pathlib import Path

# What a repair of three lines is, everywhere; 240.00 yuan in all.
LINES = [
    {"kind": "labour", "item": "管道工", "quantity": "0.5", "unit": "工日", "unitPrice": "240.00"},
    {"kind": "material", "item": "橡胶垫圈", "quantity": "4", "unit": "只", "unitPrice": "5.00"},
    {"kind": "plant", "item": "疏通机", "quantity": "1", "unit": "台班", "unitPrice": "100.00"},
]
TOTAL = "240.00"
PLACES = itertools.count(1)
TAG = os.environ.get("JOURNEY", str(int(time.time())))[-6:]


class Street:
    def __init__(self, yjb, database):
        self.yjb, self.database = yjb, database
        self.ids = itertools.count(1)
        # The jobs that somebody did something to.
        self.numbers = {}

    def run(self, *words, text=None):
        done = subprocess.run([self.yjb, *words, "--db", self.database], input=text, capture_output=True, text=True, timeout=120)
        return done.stdout

    def do(self, by, what, **form):
        """A command at its word; its answer, which has to be a yes."""
        command = {"id": f"journey-{TAG}-{next(self.ids)}", "org": "NHL", "by": by, "do": what, "with": form}
        answer = json.loads(self.run("apply", "-", text=json.dumps(command, ensure_ascii=False) + "\n").splitlines()[0])
        assert "seq" in answer, (command, answer)
        self.numbers[answer.get("job") or form.get("job")] = answer["seq"]
        return answer

    def records(self):
        """How many records the journal holds."""
        with sqlite3.connect(self.database, timeout=30) as database:
            return database.execute("SELECT count(*) FROM record").fetchone()[0]

    def forget_passwords(self):
        """As if everybody had given the password long ago."""
        with sqlite3.connect(self.database, timeout=30) as database:
            database.execute("UPDATE session SET strong_until = 0")

    def head(self, record):
        """The hash of a record."""
        with sqlite3.connect(self.database, timeout=30) as database:
            return database.execute("SELECT hash FROM record WHERE seq = ?", (record,)).fetchone()[0]

    def money(self):
        """Something to spend: the sample year has little left at its end."""
        self.do("wu.fang", "fund.appropriate", appropriation=f"MS-J-{TAG}", source="minsheng", kind="supplement",
                amount="300000.00", documentNo=f"宁财预〔2026〕{TAG}号")

    def overfill(self):
        """The number of a job of texts and amounts as long as they may be, and an appropriation to match."""
        long = "南苑路一百零二号院内东南侧化粪池与雨水管交汇处检查井旁" * 7
        self.do("wu.fang", "fund.appropriate", appropriation=f"MS-FULL-{TAG}", source="minsheng", kind="supplement",
                amount="9999999999.99", documentNo=long[:190])
        call = self.do("gu.lin", "job.call", channel="12345", site={"address": long[:200], "community": long[:60]},
                       category="septic", description=long * 8)
        number = call["job"]
        self.do("chen.lu", "job.accept", job=number, tenure="unowned", urgency="urgent")
        line = {"kind": "material", "item": long[:120], "quantity": "9999.999", "unit": "立方米", "unitPrice": "9999.99"}
        self.do("li.wei", "job.survey", job=number, visitors=["li.wei", "wang.mei", *(f"居民代表第{k}位" for k in range(12))],
                cause=long * 4, plan=long * 4, lines=[line] * 40)
        return number

    def job(self, upto, contractor="QL", surveyors=("li.wei", "wang.mei"), **grade):
        """The number of a new job that was brought so far: called, accepted, surveyed, signed, dispatched, started, finished,
        passed, claimed, reviewed, settled, invoiced or paid."""
        call = self.do("gu.lin", "job.call", channel="12345", site={"address": f"试行巷{TAG}第{next(PLACES)}号", "community": "双桥社区"},
                       category="drain", description="污水返溢")
        number = call["job"]
        for stage, by, what, form in self._steps(contractor, list(surveyors), grade):
            if reached(upto) < reached(stage):
                return number
            self.do(by, what, job=number, **form(number))
        return number

    def _steps(self, contractor, surveyors, grade):
        just = lambda **form: lambda number: form
        return [
            ("accepted", "chen.lu", "job.accept", just(**({"tenure": "unowned", "urgency": "ordinary"} | grade))),
            ("surveyed", surveyors[0], "job.survey", just(visitors=surveyors, cause="管道老化", plan="疏通并换垫圈", lines=LINES)),
            ("signed", "zhou.hai", "job.sign", just()),
            ("dispatched", "gu.lin", "job.dispatch", just(contractor=contractor, workers=2)),
            ("started", "gu.lin", "job.start", just()),
            ("finished", "gu.lin", "job.finish", just()),
            ("passed", "yan.hua", "job.inspect", just(**{"pass": True}, note="合格")),
            ("claimed", "li.wei", "job.claim", just(lines=LINES)),
            ("reviewed", "wu.fang", "job.review", just(lines=[
                {"line": 1, "approved": "120.00"}, {"line": 2, "approved": "20.00"}, {"line": 3, "approved": "100.00"}])),
            ("settled", "zhou.hai", "job.settle", just()),
            ("invoiced", "wu.fang", "invoice.register", lambda number: invoice(number)),
            ("paid", "feng.jie", "job.pay", lambda number: {"paymentNo": "ZF" + number, "day": "2026-12-31"}),
        ]


STAGES = ["called", "accepted", "surveyed", "signed", "dispatched", "started", "finished", "passed", "claimed", "reviewed",
          "settled", "invoiced", "paid"]


def reached(stage):
    return STAGES.index(stage)


def invoice(number):
    return {
        "number": TAG.rjust(14, "2") + number[-4:].rjust(6, "0"), "date": "2026-12-31",
        "seller": {"name": "清澜管道疏通服务部（样例）", "creditCode": "91320199MA2EXMPL2U"}, "buyer": {"name": "宁安路街道（样例）"},
        "amount": "237.62", "tax": "2.38", "total": TOTAL,
    }


def invoice_file(number, folder):
    """The same as the tax office sends it: its path."""
    paper = invoice(number)
    seller, path = paper["seller"], Path(folder) / f"invoice-{number}.xml"
    path.write_text(f"""<?xml version="1.0" encoding="UTF-8"?>
<EInvoice><Header><EIid>{paper["number"]}</EIid></Header><EInvoiceData>
<SellerInformation><SellerIdNum>{seller["creditCode"]}</SellerIdNum><SellerName>{seller["name"]}</SellerName></SellerInformation>
<BuyerInformation><BuyerName>{paper["buyer"]["name"]}</BuyerName></BuyerInformation>
<BasicInformation><TotalAmWithoutTax>{paper["amount"]}</TotalAmWithoutTax><TotalTaxAm>{paper["tax"]}</TotalTaxAm>
<TotalTax-includedAmount>{paper["total"]}</TotalTax-includedAmount><RequestTime>{paper["date"]}</RequestTime></BasicInformation>
<IssuItemInformation><ItemName>*建筑服务*管道疏通</ItemName><Amount>{paper["amount"]}</Amount><TaxRate>0.01</TaxRate>
<ComTaxAm>{paper["tax"]}</ComTaxAm></IssuItemInformation></EInvoiceData>
<TaxSupervisionInfo><InvoiceNumber>{paper["number"]}</InvoiceNumber><IssueTime>{paper["date"]} 09:30:00</IssueTime></TaxSupervisionInfo></EInvoice>
""", encoding="utf-8")
    return str(path.resolve())


class Server:
    """The sample street, served from a copy of its own: what one journey records no other one sees."""
    def __init__(self, yjb, program, master, folder, port):
        self.folder = Path(folder)
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(master, self.folder)
        database = str(self.folder / "street.sqlite")
        self.log, self.base = self.folder / "server.log", f"http://127.0.0.1:{port}"
        with open(self.log, "w") as out, open(self.folder / "server.err", "w") as err:
            self.process = subprocess.Popen(
                [program, "serve", "--db", database, "--port", str(port), "--plain-http", "--practice"], stdout=out, stderr=err)
        for _ in range(300):
            # The last line that it prints once everybody has a password.
            if "Ctrl-C" in self.log.read_text():
                break
            assert self.process.poll() is None, (self.folder / "server.err").read_text()
            time.sleep(0.2)
        self.street = Street(yjb, database)

    def stop(self):
        self.process.terminate()
        self.process.wait(30)

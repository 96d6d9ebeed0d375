# make run    set up, build the command line alone, play the sample year and print it on one screen
# make test   set up, build everything, run all tests
# make serve  set up, build the web server, open the sample year in a browser
# make help   the rest
SHELL := /bin/bash
.DEFAULT_GOAL := help

APT := pkg-config libsqlite3-dev libssl-dev libpq-dev libexpat1-dev zlib1g-dev libxlsxwriter-dev \
	libcairo2 libpangocairo-1.0-0 libqrencode4 libgdk-pixbuf-2.0-0 webp-pixbuf-loader fonts-noto-cjk
# The tests start a PostgreSQL server of their own, take the text of PDF files out again, and hand the books to three other
# accounting tools; some change a database behind the program's back.
APT_TEST := postgresql-15 sqlite3 poppler-utils hledger ledger beancount
# Swift's libraries are linked in: a program starts a third faster and runs where no Swift is.
RELEASE := swift build -c release --static-swift-stdlib
YJB := .build/release/yjb
SERVER := .build/release/yjb-server
PORT ?= 8311
BENCH ?=
# Tests that start programs and servers: more than a few at once wait for each other until their time is over.
WIDTH := --experimental-maximum-parallelization-width 4

.PHONY: help setup setup-test setup-web build run serve test test-web guide drill bench bench-web mutants docs schema samples clean

help:
	@echo 'make run       build the command line, play the sample year, print it on one screen'
	@echo 'make serve     build the web server, open the sample year in a browser (PORT=8311)'
	@echo 'make test      build everything and run all tests'
	@echo 'make test-web  walk through the pages with Chromium: journeys, access, weight; pictures in out/web'
	@echo 'make guide     take the pictures of docs/GUIDE.zh-CN.md anew, with Chromium'
	@echo 'make build     build the command line only (release): $(YJB)'
	@echo 'make setup     install the Debian packages that are missing: $(APT)'
	@echo 'make drill     kill servers and programs under load, let disks fail, and count what was answered (half an hour)'
	@echo 'make bench     measure yjb beside C, PostgreSQL and hledger, and print a table (BENCH=--large: a million commands)'
	@echo 'make bench-web  measure the pages beside a hello of the framework, and print a table (needs wrk)'
	@echo 'make mutants   build some 360 small wrong changes in, one at a time, and see whether a test notices (an hour or two)'
	@echo 'make docs      write docs/ERRORS.md and docs/SPEC-job.md from the code'
	@echo 'make schema    write schema.sql from the migrations'
	@echo 'make samples   write samples/2026-year.jsonl and samples/statements anew, and the golden files'
	@echo 'make clean     remove what was built'

# Installs what is missing of the packages named.
define install
missing=(); for p in $(1); do dpkg -s $$p >/dev/null 2>&1 || missing+=($$p); done; \
if (($${#missing[@]})); then \
	echo "Installing $${missing[*]}"; \
	as=(); [[ $$(id -u) == 0 ]] || as=(sudo); \
	"$${as[@]}" apt-get update -qq && \
	"$${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$${missing[@]}"; \
fi
endef

setup:
	@command -v swift >/dev/null || { echo 'The Swift toolchain (6.1 or later) is not on the PATH: https://www.swift.org/install/linux/'; exit 1; }
	@$(call install,$(APT))

# Without a server the PostgreSQL half of the tests is skipped, by name.
setup-test: setup
	@$(call install,$(APT_TEST)) || echo 'PostgreSQL, pdftotext, hledger, ledger or Beancount cannot be installed here: what needs them will be skipped, by name.'

build: setup
	$(RELEASE) --product yjb

# The sample year with its bank statements, closed, and the quarter after it, in a folder of its own. What the steps say goes
# to a log.
define sample_year
set -e; mkdir -p out; dir=$$(mktemp -d out/$$(date +%Y%m%d-%H%M%S)-XXXX); db=$$dir/street.sqlite; log=$$dir/steps.log; \
trap 'tail -5 $$log' ERR; \
$(YJB) init --db $$db > $$log; \
$(YJB) apply --db $$db samples/2026-year.jsonl > $$dir/answers.jsonl; \
$(YJB) import statement --db $$db samples/statements/icbc.csv --new-account --as wu.fang >> $$log; \
$(YJB) import statement --db $$db samples/statements/treasury.csv --new-account --as wu.fang >> $$log; \
$(YJB) finance match --db $$db --confirm sure --as wu.fang >> $$log; \
$(YJB) apply --db $$db samples/2027-q1.jsonl > $$dir/answers-2027.jsonl
endef

# What is worth reading is printed at the end, on one screen.
run: build
	@$(sample_year); \
	echo; $(YJB) report overview --db $$db --year 2026; \
	$(YJB) year show --db $$db 2026 --out $$dir/closing-2026.txt; \
	$(YJB) audit verify --db $$db; \
	$(YJB) audit key new --out $$dir/audit.key >> $$log; \
	mkdir $$dir/audit; for form in csv gbt24589 iso21378 plaintext; do \
		$(YJB) audit export --db $$db --year 2026 --format $$form --out $$dir/audit/$$form >> $$log; done; \
	$(YJB) audit export --db $$db --year 2026 --format bundle --sign $$dir/audit.key --out $$dir/2026.zip >> $$log; \
	if command -v python3 >/dev/null; then python3 Sources/Desk/Exporting/Bundle/verify.py $$dir/2026.zip; fi; \
	echo; echo "Written to $$dir: street.sqlite, answers.jsonl, closing-2026.txt (年度结账证明), audit/ (审计：csv, gbt24589, iso21378, plaintext) and 2026.zip (证据包), steps.log. Try next (--lang en for English):"; \
	echo "  export YJB_DB=$$db PATH=\"\$$PWD/.build/release:\$$PATH\""; \
	echo "  yjb report utilisation --year 2026   # 资金使用率 of the closed year, by source and appropriation"; \
	echo "  yjb year show 2026         # 年度结账证明"; \
	echo "  yjb report reconciliation  # 对账: what stands on one side only"; \
	echo "  yjb finance todo           # 财务待办"; \
	echo "  yjb job list --open        # 办理中的工单"; \
	echo "  yjb job show 2026-0041     # 一个工单的经过"; \
	echo "  yjb --help"

# The same as a practice street in a browser, with somebody of each role who can sign in.
serve: build
	$(RELEASE) --product yjb-server
	$(RELEASE) --product yjb-photo
	@$(sample_year); \
	$(YJB) user add luo.qiang --db $$db --as admin --name 罗强 --role crew --contractor QL >> $$log; \
	$(YJB) user add du.shen --db $$db --as admin --name 杜慎 --role auditor >> $$log; \
	$(YJB) user add qin.qu --db $$db --as admin --name 秦渠 --role district >> $$log; \
	exec $(SERVER) serve --db $$db --port $(PORT) --plain-http --practice

test: setup-test
	swift build --build-tests
	set -o pipefail; Tests/postgres.sh swift test --skip-build --disable-xctest $(WIDTH) 2>&1 | awk -f Tests/outline.awk

# Chromium, its driver and a virtual environment with selenium and axe-core: what cannot be had is skipped, by name.
APT_WEB := chromium chromium-driver python3-venv
setup-web: setup
	@$(call install,$(APT_WEB)) || echo 'Chromium cannot be installed here: what needs it will be skipped, by name.'

test-web: build setup-web
	$(RELEASE) --product yjb-server
	$(RELEASE) --product yjb-photo
	Tests/web.sh

# The pictures of docs/GUIDE.zh-CN.md, taken anew of the sample year.
guide: build setup-web
	$(RELEASE) --product yjb-server
	PLAN=guide Tests/web.sh

drill: build setup-test
	$(RELEASE) --product yjb-server
	Tests/drill.sh

# Into out/bench, too. What is missing here is a row that says so.
bench: build setup-test
	@command -v python3 >/dev/null || { echo 'make bench needs Python 3 (python3).'; exit 1; }
	@python3 Tools/Bench/bench.py --yjb $(YJB) $(BENCH)

bench-web: build
	$(RELEASE) --product yjb-server
	$(RELEASE) --product yjb-photo
	$(RELEASE) --product HelloServer
	@$(call install,wrk) || echo 'wrk cannot be installed here.'
	@python3 Tools/Bench/web.py --yjb $(YJB) --server $(SERVER) --hello .build/release/HelloServer

mutants: setup-test
	SCRATCH=out/mutants Tests/postgres.sh Tests/mutants.sh

# Writes the golden files of some tests that differ: the first run records them and fails, the second one decides.
define record
swift build --build-tests
UPDATE_GOLDEN=1 swift test --skip-build --disable-xctest --filter $(1) | grep -E 'recorded|cannot be written' | sort -u || true
swift test --skip-build --disable-xctest --filter $(1)
endef

docs:
	@$(call record,Document)

schema: build
	$(YJB) schema > schema.sql

samples: build
	$(RELEASE) --product SampleYear
	$(YJB) policy show --json samples/policy.yaml | .build/release/SampleYear > samples/2026-year.jsonl
	@set -e; dir=$$(mktemp -d); \
	$(YJB) policy show --json samples/policy.yaml > $$dir/policy.json; \
	$(YJB) init --db $$dir/s.sqlite; $(YJB) apply --db $$dir/s.sqlite samples/2026-year.jsonl > $$dir/answers.jsonl; \
	$(YJB) report vouchers --db $$dir/s.sqlite --book I --json > $$dir/vouchers.json; \
	.build/release/SampleYear --statements $$dir/answers.jsonl $$dir/vouchers.json samples/statements < $$dir/policy.json; \
	rm -r $$dir
	@$(call record,SampleYear)

clean:
	rm -rf .build out

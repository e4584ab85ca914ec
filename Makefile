# What one can do here. `make` alone lists it.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

# Where the Swift package is built; another folder keeps a build of one's own apart.
SCRATCH ?= .build

# The Python that makes .venv/.
PYTHON ?= python3

BINARY := $(SCRATCH)/release/ksf
SWIFT_SOURCES := Sources Tests Package.swift
LIBRARIES := libyaml-dev libcmark-gfm-dev libcmark-gfm-extensions-dev nettle-dev zlib1g-dev
VENV_READY := .venv/$(shell sha256sum Tests/requirements.txt | cut -c 1-16).ready

# The public Mustache suite and other standards, which tests read.
export KSF_STANDARDS ?= $(abspath ../shared/standards)
export KSF := $(abspath $(BINARY))
export PYTHONDONTWRITEBYTECODE := 1
PYTEST := .venv/bin/python -m pytest --quiet --config-file Tests/pytest.ini

##@ Everyday

.PHONY: help
help: ## List what make can do
	@awk 'BEGIN { FS = ":.*## " } \
	  /^##@ / { printf "\n%s\n", substr($$0, 5) } \
	  /^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

.PHONY: handbook
handbook: program ## Build the shipped framework into build/, and say where the handbook is
	@$(PROGRAM) build --project . --output build
	@echo
	@echo "The handbook is at $(CURDIR)/build/handbook/index.html"

.PHONY: pdf
pdf: program ## Build the shipped framework with the handbook as one file and as a PDF (needs WeasyPrint or Chromium)
	@$(PROGRAM) build --project . --output build --single-file --pdf

.PHONY: build
build: toolchain libraries ## Build ksf in release mode, as one file that needs no other
	@$(call announce,$(BINARY),320)
	@swift build $(RELEASE) 2>&1 | Tests/show-progress

# Nothing reads debug information or an index. Names of functions are stripped; a profile needs them: make build STRIP=
STRIP := -Xlinker -s
RELEASE = --scratch-path $(SCRATCH) --configuration release --product ksf --static-swift-stdlib \
  -Xswiftc -static-executable -debug-info-format none --disable-index-store $(STRIP) $(DIRECT_TYPES)

# At the first use of a generic type Swift asks its runtime for it: by the name of the type, which the runtime has to take apart and
# look up, or by a call, which is somewhat more code. Calls save a twentieth of a check, a build or an edit of a small framework.
DIRECT_TYPES := -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors

# A program that is not optimised is built in a third of the time and writes the same bytes. In release mode the compiler reads each
# target once, in debug mode several times.
QUICK_SCRATCH := $(SCRATCH)/quick
UNOPTIMISED = --scratch-path $(QUICK_SCRATCH) --configuration release -Xswiftc -Onone --product ksf \
  -debug-info-format none --disable-index-store

# The newer of the two programs, which `make program` has brought up to date.
PROGRAM = $(firstword $(shell ls -t $(BINARY) $(QUICK_SCRATCH)/release/ksf 2> /dev/null))

.PHONY: program
program:
	@[[ -x $(BINARY) && -z $$(find Sources docs starters templates Package.swift -newer $(BINARY) -print -quit) ]] || \
	  $(MAKE) --no-print-directory quick-build

.PHONY: quick-build
quick-build: toolchain libraries
	@$(call announce,$(QUICK_SCRATCH)/release/ksf,90)
	@swift build $(UNOPTIMISED) 2>&1 | Tests/show-progress

# Says how long the first build takes: $(call announce,PROGRAM,SECONDS of one core).
announce = [[ -x $(1) ]] && echo "Building what has changed in ksf" || \
  echo "Building ksf. The first time takes about $$(( ($(2) / $$(nproc) + 29) / 10 * 10 )) seconds on this machine."

.PHONY: test
test: toolchain libraries tools ## Run everything that CI runs: lint, all tests, judges
	@Tests/run-stages $(SCRATCH)/reports lint unit-tests build acceptance judges

.PHONY: format
format: toolchain ## Put the Swift sources into the house format
	@swift format --in-place --parallel --recursive $(SWIFT_SOURCES)

.PHONY: lint
lint: toolchain ## Check the format and style of the Swift sources
	@swift format lint --strict --parallel --recursive $(SWIFT_SOURCES)

.PHONY: clean
clean: ## Remove all that make built: .build/, build/, dist/ and .venv/
	@rm -rf $(SCRATCH) build $(DIST) .venv

.PHONY: docs
docs: build ## Make the generated pages in docs/ from the program's own tables
	@for page in changes language rules templates; do $(BINARY) docs $$page > docs/$$page.md; done

# Where make dist writes.
DIST := dist

.PHONY: dist
dist: build ## Pack the program: a wheel, a Debian package and a tar.gz in dist/
	@$(PYTHON) Packaging/dist.py $(BINARY) $(DIST)

# Where the peers of make bench are installed.
BENCH := .build-bench

.PHONY: bench
bench: build ## Measure ksf, its limits and its peers: make bench, or make bench QUICK=1 in a minute
	@[ -x $(BENCH)/bin/python ] || { $(PYTHON) -m venv $(BENCH); \
	  $(BENCH)/bin/python -m pip install --quiet --requirement Bench/requirements.txt || \
	    echo "Some peers could not be installed; they are left out." >&2; }
	@KSF_BENCH=1 swift build $(subst --product ksf,--product SessionBench,$(RELEASE)) 2>&1 | Tests/show-progress
	@$(BENCH)/bin/python Bench/run.py --ksf $(BINARY) --session $(SCRATCH)/release/SessionBench --json $(BENCH)/bench.json $(if $(QUICK),--quick) \
	  $(if $(SIZES),--sizes $(SIZES)) $(if $(SHAPE),--shape $(SHAPE)) $(if $(REQUIRE),--require)

# How long make fuzz runs.
SECONDS ?= 60

.PHONY: fuzz
fuzz: toolchain libraries ## Throw random damage at the front end: make fuzz SECONDS=60
	@KSF_FUZZ=1 swift build --quiet --scratch-path .build-fuzz --sanitize=fuzzer \
	  --configuration release --product FrontEndFuzzer
	@mkdir -p .build-fuzz/corpus .build-fuzz/seeds
	@cp Tests/AnalysisTests/Fixtures/*.txt framework/*.yaml framework/domains/*.yaml .build-fuzz/seeds/
	@.build-fuzz/release/FrontEndFuzzer .build-fuzz/corpus .build-fuzz/seeds -max_len=20000 -timeout=10 \
	  -max_total_time=$(SECONDS) -artifact_prefix=.build-fuzz/ -print_final_stats=1

##@ Parts of make test

.PHONY: unit-tests
unit-tests: toolchain libraries ## Run the Swift tests
	@mkdir -p $(SCRATCH)/reports
	@swift build --quiet --scratch-path $(SCRATCH) --build-tests
	@swift test --quiet --scratch-path $(SCRATCH) --skip-build \
	  --xunit-output $(SCRATCH)/reports/unit-tests.xml

.PHONY: acceptance
acceptance: tools ## Run the release binary as a person would (after make build)
	@$(PYTEST) --junit-xml $(SCRATCH)/reports/acceptance.xml Tests/Acceptance

.PHONY: judges
judges: tools ## Let validators that are not ours judge the outputs (after make build)
	@$(PYTEST) --junit-xml $(SCRATCH)/reports/judges.xml Tests/Judges

##@ What the others need, installed if missing

.PHONY: toolchain
toolchain: ## Look for the Swift toolchain
	@command -v swift > /dev/null || { \
	  echo "The Swift toolchain is missing: install Swift 6.2 or later from" \
	    "https://www.swift.org/install/linux/ and put its usr/bin into your PATH." >&2; \
	  exit 1; }

.PHONY: libraries
libraries: ## Install the C libraries that ksf is built with
	@Tests/install-packages $(LIBRARIES)

.PHONY: tools
tools: $(VENV_READY) ## Install what the acceptance tests and judges are run with
	@command -v java > /dev/null || Tests/install-packages default-jre-headless
	@command -v patch > /dev/null || Tests/install-packages patch
	@command -v chromium > /dev/null || Tests/install-packages chromium
	@command -v valgrind > /dev/null || Tests/install-packages valgrind
	@command -v lintian > /dev/null || Tests/install-packages lintian
	@command -v strip > /dev/null || Tests/install-packages binutils
	@Tests/install-packages fonts-dejavu-core fonts-noto-core fonts-liberation

$(VENV_READY):
	@$(PYTHON) -c 'import ensurepip, venv' 2> /dev/null || \
	  Tests/install-packages python3 python3-venv
	@echo "Installing the Python tools for the tests into .venv/"
	@$(PYTHON) -m venv --clear .venv
	@.venv/bin/python -m pip install --quiet --requirement Tests/requirements.txt
	@touch $@

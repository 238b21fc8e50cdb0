# Every target sets up what it needs by itself. `make demo` and `make test` are all that a newcomer has to know.
.DEFAULT_GOAL := help
.PHONY: help setup setup-test demo run test lint format bench fuzz torture journey package smoke clean

VENV := .venv
BIN := $(VENV)/bin
PYTEST_WORKERS ?= 2
VARIANT ?= cpu

help:        ## this list
	@grep -hE '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

setup:       ## system libraries and a virtual environment to run the program
	@packaging/bootstrap.sh run

setup-test:  ## the same with what tests and lint need
	@packaging/bootstrap.sh test

demo: setup  ## the application on the sample study (without a display: a screenshot and the predictions)
	@$(BIN)/radviewer demo

run: setup   ## the application; PATHS="..." opens files or folders
	@$(BIN)/radviewer $(PATHS)

lint: setup-test  ## ruff, mypy, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/mypy

test: lint   ## lint, types, import contracts and all tests
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n $(PYTEST_WORKERS) --dist loadfile

format: setup-test  ## put the code into the house's format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup-test   ## figures beside peers, as tables
	@for f in benchmarks/bench_*.py; do echo "== $$f"; QT_QPA_PLATFORM=offscreen $(BIN)/python $$f || exit 1; done

fuzz: setup-test   ## mutants of valid files; N=10000 SEED=1
	$(BIN)/python -m tests.helpers.fuzz $(or $(N),10000) $(or $(SEED),1)

torture: setup-test  ## kill, cut off and damage reader studies: 200 x kill -9, byte flips, full disk, restarted server
	$(BIN)/pytest -q tests/unit/readerstudy/test_torture.py tests/unit/readerstudy/test_damage.py tests/unit/readerstudy/test_server.py tests/unit/readerstudy/test_audit.py

journey: setup-test  ## the real program used at random and killed, over and over; MINUTES=60 SEED=1
	$(BIN)/python -m tests.ui.journeys.hour $(or $(MINUTES),60) $(or $(SEED),1)

package:     ## what users install, into dist/: wheel, frozen program, on Linux .deb, tar.gz, AppImage (VARIANT=cpu|cuda)
	$(or $(PYTHON),python3) packaging/build.py --variant $(VARIANT)

smoke:       ## try the frozen program from another folder, with no Python and no display
	$(or $(PYTHON),python3) packaging/smoke_test.py .build/frozen-$(VARIANT)/radviewer/radviewer

deb-test:    ## install the .deb in a bare Debian (ROOT=folder, MIRROR=url), try it there, remove it; needs root
	$(or $(PYTHON),python3) packaging/linux/try_deb.py "$$(ls dist/radviewer_*.deb | tail -n 1)" $(or $(ROOT),.build/bare-debian) $(if $(MIRROR),--mirror $(MIRROR))

wheel-test:  ## the wheel in an empty environment, away from the checkout (PLACE=folder): the tests golden and cli
	$(or $(PYTHON),python3) packaging/build.py --only wheel
	$(or $(PYTHON),python3) packaging/wheel_test.py "$$(ls dist/radviewer-*.whl | tail -n 1)" $(or $(PLACE),$$(mktemp -d)/radviewer-wheel)

clean:       ## remove what the targets made
	rm -rf $(VENV) .build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

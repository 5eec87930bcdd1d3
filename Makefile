# Shortcuts without logic of their own; what CI runs is .ci/run.
python = .venv/bin/python

.PHONY: setup format lint types test golden fuzz benchmark check

setup:
	python3 -m venv .venv
	$(python) -m pip install --quiet -c constraints.txt -e '.[dev]'

format:
	$(python) -m ruff format .
	$(python) -m ruff check --fix .

lint:
	$(python) -m ruff check .
	$(python) -m ruff format --check .

types:
	$(python) -m mypy

test:
	$(python) -m pytest -n auto

golden:
	$(python) -m pytest --update

fuzz:
	$(python) tests/fuzz.py

benchmark:
	$(python) benchmarks/suite.py

check:
	.ci/run

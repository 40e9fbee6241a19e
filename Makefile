# Needs only make and Python 3.11 or newer: everything else is put into .venv, once.

PYTHON ?= python3 python3.14 python3.13 python3.12 python3.11
BIN = .venv/bin
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
LOCK = $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
    --no-emit-index-url --annotation-style line --custom-compile-command "make lock"

.PHONY: test run sample lock translations
.DEFAULT_GOAL := test
.DELETE_ON_ERROR:

test: .venv/ready-to-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

run: .venv/ready-to-run
	$(BIN)/python -m streamlit run app.py

# The committed sample shops, made again; the same seed gives the same bytes.
sample: .venv/ready-to-run
	PYTHONPATH=. $(BIN)/python sample_data/make_samples.py

# After a change of the dependencies in pyproject.toml; keeps what is locked already, so for newer releases delete the two files first.
lock: $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv>=0.13,<0.14"
	$(LOCK) -o requirements.txt
	$(LOCK) --extra test -c requirements.txt -o tests/requirements.txt

# After a change of the texts in the code: what is new stands empty in the catalogues, what is gone leaves them.
translations: .venv/ready-to-run
	$(BIN)/pybabel --quiet extract -F pyproject.toml --add-location file --sort-by-file \
        --project "Retention Ladder" --copyright-holder "Retention Ladder contributors" -o retention/locale/messages.pot app.py pages retention
	for language in ru ro; do \
	    $(BIN)/pybabel --quiet update -i retention/locale/messages.pot -o retention/locale/$$language.po -l $$language --width 120 \
	        --init-missing --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date || exit 1; \
	done

.venv/ready-to-run: requirements.txt $(BIN)/python
	@echo "Installing the libraries into .venv; this takes a minute or two, once."
	$(INSTALL) -r requirements.txt
	@touch $@

.venv/ready-to-test: tests/requirements.txt .venv/ready-to-run
	@echo "Installing what the tests need besides."
	$(INSTALL) -r tests/requirements.txt
	@touch $@

$(BIN)/python:
	@for python in $(PYTHON); do \
	    if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then exec $$python -m venv --clear .venv; fi; \
	done; \
	echo "Retention Ladder needs Python 3.11 or newer, and none of these is: $(PYTHON)." >&2; \
	echo "Install one, or say where it is: make PYTHON=/path/to/python3" >&2; \
	exit 1

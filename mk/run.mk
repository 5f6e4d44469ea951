# What a person runs: packages, the demo school.
PORT ?= 8080
DATA ?= ./demo

.PHONY: deps run

deps: ## install the packages of packages.txt that are missing, and no more
	@tools/deps build test

run: ## install what is missing, build, make the demo school if absent, serve it (PORT=8080 DATA=./demo)
	@tools/deps build
	@$(MAKE) --no-print-directory -j$(CORES) all
	@test -e $(DATA) || $(B)/opensenco demo $(DATA)
	@exec $(B)/opensenco serve --data $(DATA) --port $(PORT)

# Files of assets/ inside the program: one C file of .incbin lines. Licences stay in the tree; docs/dependencies.md names them.
ASSETS = $(shell find assets -type f ! -name 'LICENCE*' 2>/dev/null | LC_ALL=C sort)
OBJ += $(B)/gen/assets.o
$(B)/gen/assets.c: tools/embed $(ASSETS)
	@mkdir -p $(@D)
	@tools/embed $@ $(ASSETS)

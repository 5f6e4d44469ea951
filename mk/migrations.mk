# The numbered SQL files inside the program.
MIGRATION_FILES = $(sort $(wildcard migrations/*.sql))
OBJ += $(B)/gen/migrations.o
$(B)/gen/migrations.c: tools/migrations $(MIGRATION_FILES)
	@mkdir -p $(@D)
	@tools/migrations $@ $(MIGRATION_FILES)

# Before the first release there is one migration, made from the tables; afterwards `opensenco migrate --draft` and a new number.
.PHONY: schema
schema: $(B)/opensenco ## Write migrations/0001 anew from the record tables (only before the first release)
	$(B)/opensenco show schema > $(B)/0001.sql && cp $(B)/0001.sql migrations/0001_house_first.sql

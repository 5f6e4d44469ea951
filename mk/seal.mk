# The block list is part of the program: src/seal/password.c takes it in with .incbin.
$(B)/src/seal/password.o: data/passwords.txt

.PHONY: bench-seal
bench-seal: $(B)/bench-seal ## what sealing costs, printed
	@$<
$(B)/bench-seal: $(call layer_obj,base seal) $(B)/bench/seal.o
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

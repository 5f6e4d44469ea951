# The block list is part of the program: src/seal/password.c takes it in with .incbin.
$(B)/src/seal/password.o: data/passwords.txt

# The default access matrix is put into the program as it stands.
$(B)/src/law/access.o: src/law/access.txt

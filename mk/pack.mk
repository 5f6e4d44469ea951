# The Debian package.
VERSION ?= 0.1.0

.PHONY: deb
deb: $(B)/opensenco ## build/opensenco_VERSION_ARCH.deb, with a hardened systemd unit
	@packaging/build $(VERSION)

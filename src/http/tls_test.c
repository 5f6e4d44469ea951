/* tls_test.c - TLS as a browser meets it: pages come over 1.2 and 1.3, older versions do not, and the slow are cut all the same. */
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <time.h>

#include "http/http_rig.h"

static const char *pem(struct test *t, gnutls_datum_t *made)
{
	const char *text = arena_text_n(t->a, (const char *)made->data, made->size);

	gnutls_free(made->data);
	return text;
}

/* A certificate that signs itself, for a day. */
static void make_certificate(struct test *t, const char **certificate, const char **key)
{
	gnutls_x509_privkey_t private;
	gnutls_x509_crt_t crt;
	gnutls_datum_t out;

	gnutls_x509_privkey_init(&private);
	gnutls_x509_privkey_generate(private, GNUTLS_PK_ECDSA, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1), 0);
	gnutls_x509_crt_init(&crt);
	gnutls_x509_crt_set_version(crt, 3);
	gnutls_x509_crt_set_serial(crt, "\1", 1);
	gnutls_x509_crt_set_dn_by_oid(crt, GNUTLS_OID_X520_COMMON_NAME, 0, "localhost", 9);
	gnutls_x509_crt_set_activation_time(crt, time(NULL) - 60);
	gnutls_x509_crt_set_expiration_time(crt, time(NULL) + 86400);
	gnutls_x509_crt_set_key(crt, private);
	gnutls_x509_crt_sign2(crt, crt, private, GNUTLS_DIG_SHA256, 0);
	gnutls_x509_crt_export2(crt, GNUTLS_X509_FMT_PEM, &out);
	*certificate = pem(t, &out);
	gnutls_x509_privkey_export2(private, GNUTLS_X509_FMT_PEM, &out);
	*key = pem(t, &out);
	gnutls_x509_crt_deinit(crt);
	gnutls_x509_privkey_deinit(private);
}

/* What comes back, or "" if no connection came about. */
static const char *ask_over_tls(struct test *t, const struct http_server *s, const char *priorities, const char *request)
{
	gnutls_certificate_credentials_t nobody;
	gnutls_session_t session;
	struct buf b = buf_new(t->a);
	char bytes[4096];
	int fd = dial(s);
	ssize_t n;

	gnutls_certificate_allocate_credentials(&nobody);
	gnutls_init(&session, GNUTLS_CLIENT);
	gnutls_priority_set_direct(session, priorities, NULL);
	gnutls_credentials_set(session, GNUTLS_CRD_CERTIFICATE, nobody);
	gnutls_transport_set_int(session, fd);
	if (gnutls_handshake(session) == GNUTLS_E_SUCCESS) {
		gnutls_record_send(session, request, strlen(request));
		while ((n = gnutls_record_recv(session, bytes, sizeof bytes)) > 0)
			buf_add_n(&b, bytes, (size_t)n);
	}
	gnutls_deinit(session);
	gnutls_certificate_free_credentials(nobody);
	close(fd);
	return buf_text(&b);
}

static struct http_server *serve_over_tls(struct test *t, int head_ms)
{
	struct http_options o = rig_options();

	make_certificate(t, &o.certificate, &o.key);
	o.address = "0.0.0.0"; /* allowed, for it is encrypted */
	o.head_ms = head_ms;
	return serve(t, &o);
}

TEST(pages_come_over_tls_1_2_and_1_3_and_the_browser_is_told_to_stay_with_it)
{
	struct http_server *s = serve_over_tls(t, 0);
	const char *request = GET("/echo", "Connection: close\r\n");
	const char *page = ask_over_tls(t, s, "NORMAL:-VERS-ALL:+VERS-TLS1.3", request);

	expect_has(page, "HTTP/1.1 200");
	expect_has(page, "Strict-Transport-Security: max-age=31536000\r\n");
	expect_has(ask_over_tls(t, s, "NORMAL:-VERS-ALL:+VERS-TLS1.2", request), "HTTP/1.1 200");
	expect_has(ask_over_tls(t, s, "NORMAL", GET("/elsewhere", "Connection: close\r\n")), "from another thread");
	http_stop(s);
}

TEST(tls_1_1_and_plain_text_are_refused)
{
	struct http_server *s = serve_over_tls(t, 0);

	expect_text(ask_over_tls(t, s, "NORMAL:-VERS-ALL:+VERS-TLS1.1", GET("/echo", "")), "");
	expect_lacks(ask(t, s, GET("/echo", "")), "HTTP/1.1 200");
	expect_has(ask_over_tls(t, s, "NORMAL", GET("/echo", "Connection: close\r\n")), "HTTP/1.1 200");
	http_stop(s);
}

TEST(a_handshake_that_never_begins_is_cut_off)
{
	struct http_server *s = serve_over_tls(t, 100);

	expect_text(hear(t, dial(s)), "");
	http_stop(s);
}

/* mail_send.c - SMTP by libcurl; what the server said at which command decides the outcome. */
#include "doc/mail_send.h"

#include <curl/curl.h>
#include <pthread.h>

#include "base/text.h"
#include "doc/mail.h"

enum { SAYS = 400 };

/* How far the talk came, by the last command sent. */
enum stage { AT_HELLO, AT_FROM, AT_TO, AT_DATA };

struct mail_line {
	struct arena *a;
	struct mail_server server;
	CURL *curl;
	const char *message;
	size_t left;
	bool all_read;       /* the whole mail was taken by libcurl */
	enum stage stage;
	bool leaving;        /* QUIT was said: what follows is only goodbye */
	int code;            /* of the server's last answer */
	char says[SAYS];
	char error[CURL_ERROR_SIZE];
};

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void start_curl(void)
{
	curl_global_init(CURL_GLOBAL_DEFAULT);
}

static void hang_up(void *line)
{
	curl_easy_cleanup(((struct mail_line *)line)->curl);
}

static bool host_ok(const char *host)
{
	return host && host[0] && host[0] != '-' && strlen(host) < 256 &&
		host[strspn(host, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-")] == 0;
}

static bool this_machine(const char *host)
{
	return strcmp(host, "localhost") == 0 || strncmp(host, "127.", 4) == 0;
}

const struct fault *mail_line_open(struct arena *a, const struct mail_server *server, struct mail_line **out)
{
	struct mail_line *line;

	if (!host_ok(server->host) || server->port < 0 || server->port > 65535)
		return FAULT(a, FAULT_INVALID, "the mail server's name is no host name");
	if (server->password && server->password[0] && server->tls == MAIL_NO_TLS && !this_machine(server->host))
		return FAULT(a, FAULT_INVALID, "a password for the mail server is never sent without TLS");
	pthread_once(&once, start_curl);
	*out = line = arena_alloc(a, sizeof *line);
	line->a = a;
	line->server = *server;
	line->curl = curl_easy_init();
	if (!line->curl)
		return FAULT(a, FAULT_FULL, "no memory for a line to the mail server");
	arena_defer(a, hang_up, line);
	return NULL;
}

static size_t read_message(char *to, size_t size, size_t count, void *data)
{
	struct mail_line *line = data;
	size_t n = size * count < line->left ? size * count : line->left;

	memcpy(to, line->message, n);
	line->message += n;
	line->left -= n;
	line->all_read = n == 0 || line->left == 0;
	return n;
}

/* The server's answers, line by line; the last one is kept. */
static size_t hear(char *text, size_t size, size_t count, void *data)
{
	struct mail_line *line = data;
	size_t n = size * count, used = n;

	while (used > 0 && (text[used - 1] == '\n' || text[used - 1] == '\r'))
		used--;
	used = used < SAYS - 1 ? used : SAYS - 1;
	if (!line->leaving && used >= 3 && text[0] >= '2' && text[0] <= '5') {
		line->code = (text[0] - '0') * 100 + (text[1] - '0') * 10 + (text[2] - '0');
		memcpy(line->says, text, used);
		line->says[used] = 0;
	}
	return n;
}

/* Which command went out last. Nothing of it is kept: a password goes by here too. */
static int watch(CURL *curl, curl_infotype kind, char *text, size_t n, void *data)
{
	struct mail_line *line = data;

	(void)curl;
	if (kind != CURLINFO_HEADER_OUT || n < 4)
		return 0;
	line->leaving = strncmp(text, "QUIT", 4) == 0;
	if (line->leaving)
		return 0;
	if (strncmp(text, "MAIL", 4) == 0)
		line->stage = AT_FROM;
	else if (strncmp(text, "RCPT", 4) == 0)
		line->stage = AT_TO;
	else if (strncmp(text, "DATA", 4) == 0)
		line->stage = AT_DATA;
	if (line->stage >= AT_FROM || strncmp(text, "EHLO", 4) == 0)
		line->code = 0; /* the answer to this one is not heard yet */
	return 0;
}

/* An answer that will not change by waiting, to this letter and not to our settings. */
static bool for_good(const struct mail_line *line)
{
	return line->stage >= AT_TO && line->code >= 500 && line->code != 530 && line->code != 534 && line->code != 535 &&
		line->code != 538;
}

static void judge(struct mail_line *line, CURLcode how, struct mail_result *r)
{
	const char *wrong = line->error[0] ? line->error : curl_easy_strerror(how);

	r->code = line->code;
	if (how == CURLE_OK)
		r->outcome = MAIL_SENT;
	else if (for_good(line))
		r->outcome = MAIL_REFUSED;
	else if (line->stage == AT_DATA && line->all_read && line->code < 400)
		r->outcome = MAIL_UNSURE;
	else
		r->outcome = MAIL_LATER;
	r->says = line->code >= 400 || how == CURLE_OK ? line->says : wrong;
	r->says = text_is_utf8(r->says, strlen(r->says)) ? text_clean(line->a, r->says) : "The server's words could not be read.";
}

static const char *url_of(const struct mail_line *line)
{
	static const int PORT[] = { [MAIL_STARTTLS] = 587, [MAIL_TLS] = 465, [MAIL_NO_TLS] = 25 };
	const struct mail_server *s = &line->server;

	return arena_printf(line->a, "%s://%s:%d", s->tls == MAIL_TLS ? "smtps" : "smtp", s->host, s->port ? s->port :
		PORT[s->tls]);
}

static void set_options(struct mail_line *line, const char *from, struct curl_slist *to, size_t n)
{
	const struct mail_server *s = &line->server;
	CURL *c = line->curl;

	curl_easy_reset(c); /* keeps the connection */
	curl_easy_setopt(c, CURLOPT_URL, url_of(line));
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(c, CURLOPT_PROXY, "");
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_USE_SSL, (long)(s->tls == MAIL_STARTTLS ? CURLUSESSL_ALL : CURLUSESSL_NONE));
	curl_easy_setopt(c, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	if (s->ca_file)
		curl_easy_setopt(c, CURLOPT_CAINFO, s->ca_file);
	if (s->user && s->user[0]) {
		curl_easy_setopt(c, CURLOPT_USERNAME, s->user);
		curl_easy_setopt(c, CURLOPT_PASSWORD, s->password ? s->password : "");
	}
	curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, 15L);
	curl_easy_setopt(c, CURLOPT_TIMEOUT, (long)(s->seconds > 0 ? s->seconds : 60));
	curl_easy_setopt(c, CURLOPT_SERVER_RESPONSE_TIMEOUT, (long)(s->seconds > 0 ? s->seconds : 60));
	curl_easy_setopt(c, CURLOPT_MAIL_FROM, from);
	curl_easy_setopt(c, CURLOPT_MAIL_RCPT, to);
	curl_easy_setopt(c, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(c, CURLOPT_INFILESIZE_LARGE, (curl_off_t)n);
	curl_easy_setopt(c, CURLOPT_READFUNCTION, read_message);
	curl_easy_setopt(c, CURLOPT_READDATA, line);
	curl_easy_setopt(c, CURLOPT_HEADERFUNCTION, hear);
	curl_easy_setopt(c, CURLOPT_HEADERDATA, line);
	curl_easy_setopt(c, CURLOPT_DEBUGFUNCTION, watch);
	curl_easy_setopt(c, CURLOPT_DEBUGDATA, line);
	curl_easy_setopt(c, CURLOPT_VERBOSE, 1L);
	curl_easy_setopt(c, CURLOPT_ERRORBUFFER, line->error);
}

const struct fault *mail_send(struct mail_line *line, const char *from, const char *to, const char *message, size_t n,
	struct mail_result *result)
{
	struct curl_slist *list;

	if (!mail_address_ok(from) || !mail_address_ok(to))
		return FAULT(line->a, FAULT_INVALID, "an e-mail address that is none");
	list = curl_slist_append(NULL, arena_printf(line->a, "<%s>", to));
	line->message = message;
	line->left = n;
	line->all_read = line->leaving = false;
	line->stage = AT_HELLO;
	line->code = 0;
	line->says[0] = line->error[0] = 0;
	set_options(line, arena_printf(line->a, "<%s>", from), list, n);
	*result = (struct mail_result){ MAIL_LATER, 0, "" };
	judge(line, curl_easy_perform(line->curl), result);
	curl_easy_setopt(line->curl, CURLOPT_MAIL_RCPT, NULL);
	curl_slist_free_all(list);
	return NULL;
}

# lint.awk - the rules of tools/lint. Each has hurt somebody (docs/decisions, ../shared is not needed to read them):
#
#	opens     a .c or .h file opens with a comment: what it is for and what it is not
#	long      a .c file over 500 lines warns, over 800 fails; a header 150/250
#	function  over 60 lines warns, over 100 fails
#	depth     braces in a function deeper than 4 warn, deeper than 5 fail (the function's own count as 1)
#	wide      a line over 132 columns warns, over 160 fails
#	name      calls that have no place here: alloca, strncpy, rand, scanf; sleep in a test; a clock read past base/date.h
#	arena     malloc, free, strdup or goto in layers 2 to 7, where arenas and early returns do that work
#	sql       SQL in a string outside db/, record/ and tests: it belongs in queries.sql
#	driver    sqlite3.h or libpq-fe.h outside src/db
#	dialect   asking which store this is, outside src/db
#	html      a %s next to a tag: text must be escaped for its place, in a template
#	inline    script, style or on...= inside a template: the content policy forbids them
#	typedef   a struct hidden behind a typedef
#	later     notes to do something later: do it, or file it
#	path      a path of one machine
#	space     blanks at a line's end
#	wait      a fixed wait in a browser test: wait for what you need
#
# POSIX awk only (Debian's is mawk).

function report(rule, line, what, fails,    key)
{
	if ((0, rule) in allowed) {
		used[0, rule] = 1
		return
	}
	for (key = line; key >= line - 1; key--) {
		if ((key, rule) in allowed) {
			used[key, rule] = 1
			return
		}
	}
	if (!fails) {
		if (list)
			printf "%s:%d: warning: %s: %s\n", file, line, rule, what
		warned[rule]++
		return
	}
	printf "%s:%d: %s: %s\n", file, line, rule, what
	bad_here = 1
}

# The line without comments; strings kept. Comments that span lines are remembered in `within`.
function no_comments(s,    out, i, c, quote)
{
	out = ""
	quote = ""
	for (i = 1; i <= length(s); i++) {
		if (within) {
			c = index(substr(s, i), "*/")
			if (!c)
				return out
			i += c
			within = 0
			continue
		}
		c = substr(s, i, 1)
		if (quote == "" && c == "/" && substr(s, i, 2) == "/*") {
			within = 1
			i++
			continue
		}
		if (quote == "" && c == "/" && substr(s, i, 2) == "//")
			return out
		if (c == "\\") {
			out = out substr(s, i, 2)
			i++
			continue
		}
		if (quote == "" && (c == "\"" || c == "'"))
			quote = c
		else if (c == quote)
			quote = ""
		out = out c
	}
	return out
}

function no_strings(s)
{
	gsub(/\\./, "", s)
	gsub(/"[^"]*"/, "\"\"", s)
	gsub(/'[^']*'/, "0", s)
	return s
}

function calls(code, names)
{
	return code ~ ("(^|[^a-z_A-Z0-9>.])(" names ")[ ]*\\(")
}

function count(s, c,    n)
{
	n = gsub(c, "", s)
	return n
}

function end_of_file(    key, part, limit)
{
	if (file == "")
		return
	if (is_c) {
		limit = is_h ? 150 : 500
		if (lines > limit)
			report("long", lines, lines " lines; split by subject, at most " limit, lines > (is_h ? 250 : 800))
	}
	for (key in allowed) {
		split(key, part, SUBSEP)
		if (!(key in used)) {
			printf "%s:%d: lint: nothing here breaks \"%s\" any more; take the note away\n", file, part[1], part[2]
			bad_here = 1
		}
	}
	files++
	if (bad_here)
		bad++
	split("", allowed)
	split("", used)
}

function start_file(    part)
{
	end_of_file()
	file = FILENAME
	bad_here = within = in_function = depth = 0
	is_h = file ~ /\.h$/
	is_c = is_h || file ~ /\.c$/
	is_test = file ~ /_test\.[ch]$/ || file ~ /(^|\/)tests\// || file ~ /(^|\/)bench\//
	is_tmpl = file ~ /\.tmpl$/
	is_mjs = file ~ /\.mjs$/
	match(file, /(^|\/)src\/[a-z_]+\//)
	layer = RSTART ? substr(file, RSTART, RLENGTH) : ""
	gsub(/^\/?src\/|\/$/, "", layer)
	is_high = layer ~ /^(record|law|ui|web|areas|reports|jobs|api|main)$/
	if (is_c && $0 !~ /^\/\* .*[a-z]/)
		report("opens", 1, "open with a comment that says what this file is for and what it is not", 1)
}

function check_function(code)
{
	if (!in_function && code ~ /^[{]/) {
		in_function = FNR
		depth = 0
		deepest = 0
	}
	if (!in_function)
		return
	depth += count(code, "[{]") - count(code, "[}]")
	if (depth > deepest)
		deepest = depth
	if (code ~ /^[}]/) {
		if (FNR - in_function > 60)
			report("function", in_function, (FNR - in_function) " lines; take a step out and name it, at most 60", FNR - in_function > 100)
		if (deepest > 4)
			report("depth", in_function, "braces " deepest " deep; return early or name the inner part, at most 4", deepest > 5)
		in_function = 0
	}
}

function check_c(text, code)
{
	check_function(code)
	if (calls(code, "alloca|strncpy|stpcpy|rand|srand|random|drand48|scanf|sscanf|fscanf|setlocale|tmpfile|bcopy|bzero|vfork"))
		report("name", FNR, "not here; arena, buf, text and random (src/base) have what it is for", 1)
	if (file !~ /src\/base\// && !is_test && calls(code, "time|gettimeofday|mktime|strftime|timegm"))
		report("name", FNR, "reads a clock of its own; ask base/date.h, whose clock a test can fix", 1)
	if (is_test && calls(code, "sleep|usleep|nanosleep"))
		report("name", FNR, "a test never sleeps; fix the clock or wait for the thing itself", 1)
	if (is_high && !is_test && (calls(code, "malloc|calloc|realloc|free|strdup|strndup|asprintf") || code ~ /(^|[^a-z_])goto /))
		report("arena", FNR, "layers 2 to 7 take memory from an arena and return early", 1)
	if (layer != "db" && code ~ /^# *include/ && text ~ /(sqlite3|libpq-fe)\.h/)
		report("driver", FNR, "only src/db sees a database driver; ask through db/db.h", 1)
	if (layer != "" && layer != "db" && !is_test && calls(code, "db_kind"))
		report("dialect", FNR, "the two stores are told apart in src/db only", 1)
	if (layer ~ /^(law|ui|web|areas|reports|jobs|api|main|http|doc|seal)$/ && !is_test &&
	    text ~ /"[ ]*(SELECT |INSERT INTO |UPDATE [a-z_]+ SET |DELETE FROM |CREATE (TABLE|INDEX)|ALTER TABLE |DROP TABLE )/)
		report("sql", FNR, "SQL in a string; name it in the area's queries.sql", 1)
	if (layer ~ /^(ui|web|areas|reports|api)$/ && !is_test && text ~ /printf\(.*"[^"]*<[a-z\/][^"]*%s/)
		report("html", FNR, "text set between tags unescaped; write it in a .tmpl as {expr}", 1)
	if (code ~ /^typedef struct/)
		report("typedef", FNR, "say struct where it is used", 1)
}

function check_any(line,    wide)
{
	if (line ~ /[ \t]+$/)
		report("space", FNR, "blanks at the line's end", 1)
	if (line ~ /(^|[^A-Za-z])(TODO|FIXME|XXX|HACK)([^A-Za-z]|$)/)
		report("later", FNR, "do it now, or file it where work is planned", 1)
	if (line ~ /(^|[^A-Za-z0-9_.])\/((work|root)\/[A-Za-z.]|(home|Users)\/[A-Za-z0-9._-]+\/)/)
		report("path", FNR, "a path of one machine; make it relative, or ask for it", 1)
	if (is_c || is_mjs) {
		wide = line
		gsub(/\t/, "        ", wide)
		if (length(wide) > 132)
			report("wide", FNR, length(wide) " columns; at most 132", length(wide) > 160)
	}
	if (is_tmpl && ((line ~ /<script/ && line !~ /src=/) || line ~ /<style/ || line ~ /[ "']style="/ || line ~ /[ "']on[a-z]+="/))
		report("inline", FNR, "script and style live in files of their own; the content policy forbids them here", 1)
	if (is_mjs && line ~ /setTimeout\(|waitForTimeout/)
		report("wait", FNR, "wait for what is needed (page.waitFor...), never for a time", 1)
}

FNR == 1 { start_file() }

match($0, /lint: [a-z]+ (throughout )?because /) {
	split(substr($0, RSTART), word, " ")
	allowed[word[3] == "throughout" ? 0 : FNR, word[2]] = 1
}

{
	lines = FNR
	check_any($0)
	if (is_c) {
		text = no_comments($0)
		check_c(text, no_strings(text))
	}
}

END {
	end_of_file()
	for (rule in warned)
		printf "warned %d times of: %s (make lint W=1 lists them)\n", warned[rule], rule
	printf "%d passed, %d failed\n", files - bad, bad
	exit bad > 0
}

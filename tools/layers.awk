# layers.awk - fails when an #include goes up or sideways: `awk -f tools/layers.awk FILE...`. See architecture.md, section 1.
# A file may include its own folder and any lower layer. Folders of one layer (two areas, say) never include each other.
BEGIN { split("base 0 db 1 http 1 seal 1 doc 1 record 2 law 3 ui 3 web 4 areas 5 reports 6 jobs 6 api 6 main 7", w); for (i = 1; i in w; i += 2) layer[w[i]] = w[i + 1] }
FILENAME ~ /_test\.[ch]$/ { next } # a test may look anywhere
FNR == 1 { split(FILENAME, p, "/"); top = p[2]; own = top == "areas" ? p[2] "/" p[3] "/" : p[2] "/"; ran++; if (!(top in layer)) say("src/" top "/ is in no layer: name it in tools/layers.awk") }
/^#include "/ { split($2, q, /["\/]/); to = q[2]; sub(/^"/, "", $2); if (to in layer && index($2, own) != 1 && layer[to] >= layer[top]) say("layer " layer[top] " (" own ") includes " $2 " of layer " layer[to] ": move it down, or meet through a record name, a panel or a table handed down") }
END { printf "%d passed, %d failed\n", ran - bad, bad; exit bad > 0 }
function say(what) { printf "%s:%d: %s\n", FILENAME, FNR, what; if (seen != FILENAME) bad++; seen = FILENAME }

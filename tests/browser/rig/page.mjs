// page.mjs - what runs inside the page: finds things as a person would, by their words. Each function is sent to the browser whole,
// so it uses nothing from outside itself.

// The visible thing with these words: exact words first, then words that begin or hold them. `kinds` is a CSS selector.
export function findByWords(words, kinds) {
	const plain = (s) => (s || '').replace(/\s+/g, ' ').trim();
	const shown = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden';
	const names = (e) => {
		const seen = e.cloneNode(true);
		seen.querySelectorAll('.govuk-visually-hidden').forEach((h) => h.remove());
		return [e.textContent, seen.textContent, ...['aria-label', 'value', 'title'].map((a) => e.getAttribute(a))].map(plain);
	};
	const all = [...document.querySelectorAll(kinds)].filter(shown);

	return all.find((e) => names(e).includes(words))
		|| all.find((e) => names(e).some((n) => n.startsWith(words)))
		|| all.find((e) => names(e).some((n) => n.includes(words))) || null;
}

// The control that a label, a legend or an aria-label names.
export function findByLabel(words) {
	const plain = (s) => (s || '').replace(/\s+/g, ' ').trim();
	const controls = 'input:not([type=hidden]), select, textarea';
	const named = [...document.querySelectorAll('label, legend')].map((e) => [e, plain(e.textContent)]);
	const pick = named.find(([, n]) => n === words) || named.find(([, n]) => n.startsWith(words))
		|| named.find(([, n]) => n.includes(words));

	if (pick)
		return pick[0].control || pick[0].parentElement.querySelector(controls);
	return [...document.querySelectorAll(controls)].find((e) => plain(e.getAttribute('aria-label')) === words) || null;
}

// What a page must have whoever looks at it.
export function facts() {
	const page = document.documentElement;
	const wide = page.scrollWidth > page.clientWidth + 1;
	const isPast = (e) => e.getBoundingClientRect().right > page.clientWidth + 1;
	const past = wide && [...document.querySelectorAll('body *')]
		.filter((e) => isPast(e) && !e.closest('[tabindex="0"], .govuk-visually-hidden')).slice(-1)[0];

	return {
		title: document.title,
		headings: document.querySelectorAll('h1').length,
		lang: page.lang,
		sideways: wide ? past?.outerHTML.slice(0, 160) || 'something wide' : null,
		csp: window.__policyReports || [],
		raw: /\{(d |raw )?[a-z_]+(\(|\})|%[sd]|\(null\)|\bundefined\b|\bNaN\b/.exec(document.body.innerText)?.[0] || null,
	};
}

// Same-origin addresses the page links to.
export function links() {
	return [...document.querySelectorAll('a[href]')].map((a) => a.href)
		.filter((h) => h.startsWith(location.origin)).map((h) => h.slice(location.origin.length).replace(/#.*/, ''));
}

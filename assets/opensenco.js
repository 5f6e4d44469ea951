/* opensenco.js - what scripts add to pages that already work without them: GOV.UK's own modules, keyboard shortcuts, drafts kept on the
 * server, filters folded on phones, keys for grids. Nothing here is needed to read, write or send anything. */
import { initAll } from "./vendor/govuk-frontend.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

/* ---- focus after a save or an error: GOV.UK moves it to an error summary; the confirmation is ours to move to ---- */
document.querySelector(".os-done")?.focus();

/* ---- keyboard shortcuts: Alt with a letter, and "?" when nothing is focused; can be turned off on their help page ---- */
const SHORTCUTS = {
	f: () => document.getElementById("find")?.focus(),
	h: () => go("/"),
	r: () => go("/register"),
	n: () => document.querySelector("[data-key=note]")?.click(),
};
const SHORTCUTS_OFF = "opensenco-shortcuts-off";

function go(path) {
	if (document.querySelector(`.os-sections a[href="${path}"], .os-mark[href="${path}"]`))
		location.assign(path);
}

function remembered(key) {
	try {
		return localStorage.getItem(key);
	} catch {
		return null; /* storage refused: shortcuts stay on */
	}
}

function onShortcut(event) {
	if (remembered(SHORTCUTS_OFF) || event.ctrlKey || event.metaKey)
		return;
	if (event.altKey && SHORTCUTS[event.key.toLowerCase()]) {
		event.preventDefault();
		SHORTCUTS[event.key.toLowerCase()]();
	} else if (event.key === "?" && document.activeElement === document.body) {
		location.assign("/help/keyboard");
	}
}
document.addEventListener("keydown", onShortcut);

for (const box of document.querySelectorAll("[data-shortcuts-switch]")) {
	box.checked = !remembered(SHORTCUTS_OFF);
	box.addEventListener("change", () => {
		if (box.checked)
			localStorage.removeItem(SHORTCUTS_OFF);
		else
			localStorage.setItem(SHORTCUTS_OFF, "1");
	});
}

/* ---- drafts: every 10 seconds, if anything changed since the last one ---- */
const DRAFT_EVERY = 10_000;

function clockNow() {
	return new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/London" });
}

function stateLine(form) {
	let line = form.querySelector("[data-state]");
	if (!line) {
		line = document.createElement("p");
		line.className = "os-state";
		line.dataset.state = "";
		line.setAttribute("role", "status");
		form.append(line);
	}
	return line;
}

function fieldsOf(form) {
	const sent = new URLSearchParams();
	for (const [name, value] of new FormData(form))
		if (typeof value === "string")
			sent.append(name, value);
	return sent;
}

function keepDrafts(form) {
	let kept = fieldsOf(form).toString();
	let sending = false;
	let gone = false;

	async function keep() {
		const now = fieldsOf(form);
		if (sending || gone || now.toString() === kept)
			return;
		sending = true;
		try {
			const body = new URLSearchParams(now);
			body.set("draft_of", form.action ? new URL(form.action).pathname : location.pathname);
			const answer = await fetch("/drafts", { method: "POST", body, credentials: "same-origin", redirect: "error" });
			if (answer.ok) {
				kept = now.toString();
				stateLine(form).textContent = `Draft kept at ${clockNow()}`;
				form.dispatchEvent(new CustomEvent("os-kept", { detail: (await answer.text()).split(" ")[1]?.trim() }));
			} else {
				stateLine(form).textContent = "Not kept yet: what you typed is still here. We try again in 10 seconds";
			}
		} catch {
			stateLine(form).textContent = "No connection: what you typed is still here. We try again in 10 seconds";
		} finally {
			sending = false;
		}
	}

	setInterval(keep, DRAFT_EVERY);
	form.addEventListener("os-keep", keep);
	form.addEventListener("submit", () => { gone = true; });
	document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") keep(); });
}
document.querySelectorAll("form[data-draft]").forEach(keepDrafts);

/* ---- live: when typing rests the draft is kept, and what the server says of it is fetched. data-live names the page that says it:
 * of that page, the part with the id of the place's own first child stands there from then on. What says the same is left alone, so that
 * nothing is read out twice; nothing happens while nobody types. ---- */
const TYPING_RESTS = 900;

async function saidOf(path, draft) {
	const answer = await fetch(`${path}?draft=${draft}`, { credentials: "same-origin", redirect: "error" }).catch(() => null);

	return answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
}

function keepLive(form, places) {
	let rests;

	form.addEventListener("input", () => {
		clearTimeout(rests);
		rests = setTimeout(() => form.dispatchEvent(new Event("os-keep")), TYPING_RESTS);
	});
	form.addEventListener("os-kept", async (event) => {
		for (const path of new Set(places.map((p) => p.dataset.live))) {
			const said = await saidOf(path, event.detail);

			for (const place of places.filter((p) => said && p.dataset.live === path)) {
				const now = place.firstElementChild;
				const fresh = said.getElementById(now.id);

				if (fresh && !fresh.isEqualNode(now))
					now.replaceChildren(...fresh.childNodes);
			}
		}
	});
}

for (const form of document.querySelectorAll("form[data-draft]")) {
	const places = [...document.querySelectorAll("[data-live]")]
		.filter((p) => (p.closest("form") ?? p.closest(".os-cols")?.querySelector("form")) === form);

	if (places.length)
		keepLive(form, places);
}

/* ---- filters fold behind one line on phones; the line says which are set ---- */
function foldFilters(form) {
	const line = document.createElement("button");
	const set = [...form.querySelectorAll("input, select")].filter((c) => c.value && c.selectedIndex !== 0).length;

	line.type = "button";
	line.className = "os-fold";
	line.textContent = set ? `${form.dataset.folds}: ${set} set` : form.dataset.folds;
	line.setAttribute("aria-expanded", "false");
	line.addEventListener("click", () => {
		line.setAttribute("aria-expanded", String(line.getAttribute("aria-expanded") === "false"));
	});
	form.before(line);
}
document.querySelectorAll("form[data-folds]").forEach(foldFilters);

/* ---- grids: Enter goes to the same cell of the next row, Ctrl+Enter saves; arrows inside radios are the browser's own ---- */
function sameCellNextRow(control, step) {
	const row = control.closest("tr");
	const cell = control.closest("td, th");
	const next = step > 0 ? row?.nextElementSibling : row?.previousElementSibling;
	const there = next?.children[[...row.children].indexOf(cell)];

	return there?.querySelector("input:checked, input, select, textarea");
}

function onGridKey(event) {
	const control = event.target;
	if (event.key !== "Enter" || control.matches("button, a, textarea") || !control.closest("td, th"))
		return;
	event.preventDefault();
	if (event.ctrlKey) {
		control.form?.requestSubmit();
		return;
	}
	sameCellNextRow(control, event.shiftKey ? -1 : 1)?.focus();
}
document.querySelectorAll("[data-grid]").forEach((grid) => grid.addEventListener("keydown", onGridKey));

/* ---- on a phone the row of sections scrolls: the one that is open stands in sight ---- */
const here = document.querySelector(".os-sections [aria-current]");

if (here)
	here.closest("ul").scrollLeft = here.offsetLeft - 60;

/* ---- [data-print] buttons print; without scripts the browser's own menu does ---- */
for (const button of document.querySelectorAll("[data-print]")) {
	button.hidden = false;
	button.addEventListener("click", () => window.print());
}

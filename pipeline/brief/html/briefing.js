"use strict";
(() => {
	const root = document.documentElement;
	const text = document.querySelector(".annotated");
	if (!text) return;
	root.classList.add("js");
	const all = (selector) => [...document.querySelectorAll(selector)];

	// Notes beside the text: each at the height of its words, or below the note before.
	const cards = all(".annotated .card");
	const wide = matchMedia("screen and (min-width: 64rem)");
	const place = () => {
		text.style.minHeight = "";
		for (const card of cards) card.style.top = "";
		if (!wide.matches) return;
		const top = text.getBoundingClientRect().top;
		const seen = cards.filter((card) => card.offsetParent !== null);
		const at = seen.map((card) => {
			const words = document.getElementById(card.dataset.at);
			const lines = words ? words.getClientRects() : [];
			return { card, y: lines.length ? lines[0].top - top : 0, height: card.offsetHeight };
		});
		at.sort((a, b) => a.y - b.y);
		let free = 0;
		for (const one of at) {
			const y = Math.max(one.y, free);
			one.card.style.top = y + "px";
			free = y + one.height + 8;
		}
		text.style.minHeight = free + "px";
	};
	let asked = false;
	const later = () => {
		if (asked) return;
		asked = true;
		requestAnimationFrame(() => { asked = false; place(); });
	};
	new ResizeObserver(later).observe(document.querySelector("main"));
	document.addEventListener("change", later);
	wide.addEventListener("change", later);
	place();

	// A claim, its note, its row and its sources light up together.
	const byClaim = new Map(), bySource = new Map();
	const enter = (map, key, element) => {
		if (!map.has(key)) map.set(key, []);
		map.get(key).push(element);
	};
	const words = (element, name) => (element.dataset[name] || "").split(" ").filter(Boolean);
	for (const element of all("main [data-c], main [data-s]")) {
		if (element.closest("td")) continue;
		for (const id of words(element, "c")) enter(byClaim, id, element);
		for (const number of words(element, "s")) enter(bySource, number, element);
	}
	const chart = document.querySelector(".timeline");
	let lit = [];
	const light = (event) => {
		const from = event.target.closest ? event.target.closest("main [data-c], main [data-s]") : null;
		for (const element of lit) element.classList.remove("lit");
		lit = [];
		if (!from) return;
		const found = new Set();
		const claims = words(from, "c"), sources = words(from, "s");
		for (const id of claims) for (const element of byClaim.get(id) || []) found.add(element);
		for (const number of sources) {
			for (const element of bySource.get(number) || []) {
				if (element.matches(claims.length ? ".row, tr[id^='source-']" : ":not(.sign, .card)")) found.add(element);
			}
		}
		lit = [...found];
		for (const element of lit) element.classList.add("lit");
		const row = lit.find((element) => element.matches(".chart .row"));
		if (row && chart && !chart.contains(from) && chart.scrollHeight > chart.clientHeight) {
			const inner = row.getBoundingClientRect(), outer = chart.getBoundingClientRect();
			if (inner.top < outer.top || inner.bottom > outer.bottom - 64) chart.scrollTop += inner.top - outer.top - outer.height / 4;
		}
	};
	const beyond = chart && chart.querySelector(".beyond");
	if (beyond) chart.scrollTop = beyond.getBoundingClientRect().top - chart.getBoundingClientRect().top - 30;
	document.addEventListener("pointerover", light);
	document.addEventListener("focusin", light);

	// Keys: j and k go from note to note, ? tells them.
	const help = document.getElementById("help");
	const on = document.getElementById("keys-on");
	const open = document.getElementById("help-open");
	open.parentElement.hidden = false;
	open.addEventListener("click", () => help.showModal());
	document.getElementById("help-close").addEventListener("click", () => help.close());
	let current = -1;
	const step = (by) => {
		const signs = cards.filter((card) => card.offsetParent !== null).map((card) => {
			return card.dataset.c ? text.querySelector(`.sign[href="#${card.id}"]`) : document.getElementById(card.dataset.at);
		}).filter(Boolean).sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
		if (!signs.length) return;
		const focused = signs.indexOf(document.activeElement);
		if (focused >= 0) current = focused;
		current = current < 0 && by < 0 ? signs.length - 1 : Math.min(Math.max(current + by, 0), signs.length - 1);
		signs[current].focus({ preventScroll: true });
		signs[current].scrollIntoView({ block: "center" });
	};
	document.addEventListener("keydown", (event) => {
		if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
		if (event.target.matches("input:not([type=checkbox]), textarea, select")) return;
		if (event.key === "?") { event.preventDefault(); help.showModal(); }
		if (!on.checked) return;
		if (event.key === "j") { event.preventDefault(); step(1); }
		if (event.key === "k") { event.preventDefault(); step(-1); }
	});
})();

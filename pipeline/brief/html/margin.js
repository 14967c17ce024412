"use strict";
// The notes beside the text. Where there is a margin, the head of each stands at
// the height of the line that its words begin on; heads that would lie on one
// another share a band, side by side. The body of a note shows below its band
// where the next one leaves it room. Any other is raised above its neighbours when
// pointer, focus, key or address ask for it, and nothing moves.
const margin = (() => {
	const gap = 8; // pixels between a body and the next band
	const text = document.querySelector(".annotated");
	const wide = matchMedia("screen and (min-width: 64rem)");
	const notes = [...text.querySelectorAll(".card")].map((card) => ({
		card, head: card.querySelector("summary"), body: card.querySelector(".panel"), whole: card.querySelector(".whole"),
		words: document.getElementById(card.dataset.at), weight: Number(card.dataset.weight),
		at: "", band: [], height: 0, spare: 0, lines: [], // spare: of the height, where the head stands alone in its band
		rests: false, shut: false, // shut: by the reader
	}));
	const byID = new Map(notes.map((note) => [note.card.id, note]));

	// The note of a claim, of a sign, or of the words of a finding; undefined for other elements.
	const noteOf = (element) => {
		const of = text.contains(element) && element.closest("[data-c], [data-f]");
		return of ? byID.get("card-" + (of.dataset.c || of.dataset.f.split(" ")[0])) : undefined;
	};

	// Bodies are measured open and whole, once for each size of the reader's type.
	// What the filters take out of them is subtracted.
	const filters = [...document.querySelectorAll(".tools input")];
	let type = "";
	const measure = () => {
		const checked = filters.map((filter) => filter.checked);
		for (const filter of filters) filter.checked = true;
		for (const note of notes) {
			note.card.open = true;
			note.card.classList.add("shared");
			note.at = "";
		}
		for (const note of notes) {
			note.height = note.body.offsetHeight;
			note.spare = note.whole.offsetHeight;
			note.lines = [...note.body.querySelectorAll("li")].map((line) => ({ filter: filterOf(line.className), height: line.offsetHeight }));
		}
		filters.forEach((filter, i) => { filter.checked = checked[i]; });
	};
	const filterOf = (name) => document.getElementById(name.replace(/^[vs]-/, "show-"));
	const heightOf = (note) => {
		const hidden = note.lines.filter((line) => line.filter && !line.filter.checked);
		return hidden.reduce((height, line) => height - line.height, note.height - (note.band.length > 1 ? 0 : note.spare));
	};

	// Where a note's head stands: in the middle of its words' first line, which a line of another type may be higher than.
	const lineOf = (note, top, head) => {
		const line = [...note.words.getClientRects()].find((rect) => rect.width > 0) || note.words.getBoundingClientRect();
		return line.top - top + Math.min(Math.max((line.height - head) / 2, -4), 4);
	};

	const bandsOf = (placed, head) => {
		const bands = [];
		let y = -Infinity, band;
		for (const one of placed) {
			if (one.y - y > 4) y = one.y; // else on one line
			if (!band || y >= band.end) bands.push(band = { top: y, end: y, level: true, columns: [], notes: [] });
			let column = band.columns.findIndex((end) => end <= y);
			if (column < 0) column = band.columns.length;
			band.columns[column] = y + head;
			band.end = Math.max(band.end, y + head);
			band.level &&= y === band.top;
			band.notes.push({ note: one.note, y, column });
		}
		return bands;
	};

	// In a band with room below it the gravest note shows its body.
	const rest = (band, room) => {
		const all = band.notes.map((one) => one.note);
		for (const note of all) {
			note.band = all;
			note.rests = false;
		}
		if (!band.level) return 0;
		const fit = all.filter((note) => !note.shut && heightOf(note) + gap <= room).sort((a, b) => b.weight - a.weight);
		if (!fit.length) return 0;
		fit[0].rests = true;
		return heightOf(fit[0]);
	};

	// Gives a note one of a band's columns. Its body keeps the width of the margin.
	const share = (note, column, columns) => {
		const at = column + " of " + columns;
		if (note.at === at) return;
		note.at = at;
		const width = `((24rem - ${columns - 1} * 0.375rem) / ${columns})`;
		const aside = `${columns - 1 - column} * (${width} + 0.375rem)`;
		note.card.style.width = `calc(${width})`;
		note.card.style.insetInlineEnd = `calc(${aside})`;
		note.body.style.insetInlineEnd = `calc(-1 * ${aside})`;
		note.card.classList.toggle("shared", columns > 1);
		note.card.classList.toggle("chip", columns > 3);
		note.card.classList.toggle("small", columns > 6);
	};

	let raised = null, pinned = false;
	const show = (note) => {
		note.card.open = note === raised || (note.rests && !note.band.includes(raised));
		note.card.classList.toggle("raised", note === raised);
	};
	const lower = () => {
		if (!raised) return;
		const band = raised.band;
		raised = null;
		band.forEach(show);
	};
	const raise = (note, pin) => {
		if (!wide.matches) note.card.open = true;
		if (note === raised) pinned ||= pin;
		if (!wide.matches || note === raised) return;
		lower();
		if (note.rests) return;
		raised = note;
		pinned = pin;
		note.band.forEach(show);
	};

	const place = () => {
		document.documentElement.classList.toggle("margin", wide.matches);
		text.style.minHeight = "";
		if (!wide.matches) {
			lower();
			for (const { card, body } of notes) {
				card.open = true;
				card.removeAttribute("style");
				body.removeAttribute("style");
			}
			type = "";
			return;
		}
		const shown = notes.filter((note) => note.card.offsetParent !== null);
		if (!shown.length) return;
		const now = getComputedStyle(shown[0].body).fontSize;
		if (now !== type) measure();
		type = now;
		const top = text.getBoundingClientRect().top, head = shown[0].head.offsetHeight;
		const placed = shown.map((note) => ({ note, y: lineOf(note, top, head) })).sort((a, b) => a.y - b.y);
		const bands = bandsOf(placed, head);
		let end = 0;
		bands.forEach((band, i) => {
			const next = i + 1 < bands.length ? bands[i + 1].top : Infinity;
			end = Math.max(end, band.end + rest(band, next - band.end));
			for (const { note, y, column } of band.notes) {
				note.card.style.top = y + "px";
				share(note, column, band.columns.length);
			}
		});
		if (raised && (raised.rests || !shown.includes(raised))) raised = null;
		shown.forEach(show);
		text.style.minHeight = end + "px";
	};
	let asked = false;
	const later = () => {
		if (asked) return;
		asked = true;
		requestAnimationFrame(() => { asked = false; place(); });
	};
	new ResizeObserver(later).observe(document.querySelector("main"));
	wide.addEventListener("change", later);
	document.addEventListener("change", later);
	addEventListener("beforeprint", () => { for (const note of notes) note.card.open = true; });
	addEventListener("afterprint", place);
	place();

	return { text, wide, notes, noteOf, filterOf, place, raise, lower, raised: () => raised, pinned: () => pinned };
})();

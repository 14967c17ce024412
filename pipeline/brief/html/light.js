// A claim, its note, its row and its sources light up together, under the pointer
// and under the focus.
(() => {
	const all = (selector) => [...document.querySelectorAll(selector)];
	const named = { c: new Map(), f: new Map(), s: new Map() };
	const words = (element, name) => (element.dataset[name] || "").split(" ").filter(Boolean);
	const marked = "main :is([data-c], [data-f], [data-s])";
	for (const element of all(marked)) {
		if (element.closest("td")) continue;
		for (const [name, map] of Object.entries(named)) {
			for (const key of words(element, name)) {
				if (!map.has(key)) map.set(key, []);
				map.get(key).push(element);
			}
		}
	}

	// A claim or a finding lights its sources where they are listed, a source all that rests on it.
	const together = (from) => {
		const found = new Set();
		const add = (name, keep) => {
			for (const key of words(from, name)) {
				for (const element of named[name].get(key) || []) if (element.matches(keep)) found.add(element);
			}
		};
		add("c", "*");
		add("f", "*");
		add("s", from.matches("[data-c], [data-f]:not(.marker)") ? ".row, tr[id^='source-']" : ":not(.sign, .card)");
		return [...found];
	};

	const chart = document.querySelector(".timeline");
	const inSight = (row) => {
		const inner = row.getBoundingClientRect(), outer = chart.getBoundingClientRect();
		if (inner.top < outer.top || inner.bottom > outer.bottom - 64) chart.scrollTop += inner.top - outer.top - outer.height / 4;
	};
	let lit = [];
	const light = (event) => {
		const from = event.target.closest ? event.target.closest(marked) : null;
		for (const element of lit) element.classList.remove("lit");
		lit = from ? together(from) : [];
		for (const element of lit) element.classList.add("lit");
		const row = lit.find((element) => element.matches(".chart .row"));
		if (row && chart && !chart.contains(from) && chart.scrollHeight > chart.clientHeight) inSight(row);
	};
	const beyond = chart && chart.querySelector(".beyond");
	if (beyond) chart.scrollTop = beyond.getBoundingClientRect().top - chart.getBoundingClientRect().top - 30;
	document.addEventListener("pointerover", light);
	document.addEventListener("focusin", light);
})();

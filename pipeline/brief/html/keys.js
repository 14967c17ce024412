// Keys: j and k go from note to note, ? tells them.
(() => {
	const { text, notes, wide } = margin;
	const help = document.getElementById("help");
	const on = document.getElementById("keys-on");
	const open = document.getElementById("help-open");
	open.parentElement.hidden = false;
	open.addEventListener("click", () => help.showModal());
	document.getElementById("help-close").addEventListener("click", () => help.close());

	// The signs in the text that have a note, in its order.
	const signs = () => notes.filter((note) => note.card.offsetParent !== null)
		.map((note) => ({ note, sign: text.querySelector(`.sign[href="#${note.card.id}"]`) }))
		.filter((one) => one.sign)
		.sort((a, b) => (a.sign.compareDocumentPosition(b.sign) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
	let current = -1;
	const step = (by) => {
		const all = signs();
		if (!all.length) return;
		const focused = all.findIndex((one) => one.sign === document.activeElement);
		if (focused >= 0) current = focused;
		current = current < 0 && by < 0 ? all.length - 1 : Math.min(Math.max(current + by, 0), all.length - 1);
		const { note, sign } = all[current];
		sign.focus({ preventScroll: true });
		(wide.matches ? note.head : sign).scrollIntoView({ block: "center" });
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

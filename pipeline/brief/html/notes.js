// What opens and closes a note in the margin.
(() => {
	const { text, wide, noteOf, filterOf, place, raise, lower, raised, pinned } = margin;
	const holds = (note, element) => note.card.contains(element) || noteOf(element) === note;

	// A pointer that comes to a claim, a sign or a note and stays raises the note until
	// it leaves, unless a click keeps it. What scrolls below a pointer at rest does not.
	let over, timer, x, y;
	const leave = () => {
		if (raised() && !holds(raised(), document.activeElement)) lower();
	};
	document.addEventListener("pointermove", (event) => {
		const moved = event.clientX !== x || event.clientY !== y;
		[x, y] = [event.clientX, event.clientY];
		if (!moved || event.pointerType === "touch" || !wide.matches) return;
		const note = noteOf(event.target);
		if (note === over) return;
		over = note;
		clearTimeout(timer);
		if (raised() && pinned()) return;
		if (note) timer = setTimeout(() => raise(note, false), raised() ? 300 : 150);
		else if (raised()) timer = setTimeout(leave, 300);
	});
	document.addEventListener("pointerdown", (event) => {
		if (raised() && !holds(raised(), event.target)) lower();
	});

	// Focus on a sign raises its note; where focus goes elsewhere, nothing may lie over it.
	document.addEventListener("focusin", (event) => {
		const sign = event.target.closest(".annotated .sign");
		const note = sign && noteOf(sign);
		if (note) raise(note, false);
		else if (raised() && !raised().card.contains(event.target)) lower();
	});

	text.addEventListener("click", (event) => {
		const head = event.target.closest("summary");
		if (!head || !wide.matches) return;
		event.preventDefault();
		const note = noteOf(head);
		note.shut = note === raised() ? pinned() : note.rests && note.card.open;
		if (note.shut) lower();
		place();
		if (!note.shut) raise(note, true);
	});
	document.addEventListener("keydown", (event) => {
		if (event.key !== "Escape" || !raised()) return;
		if (raised().body.contains(document.activeElement)) raised().head.focus({ preventScroll: true });
		lower();
	});

	// An address within the page, #C7, opens the note of what it names and shows what was filtered out.
	const follow = () => {
		const target = document.getElementById(location.hash.slice(1));
		const note = target && noteOf(target);
		if (!note) return;
		for (const name of note.card.classList) {
			const filter = filterOf(name);
			if (filter) filter.checked = true;
		}
		note.shut = false;
		place();
		target.scrollIntoView();
		if (target === note.card) note.head.focus({ preventScroll: true });
		raise(note, true);
	};
	addEventListener("hashchange", follow);
	document.addEventListener("click", (event) => {
		const link = event.target.closest("a");
		if (link && link.hash && link.hash === location.hash) follow();
	});
	follow();
})();

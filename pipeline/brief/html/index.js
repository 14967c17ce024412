"use strict";
(() => {
	const table = document.getElementById("articles-table");
	if (!table) return;
	const body = table.tBodies[0];
	const said = document.getElementById("sorted");
	const heads = [...table.tHead.rows[0].cells];
	for (const head of heads.filter((cell) => cell.dataset.sort)) {
		const column = heads.indexOf(head);
		const numbers = head.dataset.sort === "number";
		const button = document.createElement("button");
		button.type = "button";
		button.textContent = head.textContent;
		head.replaceChildren(button);
		button.addEventListener("click", () => {
			const down = head.getAttribute("aria-sort") ? head.getAttribute("aria-sort") === "ascending" : head.dataset.first !== "up";
			const key = (row) => row.cells[column].dataset.key ?? row.cells[column].textContent;
			const rows = [...body.rows].map((row, place) => ({ row, place, key: numbers ? Number(key(row)) : key(row) }));
			rows.sort((a, b) => {
				const by = numbers ? a.key - b.key : a.key.localeCompare(b.key, "en");
				return (down ? -by : by) || a.place - b.place;
			});
			body.append(...rows.map((one) => one.row));
			for (const other of heads) other.removeAttribute("aria-sort");
			head.setAttribute("aria-sort", down ? "descending" : "ascending");
			said.textContent = `Sorted by ${button.textContent}, ${down ? "descending" : "ascending"}.`;
		});
	}
})();

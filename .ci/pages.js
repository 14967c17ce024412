// Looks at every page below out/ in the browser that is named, and ends with 1 if
// one of them does not hold what a reader is promised:
//
// - it asks the network for nothing, and runs nothing that an article says;
// - axe has nothing against it, in light and dark, on 320 pixels and at 200 %, nor
//   with a note raised; it is never wider than its window;
// - wherever there is a margin, every note of the article stands there, its head
//   within 8 pixels of the first line of its words, and none lies on another: at
//   three widths, with each filter off, after the window and the type have changed;
// - all of it can be reached and told by the keyboard, and the focus is never out
//   of sight; an address within the page opens its note;
// - claims, notes, sources and the timeline light up together; the index sorts;
// - without its script and on paper the notes are there, open, and in order.
const {chromium} = require('playwright-core')
const fs = require('fs')
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const windows = [[1280, 900, 'light'], [1280, 900, 'dark'], [640, 450, 'light'], [320, 800, 'dark']]
const margins = [[1280, 900], [1440, 900], [1920, 1080], [1024, 700]]
const few = 25 // notes of an article that are tried one by one
let wrong = 0
const complain = (...words) => { wrong++; console.log(...words) }

const open = async (browser, file, [width, height, colorScheme], options, hash = '') => {
	const context = await browser.newContext({viewport: {width, height}, colorScheme, ...options})
	const page = await context.newPage()
	page.on('request', (r) => { if (!/^(file|data):/.test(r.url())) complain(file, 'asks for', r.url()) })
	page.on('dialog', (d) => { complain(file, 'runs', d.message()); d.dismiss() })
	page.on('pageerror', (e) => complain(file, e.message))
	page.on('console', (m) => complain(file, m.text()))
	await page.goto('file://' + process.cwd() + '/' + file + hash)
	await (options?.javaScriptEnabled === false ? page.waitForTimeout(100) : settled(page))
	return page
}
// Some pictures later, so that what follows a change of size has been done.
const settled = (page) => page.evaluate(() => new Promise((done) => {
	const wait = (n) => (n ? requestAnimationFrame(() => wait(n - 1)) : setTimeout(done, 30))
	wait(4)
}))

// What is wrong with how the notes stand, each at rest.
const standing = () => {
	const found = [], boxes = []
	const filtered = (card) => [...card.classList].some((c) => document.querySelector('#show-' + c.slice(2) + ':not(:checked)'))
	for (const card of document.querySelectorAll('.annotated .card')) {
		if (filtered(card)) continue
		const at = card.getBoundingClientRect(), body = card.querySelector('.panel')
		const words = [...document.getElementById(card.dataset.at).getClientRects()].find((r) => r.width > 0)
		if (at.width < 8 || at.height < 8) found.push(card.id + ' is not to be seen')
		if (Math.abs(at.top - words.top) > 8) found.push(card.id + ' is ' + Math.round(at.top - words.top) + ' px away')
		if (at.left < document.querySelector('.annotated').getBoundingClientRect().left + 400) found.push(card.id + ' stands in the text')
		boxes.push([card.id, at])
		if (card.open) boxes.push([card.id, body.getBoundingClientRect()])
	}
	boxes.sort((a, b) => a[1].top - b[1].top)
	boxes.forEach(([id, a], i) => {
		for (let k = i + 1; k < boxes.length && boxes[k][1].top < a.bottom - 1; k++) {
			const [other, b] = boxes[k]
			if (other !== id && a.left < b.right - 1 && b.left < a.right - 1) found.push(id + ' and ' + other + ' lie on one another')
		}
	})
	return found
}

const inTheMargin = async (browser, file) => {
	for (const size of margins) {
		const page = await open(browser, file, size)
		const look = async (...how) => { for (const words of await page.evaluate(standing)) complain(file, ...size, ...how, words) }
		await look()
		for (const filter of size === margins[0] ? await page.locator('.tools input').all() : []) {
			await filter.uncheck()
			await settled(page)
			await look('without', await filter.getAttribute('id'))
			await filter.check()
		}
		await settled(page)
		await look('with all filters on again')
		for (const width of [1100, 700, size[0]]) {
			await page.setViewportSize({width, height: size[1]})
			await settled(page)
			if (width > 1023) await look('after the window was', width)
		}
		for (const type of ['13px', '']) {
			await page.evaluate((type) => { document.documentElement.style.fontSize = type }, type)
			await settled(page)
			await look('in type of', type || 'the size before')
		}
		await page.context().close()
	}
}

// Whether any of the element with the focus can be seen.
const focusSeen = () => {
	const one = document.activeElement
	if (one === document.body) return ''
	for (const at of one.getClientRects()) {
		const left = Math.max(0, at.left), above = Math.max(0, at.top) // of what is in the window
		const width = Math.min(innerWidth, at.right) - left, height = Math.min(innerHeight, at.bottom) - above
		for (const [x, y] of [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]]) {
			const top = document.elementFromPoint(left + width * x, above + height * y)
			if (top && (one.contains(top) || top.contains(one) && top.matches('label, svg, g'))) return ''
		}
	}
	return one.outerHTML.slice(0, 120)
}

const tabs = async (page, name) => {
	const from = {
		Tab: () => document.getElementById('help-open'),
		'Shift+Tab': () => [...document.querySelectorAll('.workbench a, .workbench summary')].at(-1),
	}
	for (const key of Object.keys(from)) {
		await (await page.evaluateHandle(from[key])).focus()
		for (let i = 0; i < 120; i++) {
			await page.keyboard.press(key)
			const out = await page.evaluate(focusSeen)
			if (out) complain(name, key, 'leads out of sight to', out)
		}
	}
}

// j goes from note to note and raises each, k goes back, ? tells the keys.
const steps = async (page, name) => {
	const n = Math.min(await page.locator('.annotated .card').count(), few)
	for (const [key, times] of [['j', n], ['k', n - 1]]) {
		for (let i = 0; i < times; i++) {
			await page.keyboard.press(key)
			const told = await page.evaluate(() => {
				const sign = document.activeElement, note = margin.noteOf(sign)
				if (!sign.matches('.sign') || !note) return 'leads to no sign'
				if (!note.card.open) return 'leaves ' + note.card.id + ' closed'
				const at = note.body.getBoundingClientRect()
				return note.body.contains(document.elementFromPoint(at.x + at.width / 2, at.y + 6)) ? '' : note.card.id + ' is out of sight'
			}) || await page.evaluate(focusSeen)
			if (told) complain(name, key, 'pressed', i + 1, 'times:', told)
		}
	}
	await page.keyboard.press('?')
	if (!await page.locator('#help').evaluate((help) => help.open)) complain(name, '? tells no keys')
	await page.keyboard.press('Escape')
}

// Every note opens and closes by the keyboard, and nothing moves; every filter acts.
const keys = async (page, name) => {
	const heads = () => page.evaluate(() => [...document.querySelectorAll('.card')].map((c) => c.getBoundingClientRect().top + scrollY).join())
	const before = await heads()
	const cards = await page.locator('.annotated .card').all()
	for (const card of cards.slice(0, few)) {
		const id = await card.getAttribute('id')
		await card.locator('summary').focus()
		const rests = await card.evaluate((c) => c.open)
		if (!rests) await page.keyboard.press('Enter')
		if (!await card.evaluate((c) => c.open && c.querySelector('.panel').offsetHeight > 20)) complain(name, id, 'does not open')
		await page.keyboard.press('Tab')
		if (!await card.evaluate((c) => c.querySelector('.panel').contains(document.activeElement))) complain(name, id, 'keeps the focus out')
		await page.keyboard.press('Escape')
		if (!rests && await card.evaluate((c) => c.open || !c.contains(document.activeElement))) complain(name, id, 'does not close')
	}
	if (await heads() !== before) complain(name, 'notes move when others open')
	for (const filter of await page.locator('.tools input').all()) {
		await filter.focus()
		const is = await filter.isChecked()
		await page.keyboard.press('Space')
		if (await filter.isChecked() === is) complain(name, 'a filter does not heed the keyboard')
		await page.keyboard.press('Space')
	}
}

const addresses = async (browser, file, name) => {
	const page = await open(browser, file, windows[0])
	const ids = await page.evaluate((few) => margin.notes.slice(0, few).flatMap((note) => [note.card.id, note.card.id.replace('card-C', 'C').replace('card-F', 'words-F')]), 8)
	await page.context().close()
	for (const id of ids) {
		const page = await open(browser, file, windows[0], {}, '#' + id)
		const told = await page.evaluate((id) => {
			const target = document.getElementById(id)
			if (!target) return '' // words that another finding has named
			const note = margin.noteOf(target), at = note.card.getBoundingClientRect()
			if (!note.card.open) return 'does not open its note'
			return at.top >= 0 && at.bottom < innerHeight && note.card.contains(document.elementFromPoint(at.x + 8, at.y + at.height / 2)) ? '' : 'does not show its note'
		}, id)
		if (told) complain(name, '#' + id, told)
		await page.context().close()
	}
}

// A claim under the pointer lights its note, its row and its sources where they are listed and drawn; so does focus.
const lights = async (page, name) => {
	const signs = await page.locator('.annotated .sign[data-c][data-s]:not([data-s=""])').all()
	for (const sign of signs.slice(0, 5)) {
		const want = await sign.evaluate((sign) => {
			const {c, s} = sign.dataset, sources = s.split(' ')
			const all = [`.claim[data-c="${c}"]`, `#row-${c}`, `#card-${c}`, ...sources.map((n) => `#source-${n}`), ...sources.map((n) => `.chart .row[data-s="${n}"]`)]
			return all.filter((selector) => document.querySelector(selector))
		})
		for (const how of ['hover', 'focus']) {
			await page.mouse.move(0, 0)
			await sign[how]()
			for (const selector of want) if (!await page.locator(selector).first().evaluate((e) => e.classList.contains('lit'))) complain(name, how, 'does not light', selector)
		}
	}
}

// A pointer that rests on a claim raises its note and lowers it when it leaves; a
// click on the head keeps the note until Escape, or a click elsewhere.
const pointer = async (page, name) => {
	const id = await page.evaluate(() => margin.notes.find((note) => !note.rests && note.card.offsetParent)?.card.id)
	if (!id) return
	const card = page.locator('#' + id), is = async (open, when) => {
		if (await card.evaluate((c) => c.open) !== open) complain(name, id, open ? 'is closed' : 'is open', when)
	}
	await page.evaluate(() => document.activeElement.blur())
	await page.keyboard.press('Escape')
	await card.evaluate((c) => c.scrollIntoView({block: 'center'}))
	await page.mouse.move(2, 2)
	await page.waitForTimeout(400)
	const at = await card.evaluate((c) => { const r = document.getElementById(c.dataset.at).getClientRects()[0]; return [r.left + 4, r.top + r.height / 2] })
	await page.mouse.move(...at)
	await page.waitForTimeout(600)
	await is(true, 'under the pointer')
	await page.mouse.move(2, 2)
	await page.waitForTimeout(800)
	await is(false, 'after the pointer has left')
	for (const leave of [() => page.keyboard.press('Escape'), () => page.mouse.click(2, 500)]) {
		await card.locator('summary').click()
		await page.mouse.move(2, 2)
		await page.waitForTimeout(600)
		await is(true, 'after a click')
		await leave()
		await is(false, 'after it was left')
	}
}

const byHand = async (browser, file) => {
	for (const size of [windows[0], [1024, 768, 'dark']]) {
		const name = [file, ...size].join(' ')
		const page = await open(browser, file, size)
		await steps(page, name)
		await keys(page, name)
		await tabs(page, name)
		await lights(page, name)
		await pointer(page, name)
		await page.context().close()
	}
	await addresses(browser, file, file)
}

const toAxe = async (browser, file, size) => {
	const page = await open(browser, file, size, {bypassCSP: true}) // axe is a script that the page does not know
	await page.evaluate(() => { for (const d of document.querySelectorAll('details:not(.card)')) d.open = true })
	if (await page.locator('.annotated .card').count()) await page.keyboard.press('j')
	await page.evaluate(axe)
	const {violations} = await page.evaluate((values) => axe.run(document, {runOnly: {type: 'tag', values}, resultTypes: ['violations']}), tags)
	for (const v of violations) complain(file, ...size, v.id, v.nodes.length, v.nodes[0].html.slice(0, 200))
	await page.context().close()
}

// Without the script and on paper: every note in the flow, open, below its words.
const inTheFlow = () => [...document.querySelectorAll('.annotated .card')].flatMap((card) => {
	const body = card.querySelector('.panel'), words = document.getElementById(card.dataset.at)
	if (body.offsetHeight < 10 || !body.checkVisibility({contentVisibilityAuto: true})) return card.id + ' is closed'
	if (getComputedStyle(card).position !== 'static') return card.id + ' is out of the flow'
	return card.getBoundingClientRect().top < words.getBoundingClientRect().top ? card.id + ' stands above its words' : []
})

const without = async (browser, file) => {
	const plain = await open(browser, file, windows[0], {javaScriptEnabled: false})
	const text = await plain.locator('body').innerText()
	if (text.length < 200) complain(file, 'says nothing without its script')
	for (const words of await plain.evaluate(inTheFlow)) complain(file, 'without its script', words)
	await plain.context().close()
	const paper = await open(browser, file, [794, 1123])
	for (const size of [[794, 1123], [1280, 900]]) {
		await paper.setViewportSize({width: size[0], height: size[1]})
		await settled(paper)
		await paper.emulateMedia({media: 'print'})
		for (const words of await paper.evaluate(inTheFlow)) complain(file, 'on paper', words)
		await paper.emulateMedia({media: 'screen'})
	}
	await paper.context().close()
}

// The middle of nine times that all notes are put in place, in milliseconds.
const speed = async (browser, file) => {
	const page = await open(browser, file, windows[0])
	const [n, ms] = await page.evaluate(() => {
		const times = [...Array(9)].map(() => {
			const from = performance.now()
			margin.place()
			margin.text.getBoundingClientRect()
			return performance.now() - from
		})
		return [margin.notes.length, times.sort((a, b) => a - b)[4]]
	})
	await page.context().close()
	if (ms > 50) complain(file, 'needs', ms, 'ms for', n, 'notes')
	return `${n} notes, ${ms.toFixed(1)} ms`
}

// Each head of the index that sorts does so by the keyboard, one way and the other.
const sorts = async (browser, file) => {
	const page = await open(browser, file, windows[0])
	for (const head of await page.locator('#articles-table th:has(button)').all()) {
		for (let i = 0; i < 2; i++) {
			await head.locator('button').focus()
			await page.keyboard.press('Enter')
			const told = await head.evaluate((head) => {
				const rows = [...head.closest('table').tBodies[0].rows].map((row) => row.cells[head.cellIndex])
				const keys = rows.map((cell) => (head.dataset.sort === 'number' ? Number(cell.dataset.key ?? cell.textContent) : cell.textContent))
				if (head.getAttribute('aria-sort') === 'descending') keys.reverse()
				const after = (a, b) => (typeof a === 'number' ? a - b : a.localeCompare(b, 'en')) > 0
				return keys.every((key, i) => !i || !after(keys[i - 1], key)) ? '' : head.textContent + ' does not sort: ' + keys
			})
			if (told) complain(file, told)
		}
	}
	await page.context().close()
}

const judge = async (browser, file) => {
	for (const size of windows) {
		const page = await open(browser, file, size)
		const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
		if (over > 0) complain(file, ...size, 'is', over, 'px wider than its window')
		await page.context().close()
		await toAxe(browser, file, size)
	}
	await without(browser, file)
	if (file.endsWith('index.html')) {
		await sorts(browser, file)
		return console.log(file)
	}
	await inTheMargin(browser, file)
	await byHand(browser, file)
	console.log(file, await speed(browser, file))
}

;(async () => {
	const browser = await chromium.launch({executablePath: process.argv[2], args: ['--no-sandbox']})
	const only = process.argv.slice(3)
	for (const file of fs.readdirSync('out', {recursive: true}).filter((f) => f.endsWith('.html')).sort()) {
		if (!only.length || only.some((name) => file.includes(name))) await judge(browser, 'out/' + file)
	}
	await browser.close()
	process.exit(wrong ? 1 : 0)
})()

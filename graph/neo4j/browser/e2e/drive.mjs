// Drives headless Chromium through Neo4j Browser as a person would: logs in, types commands, looks at the frames.
//
//   node drive.mjs < plan.json > seen.json
//
//   plan: {"url", "username", "password", "commands": ["MATCH …", ":style …", "click"], "shots": ["after the login.png", "after the first command.png", …]}
//   seen: {"frames": [{"command", "error", "text", "nodes": ["name as drawn"], "relationships": ["TYPE as drawn"]}], "blocked": ["https://…"]}
//
// The command "click" clicks the first query of the guide and runs it. The first frame is what Browser shows at connect. A shot is made after the login and after each command; "" is none.
// No request leaves this machine: Browser tries a few outside hosts, which are refused and listed as blocked.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const plan = JSON.parse(readFileSync(0, 'utf8'))
const profile = mkdtempSync(join(tmpdir(), 'demarche-chromium-'))
const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  viewport: { width: 1280, height: 900 },
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
})
try {
  const seen = await drive(await context.newPage())
  process.stdout.write(JSON.stringify(seen, null, 1) + '\n')
} finally {
  await context.close()
  rmSync(profile, { recursive: true, force: true })
}

async function drive(page) {
  const blocked = await stayHome(page)
  await connect(page)
  const frames = [await look(page, plan.shots?.[0])]
  for (const [i, command] of plan.commands.entries()) {
    await type(page, command)
    frames.push(await look(page, plan.shots?.[i + 1]))
  }
  return { frames, blocked }
}

// stayHome refuses every request to another host.
async function stayHome(page) {
  const blocked = []
  await page.route('**/*', (route) => {
    const url = new URL(route.request().url())
    if (['127.0.0.1', 'localhost', ''].includes(url.hostname)) return route.continue()
    blocked.push(url.origin)
    return route.abort()
  })
  return blocked
}

async function connect(page) {
  await page.goto(plan.url)
  await page.getByTestId('username').fill(plan.username)
  await page.getByTestId('password').fill(plan.password)
  await page.getByTestId('connect').click()
  await page.getByText('You are connected as user').first().waitFor()
  await settled(page)
}

// type replaces what the editor holds by the command, or by the query that is clicked, and runs it.
async function type(page, command) {
  const before = await page.getByTestId('frameCommand').count()
  if (command === 'click') {
    await page.locator('pre.runnable').first().click()
  } else {
    await page.getByTestId('activeEditor').locator('.monaco-editor').first().click()
    await page.keyboard.press('Control+A')
    await page.keyboard.insertText(command)
  }
  await page.getByTestId('editor-Run').click()
  await page.waitForFunction((n) => document.querySelectorAll('[data-testid=frameCommand]').length !== n, before)
  await settled(page)
}

// settled waits until nothing loads and the page, whose pictures move until their forces balance, stands still.
async function settled(page) {
  const state = () => page.evaluate(() => document.querySelector('[data-testid=stream]').innerText +
    Array.from(document.querySelectorAll('g.node'), (n) => n.getAttribute('transform')).join())
  await page.waitForLoadState('networkidle')
  for (let still = 0, last = ''; still < 3;) {
    await page.waitForTimeout(400)
    const now = await state()
    still = now === last ? still + 1 : 0
    last = now
  }
}

// look reads the newest frame, which is the first on the page.
async function look(page, shot) {
  if (shot) await page.screenshot({ path: shot })
  const frame = page.getByTestId('frame').first()
  const texts = (selector) => frame.locator(selector).evaluateAll((all) => all.map((e) => e.textContent))
  return {
    command: (await texts('[data-testid=frameCommand]')).join(' '),
    error: (await texts('[data-testid=cypherFrameErrorMessage]')).join(' '),
    text: await frame.innerText(),
    nodes: await texts('g.node'),
    relationships: await texts('g.relationship'),
  }
}

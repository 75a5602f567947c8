import { mkdirSync, writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { drawings } from './drawings'
const names = process.argv.slice(2)
mkdirSync('/tmp/draft', { recursive: true })
for (const [name, draw] of Object.entries(drawings)) {
  if (names.length && !names.some((n) => name.includes(n))) continue
  const svg = draw().svg()
  writeFileSync(`/tmp/draft/${name}.svg`, svg)
  const t = Date.now()
  await sharp(Buffer.from(svg), { density: 72 * 0.857 }).flatten({ background: '#e9e0cd' }).png().toFile(`/tmp/draft/${name}.png`)
  console.log(name, svg.length, Date.now() - t)
}
const sheet = names.length ? names : Object.keys(drawings)
const found = Object.keys(drawings).filter((n) => sheet.some((s) => n.includes(s)))
const tiles = await Promise.all(found.map((n) => sharp(`/tmp/draft/${n}.png`).resize({ height: 1100, width: 1500, fit: 'inside' }).toBuffer({ resolveWithObject: true })))
let left = 0
const composite = tiles.map(({ data, info }) => { const at = { input: data, left, top: 0 }; left += info.width + 10; return at })
await sharp({ create: { width: left, height: 1100, channels: 3, background: '#777' } }).composite(composite).png().toFile('/tmp/draft/_sheet.png')

import sharp from 'sharp'
import { expect, test } from 'vitest'
import { cutOut } from './cutOut'

/** A drawn picture as the pixels a JPEG of it has. */
async function jpeg(svg: string, width = 200, height = 300) {
  const bytes = await sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${svg}</svg>`),
  )
    .flatten({ background: '#fff' })
    .jpeg({ quality: 80 })
    .toBuffer()
  const { data } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const out = cutOut({ data, width, height })
  return {
    out,
    alpha: (x: number, y: number) => out![(y * width + x) * 4 + 3],
    colour: (x: number, y: number) => [...out!.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)],
  }
}
const figure = '<circle cx="100" cy="60" r="35" fill="#c86"/><rect x="60" y="90" width="80" height="200" fill="#347"/>'

test('a flat ground goes, the figure stays whole and solid', async () => {
  for (const ground of ['#fff', '#e8e6e0', '#7f8a90']) {
    const { alpha, colour } = await jpeg(`<rect width="200" height="300" fill="${ground}"/>${figure}`)
    expect([alpha(5, 5), alpha(195, 290), alpha(100, 60), alpha(100, 200)]).toEqual([0, 0, 255, 255])
    expect(colour(100, 200)[2]).toBeGreaterThan(90)
  }
})

test('the same colour inside the figure stays, and so does a figure on the lower edge', async () => {
  const { alpha } = await jpeg(
    '<rect x="60" y="40" width="80" height="260" fill="#345"/><rect x="85" y="120" width="30" height="60" fill="#fff"/>',
  )
  expect([alpha(100, 150), alpha(100, 298), alpha(20, 298)]).toEqual([255, 255, 0])
})

test('soft light on the ground goes too, and edges are half transparent in the figure’s colour', async () => {
  const soft = await jpeg(
    `<defs><radialGradient id="g"><stop offset="0" stop-color="#ccc"/><stop offset="1" stop-color="#f4f4f4"/></radialGradient></defs><rect width="200" height="300" fill="#f4f4f4"/><ellipse cx="100" cy="285" rx="90" ry="14" fill="url(#g)"/>${figure}`,
  )
  expect([soft.alpha(40, 285), soft.alpha(100, 200)]).toEqual([0, 255])
  const sharpEdge = await jpeg('<circle cx="100.5" cy="150.5" r="60" fill="#112"/>')
  const edges = Array.from({ length: 200 * 300 }, (_, i) => [i % 200, Math.floor(i / 200)] as const).filter(
    ([x, y]) => sharpEdge.alpha(x, y)! > 0 && sharpEdge.alpha(x, y)! < 255,
  )
  expect(edges.length).toBeGreaterThan(50)
  // Near the circle's own dark blue, not grey.
  expect(edges.filter(([x, y]) => sharpEdge.colour(x, y).every((c) => c < 120)).length).toBeGreaterThan(
    edges.length * 0.8,
  )
})

test.each([
  [
    'a room behind the figure',
    `<rect width="200" height="300" fill="#998"/><rect width="110" height="300" fill="#556"/>${figure}`,
  ],
  ['a picture that is all ground', '<rect width="200" height="300" fill="#eee"/>'],
  [
    'a frame of colour round a scene',
    '<rect width="200" height="300" fill="#fff"/><rect x="3" y="3" width="194" height="294" fill="#264"/>',
  ],
])('%s is left as it is', async (_what, svg) => {
  expect((await jpeg(svg)).out).toBeNull()
})

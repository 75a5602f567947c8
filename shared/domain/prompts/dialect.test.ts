import { expect, test } from 'vitest'
import { inDialect } from './dialect'

const prompt = `REFERENCE IMAGES (attached alongside this prompt):
Image #1: base plate — keep everything unchanged
Image #12: Bo — the tall man

Bo (the tall man from Image #12) waits. A sign says “Imagine #1”.`

test('Gemini reads "Image N", as its parts are named (backends.md 3)', () => {
  expect(inDialect(prompt, 'gemini-images')).toBe(`REFERENCE IMAGES (attached alongside this prompt):
Image 1: base plate — keep everything unchanged
Image 12: Bo — the tall man

Bo (the tall man from Image 12) waits. A sign says “Imagine #1”.`)
})

test('Runway reads the tags of the references (backends.md 6.1)', () => {
  expect(inDialect(prompt, 'runway-images')).toBe(`REFERENCE IMAGES (attached alongside this prompt):
@image1: base plate — keep everything unchanged
@image12: Bo — the tall man

Bo (the tall man from @image12) waits. A sign says “Imagine #1”.`)
})

test('the others read it as it is written (backends.md 10.1)', () => {
  for (const kind of ['local', 'planned', 'comfyui', 'openai-images'] as const)
    expect(inDialect(prompt, kind)).toBe(prompt)
})

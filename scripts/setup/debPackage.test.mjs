import { expect, it } from 'vitest'
import { controlFile, desktopEntry, mimeTypes } from './debPackage.mjs'

/** @type {import('./packedFacts.mjs').PackedFacts} */
const facts = {
  name: 'exeunt',
  productName: 'Exeunt',
  version: '1.2.0-beta.1',
  description: 'An editor.',
  synopsis: 'Storyboards',
  maintainer: 'Somebody <somebody@example.org>',
  category: 'AudioVideo',
  arch: 'x64',
  fileAssociations: [
    { ext: 'fountain', description: 'Screenplay', mimeType: 'text/x-fountain' },
    { ext: 'exeunt', description: 'Project', mimeType: '' },
  ],
}

it('a version before its release is older than the release for dpkg', () => {
  expect(controlFile(facts, 12)).toContain('Version: 1.2.0~beta.1\nArchitecture: amd64\n')
})

it('each kind of file with a type is named in the entry and defined beside it; one without stands in neither', () => {
  expect(desktopEntry(facts)).toContain('\nMimeType=text/x-fountain;\n')
  const types = mimeTypes(facts)
  expect(types).toContain('<mime-type type="text/x-fountain">')
  expect(types).toContain('<glob pattern="*.fountain" weight="60"/>')
  expect(types.match(/<mime-type /g)).toHaveLength(1)
})

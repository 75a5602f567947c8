import { expect, test } from 'vitest'
import { sortDropped } from './sortDropped'

test('pictures are all taken, whatever the case of their ending', () => {
  expect(sortDropped(['/a/one.png', '/a/TWO.JPG', '/a/three.tiff'])).toEqual({
    folder: null,
    archive: null,
    edit: null,
    script: null,
    pictures: ['/a/one.png', '/a/TWO.JPG', '/a/three.tiff'],
    notes: [],
  })
})

test('of several scripts the first is imported and the others are named', () => {
  expect(sortDropped(['/a/one.fountain', 'C:\\a\\two.fdx', '/a/three.csv'])).toMatchObject({
    script: '/a/one.fountain',
    notes: ['“one.fountain” is imported first. Drop “two.fdx”, “three.csv” again when it is in.'],
  })
})

test('a script and pictures are both taken', () => {
  expect(sortDropped(['/a/alice.png', '/a/film.fountain'])).toMatchObject({
    script: '/a/film.fountain',
    pictures: ['/a/alice.png'],
    notes: [],
  })
})

test('a project folder is opened alone, and what else was dropped is named', () => {
  expect(sortDropped(['/a/alice.png', '/a/Film.exeunt', '/a/Other.exeunt'])).toEqual({
    folder: '/a/Film.exeunt',
    archive: null,
    edit: null,
    script: null,
    pictures: [],
    notes: ['Only “Film.exeunt” is opened. Drop “Other.exeunt”, “alice.png” again when it is open.'],
  })
})

test('what cannot be used is named, with what it is where that is known', () => {
  expect(sortDropped(['/a/IMG_1.HEIC', '/a/shot.mov', '/a/letter.doc', '/a/none']).notes).toEqual([
    '“IMG_1.HEIC” is an HEIC picture, which cannot be read here. Save it as JPEG or PNG.',
    '“shot.mov” is a video, which cannot be read here. Save it as JPEG or PNG.',
    '“letter.doc” cannot be used here. Drop a script, a picture, a project folder or its archive.',
    '“none” cannot be used here. Drop a script, a picture, a project folder or its archive.',
  ])
})

test('an archive is opened alone, as a project folder is', () => {
  expect(sortDropped(['/a/alice.png', '/a/Film.exeunt.zip'])).toEqual({
    folder: null,
    archive: '/a/Film.exeunt.zip',
    edit: null,
    script: null,
    pictures: [],
    notes: ['Only “Film.exeunt.zip” is opened. Drop “alice.png” again when it is open.'],
  })
  expect(sortDropped(['/a/Film.exeunt.zip', '/a/Film.exeunt'])).toMatchObject({
    folder: '/a/Film.exeunt',
    archive: null,
    edit: null,
  })
})

test('an edited timeline is compared, one at a time', () => {
  expect(sortDropped(['/a/cut.otio', '/a/cut.edl'])).toMatchObject({
    edit: '/a/cut.otio',
    notes: ['Only “cut.otio” is compared. Drop “cut.edl” again afterwards.'],
  })
})

import { expect, test } from 'vitest'
import { TestProject } from '@shared/testing/testProject'
import { guessShows, nameOfFile } from './pictureDrop'

test('a file gives a name without its numbers and marks', () => {
  expect(
    ['/a/mrs_finch-02.png', 'C:\\x\\garden gnome (1).JPG', 'IMG_1234.png', '007.png', 'été.final.webp'].map(nameOfFile),
  ).toEqual(['Mrs finch', 'Garden gnome', 'IMG', '007', 'Été'])
})

test('a file that carries the name of an asset shows it, the longest name before a shorter one', () => {
  const p = new TestProject()
  const john = p.asset('character', 'John', { aliases: ['Johnny'] })
  const smith = p.asset('character', 'John Smith')
  const gone = p.asset('prop', 'Umbrella')
  p.run((draft) => draft.update('assets', gone.id, { deleted: true }))
  const shows = (file: string) => guessShows(file, p.store.list('assetsInOrder'))
  expect(shows('john-smith_2.png')).toEqual({ asset: smith.id, look: null })
  expect(shows('johnny.png')).toEqual({ asset: john.id, look: null })
  expect(shows('johnson.png')).toEqual({ new: 'character' })
  expect(shows('umbrella.png')).toEqual({ new: 'character' })
})

test('what a file is called beside the asset is the look', () => {
  const p = new TestProject()
  const alice = p.asset('character', 'Alice')
  const shows = (file: string) => guessShows(file, p.store.list('assetsInOrder'))
  expect(shows('alice-raincoat.png')).toEqual({ asset: alice.id, look: 'Raincoat' })
  expect(shows('wet_alice_hair.png')).toEqual({ asset: alice.id, look: 'Wet hair' })
})

import { expect, test } from 'vitest'
import type { FilmMoment } from '@shared/domain/results/filmMoment'
import { filmMoment } from '@shared/domain/results/filmMoment'
import { wholeRate } from '@shared/domain/time/frameRates'
import { setCameraMove } from '@shared/domain/camera/cameraMoves'
import { StoryClock } from '@shared/domain/time/storyClock'
import { TestProject } from '@shared/testing/testProject'
import { filmFrame, hasPictures, type FilmCanvas, type FilmFrameOptions } from './filmFrame'

interface Picture {
  readonly name: string
  readonly width: number
  readonly height: number
}

/** A canvas that writes down what is done with it; a letter is half as wide as it is high. */
function recorder() {
  const done: { call: string; args: unknown[] }[] = []
  const fields: Record<string, unknown> = { font: '' }
  const canvas = new Proxy(fields, {
    get(target, name: string) {
      if (name in target) return target[name]
      if (name === 'measureText')
        return (text: string) => ({ width: (text.length * Number(/([\d.]+)px/.exec(String(target['font']))![1])) / 2 })
      return (...args: unknown[]) => {
        done.push({ call: name, args })
        return name.startsWith('create') ? { addColorStop: () => {} } : undefined
      }
    },
  }) as unknown as FilmCanvas<Picture>
  const texts = () => done.filter((d) => d.call === 'fillText').map((d) => String(d.args[0]))
  const images = () => done.filter((d) => d.call === 'drawImage').map((d) => d.args)
  return { canvas, done, texts, images }
}

const film = { width: 1920, height: 1080, timing: { fps: wholeRate(24), dropFrame: false } }
const plain: FilmFrameOptions = { subtitles: false, slate: false, names: false }
const nothing = { pictureOf: () => undefined }
const sayings = (text: string) => [{ character: 'ALICE', extension: '', parenthetical: '', text }]

function setting(text = 'He is in the garden.') {
  const p = new TestProject()
  const shot = p.shot(p.scene(), { durationFrames: 48, dialogue: sayings(text) })
  const [alice, bob] = ['Alice', 'Bob'].map((name) => p.asset('character', name, { picture: true }))
  p.put(shot, alice!)
  p.put(shot, bob!, { presence: 'enters', enterAt: 0.5, enterFrom: 'in_place' })
  const nameOf = (mediaId: string) => p.store.must('media', mediaId).name
  const pictureOf = (mediaId: string): Picture => ({ name: nameOf(mediaId), width: 100, height: 200 })
  const moment = (frame: number) => filmMoment(p.store, StoryClock.of(p.store, 'film'), frame)
  const drawn = (frame: number, options = plain, size: { width: number; height: number } = film) => {
    const record = recorder()
    filmFrame(record.canvas, size, film, moment(frame), { pictureOf }, options)
    return record
  }
  const people = (frame: number) =>
    drawn(frame)
      .images()
      .map(([picture]) => (picture as Picture).name)
  return { p, shot, drawn, moment, people, pictureOf }
}

test('somebody is not in the picture before the entrance, and is from its frame on', () => {
  const { people } = setting()
  expect(people(23)).toEqual(['1.png'])
  expect(people(24)).toEqual(['1.png', '2.png'])
})

test('over a generated still only those are drawn who are not in it', () => {
  const { p, shot, people } = setting()
  p.take(shot, 'startFrame', 'comfy')
  expect(people(0)).toEqual(['3.png'])
  expect(people(24)).toEqual(['3.png', '2.png'])
})

test('subtitle, timecode and shot number stand over the picture by choice', () => {
  const { drawn } = setting()
  expect(drawn(30).texts()).toEqual([])
  expect(drawn(30, { ...plain, subtitles: true }).texts()).toEqual(['He is in the garden.'])
  expect(drawn(30, { ...plain, slate: true }).texts()).toEqual(['00:00:01:06   Shot 1'])
})

test('a long speech stands in two lines inside the picture', () => {
  const { drawn } = setting('Wherever he may have gone to, nobody of all of us has any idea at all of it now.')
  const { texts, done } = drawn(0, { ...plain, subtitles: true })
  expect(texts().length).toBe(2)
  const [plateLeft, , plateWidth] = done.find((d) => d.call === 'roundRect')!.args as number[]
  expect(plateLeft).toBeGreaterThan(0)
  expect(plateLeft! + plateWidth!).toBeLessThan(film.width)
})

test('where the canvas has another shape the film lies in its middle', () => {
  const { drawn } = setting()
  const { done } = drawn(0, plain, { width: 1000, height: 1000 })
  const [scale, , , , left, top] = done.filter((d) => d.call === 'setTransform')[1]!.args as number[]
  const places = [scale! * 1920, left!, top!].map((n) => Math.round(n * 100) / 100)
  expect(places.map(Math.abs)).toEqual([1000, 0, 218.75])
})

test('the camera frames a part of the picture, and what is written over it stays where it is', () => {
  const { p, shot, drawn } = setting()
  p.run((draft) => setCameraMove(draft, { shotIds: [shot.id], kind: 'push', last: { x: 0.5, y: 0.25, width: 0.5 } }))
  const { done } = drawn(47, { ...plain, subtitles: true })
  const camera = done.find((d) => d.call === 'transform')!.args
  expect(camera).toEqual([2, 0, 0, 2, -1920, -540])
  const text = done.findIndex((d) => d.call === 'fillText')
  const restores = done.slice(0, text).filter((d) => d.call === 'restore').length
  expect(done.slice(0, text).filter((d) => d.call === 'save').length - restores).toBe(1)
})

test('a shot without a picture is a card with its number and words, and no moment is black', () => {
  const card: FilmMoment = {
    shotId: 'x',
    number: '7A',
    frame: 0,
    inShot: 0,
    still: null,
    drawn: null,
    card: 'The house.',
    clip: null,
    framing: { x: 0, y: 0, width: 1 },
    subtitle: null,
  }
  const shown = recorder()
  filmFrame(shown.canvas, film, film, card, nothing, plain)
  expect(shown.texts()).toEqual(['Shot 7A', 'The house.'])
  const none = recorder()
  filmFrame(none.canvas, film, film, null, nothing, plain)
  expect(none.done.map((d) => d.call)).toEqual(['setTransform', 'fillRect'])
})

test('it is known whether all pictures of a moment are there', () => {
  const { moment, pictureOf } = setting()
  expect(hasPictures(moment(0)!, pictureOf)).toBe(true)
  expect(hasPictures(moment(0)!, () => undefined)).toBe(false)
})

test('a clip shows instead of everything else, all of it whatever the camera frames; without its picture the rest shows', () => {
  const { moment, pictureOf } = setting()
  const clip = { mediaId: 'clip', seconds: 1 }
  const shown = { ...moment(0)!, clip, framing: { x: 0.5, y: 0.5, width: 0.5 } }
  const { canvas, images } = recorder()
  const picture = { name: 'clip', width: 1280, height: 720 }
  filmFrame(
    canvas,
    film,
    film,
    shown,
    { pictureOf, clipOf: (wanted) => (wanted === clip ? picture : undefined) },
    plain,
  )
  expect(images()).toEqual([[picture, 0, 0, 1280, 720, 0, 0, 1920, 1080]])
  const without = recorder()
  filmFrame(without.canvas, film, film, shown, { pictureOf, clipOf: () => undefined }, plain)
  expect(without.images().map(([one]) => (one as Picture).name)).toEqual([
    pictureOf(shown.drawn!.subjects[0]!.picture!.mediaId).name,
  ])
})

test('what keeps places gets each drawn one with a key of all that it shows; people are painted over it', () => {
  const { p, shot, moment, pictureOf } = setting()
  const keys: string[] = []
  const kept = (frame: number) => {
    const { canvas, images } = recorder()
    const backdrop = { draw: (_: unknown, key: string) => void keys.push(key) }
    filmFrame(canvas, film, film, moment(frame), { pictureOf, backdrop }, plain)
    return images().map(([picture]) => (picture as Picture).name)
  }
  expect([kept(0), kept(24)]).toEqual([['1.png'], ['1.png', '2.png']])
  expect(new Set(keys).size).toBe(1)
  p.run((draft) => setCameraMove(draft, { shotIds: [shot.id], kind: 'push', last: { x: 0.5, y: 0.25, width: 0.5 } }))
  kept(10)
  kept(20)
  expect(new Set(keys).size).toBe(3)
  p.take(shot, 'startFrame', 'comfy')
  kept(0)
  expect(keys).toHaveLength(4)
})

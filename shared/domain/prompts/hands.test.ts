import { describe, expect, test } from 'vitest'
import { story } from '../../testing/story'
import { writtenPrompt } from '../results/resultInputs'
import { splitShot } from '../structure/splitShot'
import { renderPrompt } from './renderPrompt'

// What somebody holds, how somebody speaks and whose eyes the camera is, in the words of a still (domain.md 4.5).

const person = (name: string, put = {}) => ['character', name, undefined, put] as const
const thing = (name: string, put = {}) => ['prop', name, undefined, put] as const
const bare = (text: string | undefined) => text?.replace(/ \([^()]*\)/g, '')
const framed = (s: ReturnType<typeof story>, end: 'start' | 'end') => bare(/^In frame: .*$/m.exec(s.say(end))?.[0])

describe('what somebody has in hand', () => {
  test.each([
    [
      'is brought in',
      'Ann comes in with two cold beers.',
      'enters',
      null,
      'Ann at centre, full figure, facing right, with two cold beers in hand',
    ],
    [
      'is only slid across',
      'Ann slides a torch across.',
      'throughout',
      'Ann at centre, full figure, facing right',
      'Ann at centre, full figure, facing right',
    ],
    [
      'is picked up',
      'Ann picks up a torch. She listens.',
      'throughout',
      'Ann at centre, full figure, facing right',
      'Ann at centre, full figure, facing right, with a torch in hand',
    ],
    [
      'is put down again',
      'Ann takes the torch and drops it. She listens.',
      'throughout',
      'Ann at centre, full figure, facing right',
      'Ann at centre, full figure, facing right',
    ],
    [
      'was there before it is put down',
      'Ann listens. She drops the torch.',
      'throughout',
      'Ann at centre, full figure, facing right, with the torch in hand',
      'Ann at centre, full figure, facing right',
    ],
  ] as const)('%s', (_, text, presence, start, end) => {
    const s = story({ text }, [person('Ann', { presence })])
    expect([framed(s, 'start'), framed(s, 'end')]).toEqual([
      start ? `In frame: ${start}.` : undefined,
      `In frame: ${end}.`,
    ])
  })

  test.each([
    ['Ann reads the chart.', 'Chart', 'with the Chart in hand'],
    ['Ann waits. The phone buzzes in her hand.', 'Phone', 'with the Phone in hand'],
    ['Ann hurries along with the phone to her ear.', 'Phone', 'with the Phone in hand'],
    ['The phone rings in her pocket.', 'Phone', 'with the Phone in her pocket'],
    ['Ann rides the bicycle through the hall.', 'Bicycle', 'on the Bicycle'],
    ['Ann drives the car out of the hall.', 'Car', 'in the Car'],
    ['Ann, in the wig, waits.', 'Wig', 'wearing the Wig'],
    ['Ann drinks long and well from the bottle.', 'Bottle', 'with the Bottle in hand'],
  ])('a thing of the shot is with whoever has it: %s', (text, name, words) => {
    const s = story({ text }, [person('Ann'), thing(name)])
    expect(framed(s, 'end')?.replace(' seated,', '')).toBe(
      `In frame: Ann at centre, full figure, facing right, ${words}.`,
    )
  })

  test('goes to whom it is handed', () => {
    const s = story({ text: 'Ann hands Bob the phone. They wait.' }, [person('Ann'), person('Bob'), thing('Phone')])
    expect(framed(s, 'start')).toContain('Ann at left third, full figure, facing right, with the Phone in hand;')
    expect(framed(s, 'end')).toMatch(/Bob at right third, full figure, facing left, with the Phone in hand\.$/)
  })

  test.each([
    'Ann opens the door.',
    'Ann takes a breath.',
    'Ann reads the message.',
    'Ann leaves the door open.',
    'Ann falls with a splash.',
  ])('is none of it: %s', (text) => {
    const s = story({ text }, [person('Ann')])
    for (const end of ['start', 'end'] as const)
      expect(framed(s, end)).toBe('In frame: Ann at centre, full figure, facing right.')
  })

  test('stays where the user put it', () => {
    const s = story({ text: 'Ann reads the chart.' }, [person('Ann'), thing('Chart')])
    expect(framed(s, 'end')).toContain('with the Chart in hand')
    const { chart } = { chart: s.assets['Chart']! }
    s.p.run((draft) =>
      draft.add('blockings', {
        id: draft.newId(),
        shotId: s.shot.id,
        sceneAssetInstanceId: s.p.instanceId(s.scene, chart),
        frame: 'end',
        x: 0.8,
        y: 0.9,
        scale: 0.2,
        depth: 0,
        flip: false,
        shown: 'full',
      } as never),
    )
    expect(framed(s, 'end')).not.toContain('in hand')
  })

  test('stays in hand in both halves of a split, which holds everything where it was', () => {
    const s = story({ text: 'Ann reads the chart.' }, [person('Ann'), thing('Chart')])
    const halves = s.p.run((draft) => splitShot(draft, { shotId: s.shot.id }))
    for (const { id } of [halves.first, halves.second])
      for (const end of ['start', 'end'] as const)
        expect(renderPrompt(s.p.store, id, end, writtenPrompt(s.p.store, id, end))).toMatch(
          /In frame: Ann .*Chart.* in hand/,
        )
  })
})

test('“they” of a shot of two are those two', () => {
  const { say } = story({ text: 'They drink long from the beers.' }, [person('Ann'), person('Bob'), thing('Beer')])
  expect(say('end').match(/with the Beer in hand/g)).toHaveLength(2)
})

test('those who do it together have it together', () => {
  const { say } = story({ text: 'Ann and Bob get into the Porsche. They wait.' }, [
    person('Ann'),
    person('Bob'),
    thing('Porsche'),
  ])
  expect(say('end')).toMatch(
    /Ann at left third, full figure, seated, facing right, in the Porsche; Bob .*, in the Porsche/,
  )
})

describe('who is about to speak', () => {
  const line = (character: string, parenthetical = '') => ({ character, extension: '', parenthetical, text: 'Well.' })
  test.each([
    [
      [line('ANN', 'glass raised'), line('BOB')],
      'Ann, glass raised, lips parting to speak, looks at Bob, who listens, mouth closed.',
      'Bob, mouth still open on the last word, looks at Ann, who listens, mouth closed.',
    ],
    [
      [line('ANN', 'into phone')],
      'Ann is about to speak into the phone, lips parting.',
      'Ann has just spoken into the phone, mouth still open on the last word.',
    ],
    [
      [line('ANN', 'nervously, starting the engine')],
      'Ann, nervous, starting the engine, lips parting to speak, looks at Bob, who listens, mouth closed.',
      'Ann, nervous, starting the engine, mouth still open on the last word, looks at Bob, who listens, mouth closed.',
    ],
    [
      [line('ANN', 'whispering')],
      'Ann, lips barely parted, looks at Bob, who listens, mouth closed.',
      'Ann, lips barely parted, looks at Bob, who listens, mouth closed.',
    ],
    [
      [line('ANN', 'shouting, furious')],
      'Ann, furious, mouth opening wide to shout, looks at Bob, who listens, mouth closed.',
      'Ann, furious, mouth still wide open, looks at Bob, who listens, mouth closed.',
    ],
    [
      [line('ANN', 'eyes closed')],
      'Ann, eyes closed, is about to speak to Bob, lips parting.',
      'Ann, eyes closed, has just spoken to Bob, mouth still open on the last word.',
    ],
    [
      [line('ANN', 'to herself')],
      'Ann is about to speak, lips parting.',
      'Ann has just spoken, mouth still open on the last word.',
    ],
  ])('says how, to whom and who listens as far as it is seen: %j', (dialogue, start, end) => {
    const { state } = story({ dialogue }, [person('Ann'), person('Bob')])
    expect([state('start'), state('end')]).toEqual([`As the shot begins: ${start}`, `As the shot ends: ${end}`])
  })

  test('to several, where nobody answers', () => {
    const { state } = story({ dialogue: [line('ANN')] }, [person('Ann'), person('Bob'), person('Cem')])
    expect(state('start')).toBe(
      'As the shot begins: Ann, lips parting to speak, looks at the others, who listen, mouths closed.',
    )
  })
})

describe('whose eyes the camera is', () => {
  test('is said, and nobody is drawn for it', () => {
    const { say } = story({ size: 'pov', text: 'ANN’S POV: Bob waits.' }, [person('Ann'), person('Bob')])
    expect(say('start')).toContain('Point-of-view shot through the eyes of Ann.')
    expect(framed({ say } as never, 'start')).toBe('In frame: Bob at centre, knees up, facing right.')
    expect(say('video')).toContain('The camera is the eyes of Ann, who is not seen.')
  })

  test('where it is “her”, they are those of the one woman whom the words do not name', () => {
    const { say } = story({ size: 'pov', text: 'HER POV: Bob waits.' }, [
      ['character', 'Kim', { description: 'a tall woman' }, {}],
      person('Bob'),
    ])
    expect(say('start')).toContain('Point-of-view shot through the eyes of Kim.')
  })
})

describe('a sentence alone', () => {
  test.each([
    ['But Ann sits quietly.', 'Ann sits quietly.'],
    ['And then Ann sits quietly.', 'Ann sits quietly.'],
    ['Meanwhile, Ann sits quietly.', 'Ann sits quietly.'],
    ['Suddenly Ann sits up.', 'Ann sits up.'],
    ['The sun shines. But Ann sits quietly.', 'The sun shines. Ann sits quietly.'],
    ['Still waters. Ann sits quietly.', 'Still waters. Ann sits quietly.'],
  ])('answers nothing in a still: %s', (text, start) => {
    expect(story({ text }, [person('Ann')]).state('start')).toBe(`As the shot begins: ${start}`)
  })

  test('in the film it is still sudden, and ties to what stands before', () => {
    const video = (text: string) => story({ text }, [person('Ann')]).say('video')
    expect(video('Suddenly Ann sits up.')).toContain('\nSuddenly Ann sits up.')
    expect(video('The sun shines. But Ann sits.')).toContain('\nThe sun shines. But Ann sits.')
    expect(video('But Ann sits.')).toContain('\nAnn sits.')
  })

  test('phrases without a verb are one picture, of whoever was named', () => {
    const { state } = story({ text: 'ANN (60s). Barefoot. Heavy coat. A bucket in each hand.' }, [person('Ann')])
    expect(state('start')).toBe('As the shot begins: Ann: barefoot. Heavy coat. A bucket in each hand.')
    expect(state('end')).toBe('As the shot ends: Ann: barefoot. Heavy coat. A bucket in each hand.')
  })

  test('an “it” that means who is not seen goes with them', () => {
    const s = story({ text: 'The dog Rufus runs past Ann. It disappears behind the dunes. Ann waits.' }, [
      person('Ann'),
      person('Rufus', { presence: 'passes_through' }),
    ])
    expect(s.say('start')).not.toContain('disappears')
    expect(s.state('end')).toBe('As the shot ends: Ann waits.')
  })

  test('whoever is not seen any more leaves no deed to who stays', () => {
    const { say } = story({ text: 'He goes out again. Leaves the door open.' }, [
      person('Ines'),
      person('Quill', { presence: 'exits' }),
    ])
    expect(say('end')).not.toContain('leaves')
  })
})

test('those who go by the same words go together, and not to two sides', () => {
  const { say } = story({ text: 'They speed off.' }, [
    person('Ann', { presence: 'exits', exitAt: 0.5 }),
    person('Bob', { presence: 'exits', exitAt: 0.5 }),
  ])
  expect(say('video')).toContain('At about 2.0 s Ann and Bob speed off.')
})

describe('who turns into somebody', () => {
  const turning = (text: string) =>
    story({ text }, [
      person('Freddie', { presence: 'exits', exitAt: 0.5, exitTo: 'in_place' }),
      person('Quill', { presence: 'enters', enterAt: 0.5, enterFrom: 'in_place' }),
    ])
  test('does it once, with its time, and in no still', () => {
    const { say } = turning('Freddie laughs. In a puff of smoke he turns into Quill.')
    expect(say('video')).toContain('At about 2.0 s Freddie turns into Quill, in a puff of smoke.')
    expect(say('video').match(/turns into|appears|disappears/g)).toHaveLength(1)
    for (const end of ['start', 'end'] as const) expect(say(end)).not.toMatch(/turns into/)
  })
})

test.each([
  ['Ann and Bob, roughing up a thief.', 'Ann and Bob are roughing up a thief.'],
  ['Ann, in the middle of a heated phone call:', 'Ann is in the middle of a heated phone call.'],
  ['Ann, laughing, waits.', 'Ann, laughing, waits.'],
])('words without a verb get theirs: %s', (text, start) => {
  const { state } = story({ text }, [person('Ann'), person('Bob')])
  expect(state('start')).toMatch(new RegExp(`^As the (?:shot|action) begins: ${start.replaceAll('.', '\\.')}$`))
})

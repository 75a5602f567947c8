import { describe, expect, test } from 'vitest'
import { drawList } from '../../drawing/drawList'
import { story } from '../../testing/story'
import { describeFrame } from '../blocking/describeFrame'
import { writtenPrompt } from '../results/resultInputs'
import { renderPrompt } from './renderPrompt'
import { createLook } from '../assets/assetRules'
import { setTransformation } from '../looks/transformationRules'

// Kinds of faults that prompts had when they were read aloud (domain.md 4.5).

const man = (name: string, put = {}) => ['character', name, { description: 'tall man' }, put] as const
const woman = (name: string, put = {}) => ['character', name, { description: 'red-haired woman' }, put] as const
const elsewhere = (name: string) => ['character', name, undefined, null] as const
/** The prompts without what their brackets add. */
const bare = (text: string | null) => text?.replace(/ \([^()]*\)/g, '') ?? null

describe('a change of look', () => {
  const changing = (text: string, to: string, description: string) => {
    const s = story({ text }, [man('Ned'), woman('Eve')])
    const ned = s.assets.Ned!
    const look = s.p.run((draft) => createLook(draft, { assetId: ned.id, name: to, description }))
    s.p.run((draft) =>
      setTransformation(draft, {
        sceneAssetInstanceId: s.p.instanceId(s.scene, ned),
        kind: 'within_shot',
        shotId: s.shot.id,
        at: 0.5,
        fromLookId: ned.defaultLookId,
        toLookId: look.id,
      }),
    )
    return s
  }
  test.each([
    [
      'Ned turns into a stone lion with a clap of thunder.',
      'At about 2.0 s Ned turns into a stone lion with a clap of thunder.',
    ],
    ['Ned smiles and takes off his wig.', 'At about 2.0 s Ned takes off his wig.'],
    ['Eve laughs. Ned puts on a green coat.', 'At about 2.0 s Ned puts on a green coat.'],
    ['Eve laughs.', 'At about 2.0 s Ned becomes a stone lion.'],
  ])('is told once, in the words of the text: %s', (text, line) => {
    const { say } = changing(text, 'Other', 'stone lion')
    expect(say('video')).toContain(line)
    expect(say('video').match(/turns into|becomes|takes off|puts on/g)).toHaveLength(1)
    for (const still of ['start', 'end'] as const) expect(say(still)).not.toMatch(/turns into|takes off|puts on/)
  })
})

describe('the one who acts', () => {
  test.each([
    ['Bob gives her the ring. She takes it and smiles.', 'As the shot ends: Ann smiles.'],
    ['Bob hands her a letter. She nods.', 'As the shot ends: Ann nods.'],
    ['Ann slaps him. He laughs.', 'As the shot ends: Bob laughs.'],
    ['Ann waits. Bob turns his head to Ann. He smiles.', 'As the shot ends: Bob smiles.'],
  ])('is whom the pronoun means: %s', (text, end) => {
    expect(bare(story({ text }, [man('Bob'), woman('Ann')]).state('end'))).toBe(end)
  })

  test.each([
    'Ann hands him her doll. He takes it and walks away down the path.',
    'Ann laughs at him. He turns and walks off down the path.',
  ])('leaves, and nobody else: %s', (text) => {
    const { line } = story({ text }, [woman('Ann'), man('Bob', { presence: 'exits', exitTo: 'left' })])
    expect(bare(line(/^At about/))).toMatch(/^At about \d\.\d s Bob walks (?:away|off) down the path, frame left\.$/)
  })
})

test('who shuts a door behind him shuts it behind himself, and goes on being "he"', () => {
  const plain = (name: string) => ['character', name, undefined] as const
  const s = story({ text: 'Damian shuts the safe behind him. He hangs the key on its hook.' }, [
    plain('Damian'),
    plain('Trix'),
  ])
  expect(
    [/^As the shot begins: .*$/m.exec(s.say('start'))?.[0], /^As the shot ends: .*$/m.exec(s.say('end'))?.[0]].map(
      (line) => bare(line ?? null),
    ),
  ).toEqual([
    'As the shot begins: Damian shuts the safe behind him.',
    'As the shot ends: Damian hangs the key on its hook.',
  ])
})

describe('nobody absent', () => {
  test.each<[string, string | null]>([
    ['She stops but doesn’t turn around.', 'As the shot begins: Bob stands, silent and still.'],
    ['Bob stares after her.', 'As the shot begins: Bob stares out of frame.'],
    ['Bob looks at Cem.', 'As the shot begins: Bob looks out of frame.'],
    ['Bob sits beside Cem.', 'As the shot begins: Bob sits.'],
    ['Bob watches her go.', 'As the shot begins: Bob looks out of frame.'],
    ['Bob stands. The seal is broken and so is the writer.', 'As the shot begins: Bob stands.'],
    ['Bob waits while Cem juggles.', 'As the shot begins: Bob waits.'],
    ['Cem dances and Bob claps his hands.', 'As the action begins: Bob claps his hands.'],
    ['Cem laughs and sits down.', 'As the shot begins: Bob stands.'],
    ['They look at each other.', 'As the shot begins: Bob stands.'],
  ])('in %j', (text, start) => {
    const { state, say } = story({ text }, [man('Bob'), elsewhere('Cem')])
    expect(bare(state('start'))).toBe(start)
    for (const prompt of ['start', 'end', 'video'] as const) expect(say(prompt)).not.toContain('Cem')
  })

  test('after an exit, in the start', () => {
    const { state } = story({ text: 'Ann storms out. Bob stares after her. He sits down.' }, [
      woman('Ann', { presence: 'exits' }),
      man('Bob'),
    ])
    expect(bare(state('start'))).toBe('As the shot begins: Ann and Bob stand.')
    expect(bare(state('end'))).toBe('As the shot ends: Bob sits down.')
  })

  test('in Chinese', () => {
    const { state } = story({ text: '小红走进厨房。老王坐在桌边看报纸。' }, [
      ['character', '老王', { description: '高个子男人' }],
      ['character', '小红', undefined, { presence: 'enters', enterAt: 0.4 }],
    ])
    expect(state('start')).toBe('As the shot begins: 老王 (the 高个子男人)坐在桌边看报纸。')
  })
})

test.each([
  ['Bob sits on the couch and reads.', 'Couch'],
  ['A taxi pulls up between the houses.', 'Taxi'],
  ['Bob reads the message and throws the phone out of the window.', 'Phone'],
])('a thing that only exists silences nothing: %s', (text, thing) => {
  const { say } = story({ text }, [man('Bob'), ['prop', thing, undefined, null]])
  expect(bare(say('video'))).toContain(text)
  expect(say('start')).toMatch(/^As the \w+ begins: /m)
})

describe('a timed line', () => {
  test.each<[string, object, string]>([
    [
      'Ann storms out past the piano.',
      { presence: 'exits', exitTo: 'right' },
      'Ann storms out past the piano, frame right.',
    ],
    ['Ann bursts in laughing.', { presence: 'enters', enterFrom: 'left' }, 'Ann bursts in laughing from the left.'],
    [
      'Ann runs past, barking.',
      { presence: 'passes_through', enterFrom: 'left', exitTo: 'right' },
      'Ann runs past from the left to the right, barking.',
    ],
    [
      'Ann limps in, bleeding, and sits down.',
      { presence: 'enters', enterFrom: 'left' },
      'Ann limps in from the left, bleeding.',
    ],
    ['Nothing moves.', { presence: 'exits', exitTo: 'left' }, 'Ann leaves frame left.'],
  ])('is the script’s own clause, told once: %s', (text, put, words) => {
    const { say } = story({ text }, [man('Bob'), woman('Ann', put)])
    const told = bare(say('video'))!
    expect(told).toContain(` s ${words}\n`)
    expect(told.match(/storms|bursts|runs|limps|leaves/g)).toHaveLength(1)
  })

  test('tells what comes along in it, and not again', () => {
    const { say } = story({ text: 'The waiter enters with a TRAY.' }, [
      ['character', 'Waiter', undefined, { presence: 'enters', enterAt: 0.3 }],
      ['prop', 'Tray', undefined, { presence: 'enters', enterAt: 0.3 }],
    ])
    expect(say('video').match(/^At about/gm)).toHaveLength(1)
  })

  test('says “out of” once, and what the camera reveals once', () => {
    const tray = story({}, [['prop', 'Tray', undefined, { presence: 'exits', exitTo: 'bottom' }]])
    expect(tray.line(/Tray/)).toContain('Tray')
    expect(tray.line(/At about/)).toBe('At about 2.6 s the Tray goes downwards out of frame.')
    const reveal = story({ text: 'The camera pulls back and reveals the kitchen.', movement: 'Pull back' }, [
      ['location', 'Kitchen', undefined, { presence: 'enters', enterAt: 0.5 }],
    ])
    expect(reveal.say('video').match(/kitchen|pull/gi)).toHaveLength(2)
  })
})

test.each<[object, string[]]>([
  [{ presence: 'exits', exitAt: 0.7 }, ['Ann says: “Goodbye.”', 'Ann leaves']],
  [{ presence: 'enters', enterAt: 0.3 }, ['Ann walks into frame', 'Ann says: “Goodbye.”']],
])('speech stands in time: %j', (put, order) => {
  const { say } = story({ dialogue: [{ character: 'ANN', extension: '', parenthetical: '', text: 'Goodbye.' }] }, [
    man('Bob'),
    woman('Ann', put),
  ])
  const told = bare(say('video'))!
  expect(told.indexOf(order[0]!)).toBeGreaterThan(-1)
  expect(told.indexOf(order[1]!)).toBeGreaterThan(told.indexOf(order[0]!))
})

test('a description of any length is read', () => {
  const { say } = story({ text: 'Bob waits.' }, [['character', 'Bob', { description: 'x'.repeat(1_000_000) }]])
  expect(say('start')).toContain('As the shot begins: Bob waits.')
})

describe('grammar', () => {
  test.each<[string, string]>([
    ['BOB, 30, wet to the knee, waits.', 'Bob waits.'],
    ['BOB (30), a dark beard, grey suit, waits.', 'Bob waits.'],
    ['MR. BOB MILLER (30s) is sitting alone.', 'Bob is sitting alone.'],
    ['Over Bob’s shoulder: a door.', 'Over Bob’s (the 30-year-old with a dark beard) shoulder: a door.'],
    ['BOB’S POV: a door.', 'A door.'],
    ['A dog, REX, sleeps.', 'A dog, Rex, sleeps.'],
  ])('%s', (text, start) => {
    const description = '30, wet to the knee, a dark beard, grey suit'
    const { state } = story({ text }, [['character', 'Bob', { description }]])
    const said = state('start')!.replace(/^As the \w+ begins: /, '')
    expect(start.includes('(') ? said : bare(said)).toBe(start)
  })

  test('common nouns take an article, names do not', () => {
    const { say } = story({ text: 'Nothing moves.' }, [
      ['character', 'Waiter'],
      ['character', 'Old Men'],
      ['character', 'Rosa'],
      ['character', 'Mother'],
    ])
    expect(say('video')).toContain('The Waiter, the Old Men, Rosa and Mother are in frame.')
  })
})

describe('the frame', () => {
  test('has two people at no one place word', () => {
    const cast = ['Ann', 'Bob', 'Cem', 'Dora', 'Eve'].map((name) => ['character', name] as const)
    const [, line] = /^In frame: (.*)\.$/m.exec(story({ text: 'Nothing moves.' }, cast).say('start'))!
    const places = line!.split('; ').map((part) => part.replace(/^\w+ /, '').split(',')[0])
    expect(new Set(places).size).toBe(5)
  })

  test.each<[string, readonly (readonly ['character' | 'prop', string, { description: string }?])[], string]>([
    [
      'Nothing moves.',
      [['prop', 'Gnome', { description: 'lanky boy in a yellow raincoat' }]],
      'No other people, no text.',
    ],
    ['Nothing moves.', [['prop', 'Gnome', { description: 'clay gnome' }]], 'No people, no text.'],
    ['The screen reads: “Mum calling”.', [['prop', 'Phone']], 'No people.'],
    ['A hand takes the phone.', [['prop', 'Phone']], 'Nobody but those described, no text.'],
    ['The guests cheer.', [['character', 'Ann']], 'Nobody but those described, no text.'],
  ])('forbids nothing that it shows: %s %j', (text, cast, constraint) => {
    expect(story({ text }, cast).say('start').split('\n').at(-1)).toBe(constraint)
  })
})

describe('what is read line by line', () => {
  test.each([
    // [text, start, end, video]
    [
      'The access door bursts open. Bob sits.',
      'The access door is shut. Bob sits.',
      'Bob sits.',
      'The access door bursts open. Bob sits.',
    ],
    ['Bob waits. The door slides open.', 'Bob waits.', 'Bob waits. The door stands open.', 'The door slides open.'],
    ['This is the home of Bob. Bob drinks.', 'Bob drinks.', 'Bob drinks.', 'Bob drinks.'],
    ['A beat. Bob drinks.', 'Bob drinks.', 'Bob drinks.', 'A beat. Bob drinks.'],
    ['- Bob scrubs the hood.', 'Bob scrubs the hood.', 'Bob scrubs the hood.', 'Bob scrubs the hood.'],
    [
      'Bob, in an apron that says BOSS, waits.',
      'Bob, in an apron that says “BOSS”, waits.',
      'Bob, in an apron that says “BOSS”, waits.',
      'says “BOSS”',
    ],
  ])('%s', (text, start, end, video) => {
    const { state, say } = story({ text }, [man('Bob')])
    const told = (prompt: 'start' | 'end') => bare(state(prompt))?.replace(/^As the \w+ \w+: /, '')
    expect([told('start'), told('end')]).toEqual([start, end])
    expect(bare(say('video'))).toContain(video)
  })

  test('a cast list tells nothing', () => {
    const { state, say } = story({ text: '(BOB, ANN)' }, [man('Bob'), woman('Ann')])
    expect([state('start'), state('end')].map(bare)).toEqual([
      'As the shot begins: Bob and Ann stand.',
      'As the shot ends: Bob and Ann stand.',
    ])
    expect(say('video')).not.toContain('(Bob')
  })

  test.each([
    ['Ann comes in, hands behind her back.', { presence: 'enters' }, 'comes in from the right, hands behind her back.'],
    [
      'Ann steps in, a shotgun in her hands.',
      { presence: 'enters' },
      'steps in from the right, a shotgun in her hands.',
    ],
  ] as const)('what somebody has with them is told once, with the way: %s', (text, put, told) => {
    const { say } = story({ text }, [man('Bob'), woman('Ann', put)])
    const lines = bare(say('video'))!.split('\n')
    expect(lines.filter((line) => /hands|shotgun|wall/.test(line))).toHaveLength(1)
    expect(lines.find((line) => line.startsWith('At about'))).toContain(told)
  })

  test('who is shut out does not shut the door', () => {
    const { line, state } = story({ text: 'Bob takes the parcel and shuts the door in her face.' }, [
      man('Bob'),
      woman('Ann', { presence: 'exits' }),
    ])
    expect(bare(line(/door/))).toMatch(/^At about .* Bob shuts the door in her face\.$/)
    expect(bare(state('end'))).toBe('As the action ends: Bob takes the parcel.')
  })

  test('many have spoken', () => {
    const { state } = story({ dialogue: [{ character: 'VENDORS', extension: '', parenthetical: '', text: 'No!' }] }, [
      ['character', 'Vendors'],
    ])
    expect(state('end')).toBe('As the shot ends: The Vendors have just spoken, mouths still open on the last word.')
  })
})

test('a title card reads its words, and is drawn', () => {
  const { p, shot, say, state } = story(
    { text: 'BRICK BRADDOCK\n& DICK STEEL' },
    [elsewhere('Brick Braddock')],
    'OPENING TITLES',
  )
  expect(state('start')).toBe('As the shot begins: A title card that reads “BRICK BRADDOCK & DICK STEEL”.')
  expect(say('start')).toMatch(/No people\.$/)
  expect(say('video')).toContain('A title card reads “BRICK BRADDOCK & DICK STEEL”.')
  expect(JSON.stringify(drawList(describeFrame(p.store, shot.id, 'start')))).toContain('"BRICK BRADDOCK"')
})

test('a point of view through a glass says so', () => {
  const { say } = story({ size: 'pov', text: 'Bob waits.' }, [man('Bob')], 'SNIPER SCOPE POV')
  expect(say('start')).toContain('Point-of-view shot through the sniper scope.')
  const own = story({ size: 'pov', text: "ANN'S POV: Bob waits." }, [man('Bob')])
  expect(own.say('start')).toContain('Point-of-view shot. Set')
})

test('whom one watches go in a shot in which nobody goes has gone before', () => {
  const still = (text: string) => bare(story({ text }, [man('Bob'), woman('Ann')]).state('start'))
  expect(still('Bob watches her go. He sits.')).toBe('As the shot begins: Bob looks out of frame.')
})

test('whoever does it is not whom it is done to, also behind an apposition', () => {
  const { say } = story({ text: 'A young nurse, Pete, jogs to catch up with her. He holds out a letter.' }, [
    ['character', 'Kim', { description: '34, green scrubs' }],
    ['character', 'Pete'],
  ])
  expect(say('video')).toContain('He holds out a letter.')
})

test('hands that hand something are nobody’s', () => {
  expect(story({ text: 'Ann hands him the ring.' }, [woman('Ann'), man('Bob')]).say('start')).toContain(
    'No other people',
  )
})

test('a name of many is many by its first noun', () => {
  expect(story({ text: 'A long beat.' }, [['character', 'Men in Suits']]).state('start')).toBe(
    'As the shot begins: The Men in Suits stand, silent and still.',
  )
})

test.each([
  ['Ann walks, a bucket in each hand.', 'Bucket'],
  ['Ann loads the pistol.', 'Pistol'],
  ['Ann eats an apple.', 'Apple'],
])('is in hand: %s', (text, thing) => {
  const { say } = story({ text }, [woman('Ann'), ['prop', thing]])
  expect(say('end')).toContain(`with the ${thing} in hand`)
})

test('in a car they sit, in words too', () => {
  const s = story({ text: '' }, [])
  const scene = s.p.scene('INT. TAXI - NIGHT')
  const shot = s.p.shot(scene, { text: 'A long beat.' })
  s.p.put(shot, s.p.asset('character', 'Zoe'))
  expect(renderPrompt(s.p.store, shot.id, 'start', writtenPrompt(s.p.store, shot.id, 'start'))).toContain(
    'Zoe sits, silent',
  )
})

test('what an “it” behind a coming or going means is named, or it goes', () => {
  const named = story({ text: 'The envelope slides out. It reads “DO NOT BEND”.' }, [
    woman('Ann'),
    ['prop', 'Envelope'],
  ])
  expect(bare(named.state('end'))).toMatch(/The Envelope (?:slides out\. It )?reads “DO NOT BEND”/)
  const gone = story({ text: 'Ann comes in through the door. It opens.' }, [woman('Ann', { presence: 'enters' })])
  expect(bare(gone.state('end'))).toBe('As the shot ends: Ann stands.')
})

test('whom a “he” means is named where the sentence before names nobody', () => {
  const s = story({ text: 'There is no path. He drives over the plain.' }, [man('Bob')])
  expect(bare(s.state('start'))).toBe('As the shot begins: There is no path. Bob drives over the plain.')
})

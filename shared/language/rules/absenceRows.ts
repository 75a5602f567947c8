import type { Row } from './rowIndex'

/**
 * Words that name somebody who is not there: `absent` is spoken, thought or told of, `pictured` is seen on a screen or in a picture, `heard` is a voice
 * from elsewhere. Whoever is named last in the row is meant, and those joined to it: "a photo of Otto and Mara".
 */
export interface AbsenceRow extends Row {
  readonly means: 'absent' | 'pictured' | 'heard'
  /** Only of roles in small letters: "was once the woman next door". */
  readonly role?: true
}

const someone = 'the|a|an|his|her|their|its|my|your|our|any|no|some|another'

/** Absences. The name stands last in each pattern. */
export const absenceRows: readonly AbsenceRow[] = [
  {
    match: ['%picture of|with %small? %small? @named', '%picture ~show|~depict|~feature %small? @named'],
    means: 'pictured',
    example: ['Mara holds a photo of Otto.', 'Mara stares at a painting showing Otto.'],
  },
  {
    match: '%mention of|from|by|to|about|for|over %small? @named',
    means: 'absent',
    example: ['Mara winces at the mention of Otto.', 'There is no sign of Otto.', 'Mara finds a note for Otto.'],
  },
  {
    match: [
      '~wait|~look|~search|~hunt|~call|~ask|~shout|~yell|~cry|~scream|~scour|~listen|~long|~pray|~mourn|~yearn|~scan %small? %small? for @named',
      '~wait|~watch out for @named',
    ],
    means: 'absent',
    example: ['Mara waits for Otto.', 'Mara looks around for Otto.', 'Mara searches the room for Otto.'],
  },
  {
    match: [
      '~think|~dream|~talk|~speak|~hear|~know|~worry|~wonder|~gossip|~joke|~argue|~fight|~ask|~read|~sing|~learn|~complain|~boast|~rave %small? %small? of|about|over @named',
      'reminded|worried|proud|afraid|tired|jealous|news|word of|about @named',
    ],
    means: 'absent',
    example: ['Mara thinks about Otto.', 'Mara dreams of Otto.', 'Mara and Rosa argue about Otto.'],
  },
  {
    match: [
      '~phone|~dial|~telephone|~text|~email|~miss|~remember|~mention|~recall|~imagine|~google|~describe|~mimic|~imitate|~resemble @named',
      `~phone|~dial|~telephone|~text|~email|~miss|~remember|~mention|~recall|~imagine|~google|~describe|~mimic|~imitate|~resemble ${someone} %small? @named`,
      `~write|~email to ${someone}? @named`,
    ],
    means: 'absent',
    example: ['Mara phones Otto.', 'Mara misses Otto.'],
  },
  {
    match: `~belong to ${someone}? @named`,
    notAfter: 'hand|hands|face|voice|arm|arms|leg|legs|foot|feet|eyes|shadow|silhouette|boots|shoes|figure',
    means: 'absent',
    example: 'The coat belongs to Otto.',
  },
  {
    match: '~call @named',
    notIf: [['~call @named over|in|inside|back|out|up|to', 'Mara calls Otto over.']],
    means: 'absent',
    example: 'Mara decides to call Otto.',
  },
  {
    match: `without|unlike|since|despite|regarding|concerning|about ${someone}? @named`,
    means: 'absent',
    example: ['Mara goes on without Otto.', 'Unlike Otto, Mara is awake.', 'Mara knows something about Otto.'],
  },
  {
    match: ['like|than @named', `like|than ${someone} %small? %small? @named`],
    means: 'absent',
    example: ['Mara laughs like Otto.', 'Mara is taller than Otto.'],
  },
  {
    match: ["not|isn't|wasn't|never|nobody|no @named"],
    means: 'absent',
    example: ['The man at the door is not Otto.', 'No Otto.'],
  },
  { match: "where|where's is? @named", means: 'absent', example: 'Mara wonders where Otto is.' },
  { match: '~hear|~overhear @named', means: 'heard', example: 'Mara hears Otto.' },
  { match: '~hang up on @named', means: 'absent', example: 'Mara hangs up on Otto.' },
  {
    match: [
      'is|are|was|were|becomes|became|remains %small? %small? @named',
      `is|are|was|were|becomes|became|remains %small? %small? ${someone} %small? %small? @named`,
      `as %small? ${someone} %small? @named`,
      `than @named`,
    ],
    role: true,
    means: 'absent',
    example: 'Mara was once the otto next door.',
  },
]

/**
 * Where a clause begins with them, whoever it tells of is elsewhere: heard through a wall, or seen on a screen. `place`: only where the noun is not the
 * scene's own ("In the kitchen, Otto sings").
 */
export interface ElsewhereRow extends Row {
  readonly means: 'elsewhere' | 'pictured' | 'heard'
  readonly place?: true
}

/** Openings of sentences and clauses. */
export const elsewhereRows: readonly ElsewhereRow[] = [
  {
    match: [
      'on|in a|the|his|her|their|another|one|several %small? %screen',
      'onscreen|on-screen',
      'on|in the|a|an|his|her %small? %picture',
    ],
    means: 'pictured',
    example: ['On the TV, Otto reads the news.', 'In the old photograph Otto is still young.'],
  },
  {
    match: [
      'in|from the|a next|adjoining|adjacent|other|neighboring|neighbouring|back|far room|apartment|flat|house|cell|office|compartment|building',
      'in|from another room|apartment|flat|house|cell|office|town|city|country|building',
      'meanwhile next|across door|town',
      'next door',
      'across town',
      'elsewhere',
      'miles|far away',
    ],
    means: 'elsewhere',
    example: ['In the next room, Otto sings.', 'Elsewhere, Otto sleeps.'],
  },
  {
    match:
      'through the|a|an|his|her|their %small? %small? window|windows|glass|windshield|windscreen|pane|porthole|peephole|keyhole|crack|binoculars|telescope|scope ... see|sees|watch|watches|spot|spots|glimpse|glimpses',
    means: 'elsewhere',
    example: 'Through the window in the door we see Otto.',
  },
  {
    match: [
      'from behind the|a|an %small? door|wall|curtain|partition|doors',
      'from somewhere|outside|inside|below|above|upstairs|downstairs|within|afar|offscreen|off-screen|beyond',
      'through the|a|an %small? wall|walls|door|intercom|phone|speaker|speakers|radio|receiver|ceiling|floorboards|static',
      'over the|a|an %small? intercom|phone|speaker|speakers|radio|loudspeaker|p.a|headset',
      'on the radio|phone|line|intercom|answering|voicemail|loudspeaker',
      'offscreen|off-screen|offstage|off-stage',
    ],
    means: 'heard',
    example: ['From below, Otto pounds on the pipes.', 'Over the intercom Otto counts to ten.'],
  },
  {
    match: ['from the|a|his|her|their|another %small? {place}', 'from the|a|his|her|their %small? {room}'],
    means: 'heard',
    place: true,
    example: 'From the kitchen Otto shouts something.',
  },
  {
    match: [
      'back|down|up|out|over|inside in|at the|his|her|their|another %small? {room}',
      'in|at the|his|her|their|another %small? {room}',
    ],
    means: 'elsewhere',
    place: true,
    example: 'In the kitchen, Otto sings.',
  },
  {
    match: 'upstairs|downstairs|outside|inside|below|above ,',
    means: 'elsewhere',
    place: true,
    example: 'Upstairs, Otto sings.',
  },
]

/** Behind somebody's name: told of as being somewhere else, or nowhere. */
export interface AbsentStateRow extends Row {
  readonly means: 'absent' | 'pictured' | 'elsewhere'
  readonly place?: true
}

/** What is said of somebody who is not there. The row begins at the word behind the name. */
export const absentStateRows: readonly AbsentStateRow[] = [
  {
    match: [
      'did|does|do|has|have|had not|never yet? come|came|arrive|arrived|show|shown|turn|turned|appear|appeared|return|returned',
      "didn't|doesn't|don't|hasn't|haven't|hadn't yet? come|arrive|arrived|show|shown|turn|turned|appear|appeared|return|returned",
      'never|fails %small? come|comes|came|arrive|arrives|arrived|shows|showed|turns|turned|appears|appeared|returns|returned',
    ],
    means: 'absent',
    example: ['Otto did not come.', "Otto hasn't arrived.", 'Otto never comes.'],
  },
  {
    match: [
      "is|are|isn't|aren't|was|remains not? %still? gone|absent|missing|nowhere|dead|elsewhere|away|late|overdue|unreachable & stop|here|there|to|in|with|and|but|for|at|from",
      "isn't|aren't|wasn't here|there|home|answering|coming|around|back",
      'is|are|was not here|there|home|answering|coming|around|back',
      'is|are %still? on his|her|their way',
    ],
    means: 'absent',
    example: ['Otto is missing.', 'Otto is nowhere to be seen.', "Otto isn't there."],
  },
  {
    match: [
      'is|are %still? next door',
      'is|are %still? miles|far|oceans away',
      'is|are %still? at work|school|sea|church|home',
      'is|are %still? in town|prison|jail|hospital|bed',
    ],
    means: 'elsewhere',
    example: ['Otto is at work.', 'Otto is still next door.'],
  },
  {
    match: ['is|are %still? upstairs|downstairs', 'is|are %still? in|at the|his|her|their %small? {room}'],
    means: 'elsewhere',
    place: true,
    example: ['Otto is in the kitchen.', 'Otto is upstairs.'],
  },
  {
    match: [
      'on|in the|a|his|her|their %small? %screen',
      'on tv|television|screen|camera|video|film|tape',
      '~appear|~flicker|~flash|~smile|~speak|~read|~talk|~wave|~sing|~dance|~shout|~stare|~grin|is|are %small? %small? on|in the|a|his|her|their %small? %screen',
      '~appear|~flicker|~flash|~smile|~speak|~read|~talk|~wave|~sing|~dance|~shout|is|are %small? %small? on tv|television|tape|video',
    ],
    means: 'pictured',
    example: ['Otto appears on the screen.', 'Otto on TV says nothing.'],
  },
]

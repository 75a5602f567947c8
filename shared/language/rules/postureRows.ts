import type { FrameEnd } from '../../model/common'
import type { Pose, Rest } from '../lexicon/poses'
import type { Row } from './rowIndex'

/** Sits, though the words alone would have him kneel or lie. */
const sittingBy = {
  match: [
    'with a|an|the|his|her|two %small? %small on %their knees|lap',
    '~sleep|asleep|~doze %adverb* against|upright',
    '~sleep|asleep|~doze %adverb* in|on the|a|his|her %small? chair|armchair|seat|wheelchair|throne|saddle',
  ],
  means: 'sit',
  example: ['Otto waits with a birdcage on his knees.', 'Otto sleeps against the window.', 'Otto dozes in his chair.'],
} as const

/** What words have a body do. Of all that is said of somebody the row that stands first here counts. */
export interface PostureRow extends Row {
  /** null: stands, whatever else is said. */
  readonly means: Pose | null
  /** Asked only of the still at this end of the shot: who sits down sits at its end. */
  readonly at?: FrameEnd
}

const his = 'his|her|their'
const serving = 'pour|pours|order|orders|buy|buys|bring|brings'
const standing = '~stand:now|~get:now|~rise:now|~jump:now'

/** Poses, the more particular first. */
export const postureRows: readonly PostureRow[] = [
  { match: `${standing} back? up`, at: 'end', means: null, example: 'Otto stands up.' },
  { match: 'rises ... %seat', at: 'end', means: null, example: 'Otto rises from the couch.' },
  { match: '~sit|sat back? down', at: 'end', means: 'sit', example: 'Otto sits down.' },
  { match: '~sit|sat back? down', at: 'start', means: null, example: 'Otto sits back down.' },
  {
    match: [`${standing} up ... %seat`, 'rises ... %seat'],
    at: 'start',
    means: 'sit',
    example: ['Otto gets up from his chair.', 'Otto rises from the couch.'],
  },
  {
    match: [
      'is|are|get|gets|being|was %ly? ~STRIKE:done',
      '~recoil:now|~stagger:now|~reel:now|~flinch:now|~stumble:now',
    ],
    means: 'recoil',
    example: ['Otto is slammed against the wall.', 'Otto flinches.'],
  },
  {
    match: ['at|behind the wheel', '~drive|~steer !him|her|them'],
    notIf: [['~drive the point', 'Otto drives the point home.']],
    means: 'drive',
    example: ['Otto, at the wheel, hums.', 'Otto drives.'],
  },
  {
    match: ['~aim|~fire|~shoot', '~point|~raise|~draw|~hold|~pull:now|~level:now|~brandish|~cock:now ... %gun'],
    means: 'aim',
    example: ['Otto aims.', 'Otto points the pistol at Mara.', 'Otto pulls out a gun.'],
  },
  {
    match: [
      'hand|hands up',
      'hand|hands in the air',
      'hand|hands over %their head|heads',
      '~raise|~lift:now|~throw:now up|both? up|both? %their hands|arms',
      '~surrender:now',
    ],
    means: 'hands_up',
    example: ['Otto puts his hands up.', 'Otto raises both his hands.', 'Otto surrenders.'],
  },
  {
    match: [
      '~punch|~fight|~wrestle|~struggle|~brawl',
      '~slam:acts|~smack:acts|~slap:acts|~hit:acts|~kick:acts|~attack:acts|~beat:acts',
      '~strike:acts|~shove:acts|roughing',
      'swings at|a',
    ],
    means: 'fight',
    example: ['Otto smacks Mara.', 'Otto and Mara are fighting.', 'Otto swings at Mara.'],
  },
  {
    match: [
      'phone call',
      'on|into|to|~hold|~answer:now the|a|%their cell|mobile? %phone',
      '~pick:now up the|a|%their cell|mobile? %phone',
      '~phone:acts|~dial|dialling|~telephone:acts',
      'phone to|at %their ear',
    ],
    means: 'phone',
    example: ['Otto, in the middle of a heated phone call.', 'Otto shouts into the phone.', 'Otto dials.'],
  },
  {
    match: '~drink|drank|~sip|~swig|~gulp|~slurp',
    notAfter: `the|two|three|some|of|more|${his}|for|with|${serving}|cold|soft|free|no`,
    means: 'drink',
    example: ['Otto drinks long from the beer.', 'Otto takes a sip.'],
  },
  {
    match: ['~raise|~drain:now|down|downs|empties ... %drink', '~toast:now !and|with', '%drink raised|lifted|high'],
    means: 'drink',
    example: ['Otto raises his glass.', 'Otto downs the beer.', 'They toast.', 'Otto, beer raised.'],
  },
  {
    match: [
      '~point|pointed !blank ... at|to|toward|towards|out|finger|across|up|down',
      '~gesture:now at|to|toward|towards',
    ],
    means: 'point',
    example: ['Otto points at the door.', 'Otto gestures to the window.'],
  },
  {
    match: '~wave:acts|waved !crash|roll|break|of',
    notAfter: 'the|of|in|by',
    means: 'wave',
    example: 'Otto waves.',
  },
  {
    match: [
      '~run|~sprint|~flee|~gallop|~jog|~dash|~scurry|~scamper !his|her|a|an|the',
      '~bolt:acts|~race:acts|~chase:acts|~rush:acts|~charge:acts !his|her|a|an|the',
    ],
    notAfter: `the|a|${his}`,
    notIf: [
      ['~run out of', 'Otto runs out of milk.'],
      ['~run into trouble', 'Otto runs into trouble.'],
    ],
    means: 'run',
    example: ['Otto runs.', 'Otto rushes to the door.', 'Otto flees.'],
  },
  sittingBy,
  {
    match: ['~kneel|~crouch|crouched|~squat|ducks|~cower|~huddle:now', 'on %their|one knee|knees'],
    means: 'kneel',
    example: ['Otto kneels.', 'Otto is on his knees.', 'Otto ducks.'],
  },
  {
    match: [
      'lies|lying|laying on|in|down|there|still|back|beside|next|across|asleep|dead|face|flat|motionless|awake|under',
      '~sleep|asleep|unconscious|sprawled|collapses|faints',
      'is dead',
    ],
    means: 'lie',
    example: ['Otto lies on the floor.', 'Otto sleeps.', 'Otto is dead.'],
  },
  {
    match: ['~write|~scribble|~type:acts', 'draws a picture|map|line'],
    means: 'write',
    example: ['Otto writes.', 'Otto draws a map.'],
  },
  { match: '~sit|seated|slumped', means: 'sit', example: ['Otto sits.', 'Otto is seated.'] },
  {
    match: ['~carry|~hold|~bring:acts|~clutch:acts|~cradle:acts', 'with a|an|two|three|the|his|her %small? %carried'],
    means: 'carry',
    example: ['Otto carries a box.', 'Otto, with two cold beers.'],
  },
  {
    match: [
      '~walk|~stroll|~stride|~pace|~wander|~march|~saunter|~amble|~trudge|~limp|~hobble|~tiptoe|~shuffle|~step:acts',
      '~come|~follow|~approach',
      '~head:now for|to|out|toward|towards',
      '~cross:acts to|toward|towards|over|the',
    ],
    notIf: [['~follow %their gaze|eyes|look|finger', 'Otto follows his gaze.']],
    means: 'walk',
    example: ['Otto walks to the window.', 'Otto crosses to the window.', 'Otto follows.'],
  },
]

/** What words tell of how somebody rests from then on. The last that is told counts, not the one that stands first here. */
export interface RestRow extends Row {
  readonly means: Rest
  /** It is a change, and this is how somebody who does it rested before, as far as it tells. */
  readonly before?: Rest
}

/** How bodies rest, the more particular first. */
export const restRows: readonly RestRow[] = [
  {
    match: [`${standing} back? up`, '~get|~jump|~leap|~rise to %their feet', 'rises'],
    notIf: [['rises from the dead', 'Otto rises from the dead.']],
    means: 'stand',
    before: 'sit',
    example: ['Otto stands up.', 'Otto rises from the couch.', 'Otto gets to his feet.'],
  },
  {
    match: '~get|~climb|~step|~jump|~hop out|down|off',
    means: 'stand',
    before: 'stand',
    example: 'Otto gets out of the car.',
  },
  { match: '~sit|sat back? down', means: 'sit', before: 'stand', example: 'Otto sits down.' },
  {
    match: [
      'takes|take a|%their seat|chair',
      '~drop|~sink|~slump|~flop|~collapse|~settle:now into|onto|in|on ... %seat',
    ],
    means: 'sit',
    before: 'stand',
    example: ['Otto takes a seat.', 'Otto sinks into the couch.'],
  },
  {
    match: ['~lie back? down', '~crawl|~slide|~roll|~creep under'],
    means: 'lie',
    before: 'stand',
    example: ['Otto lies down.', 'Otto crawls under the bed.'],
  },
  {
    match: ['~get into', '~climb|~slide|~hop|~jump into|aboard|in ... %vehicle'],
    notIf: [
      [
        '~get into %small? %small? fight|argument|trouble|position|line|bed|bath|shower|water|pool|room|house',
        'Otto gets into a fight.',
      ],
    ],
    means: 'sit',
    before: 'stand',
    example: ['Otto gets into the Porsche.', 'Otto climbs into the car.'],
  },
  {
    match: ['collapses', 'faints', '~fall to the floor|ground'],
    means: 'lie',
    before: 'stand',
    example: 'Otto collapses.',
  },
  {
    match: ['~kneel|~crouch|~squat down', '~drop|~sink|~fall to %their|one knee|knees'],
    means: 'kneel',
    before: 'stand',
    example: 'Otto drops to his knees.',
  },
  {
    match: [
      '~sit|sat|seated|slumped|perched',
      'at|behind the wheel',
      '~grip|~hold|~clutch the|%their steering? wheel',
      '~drive|~steer !him|her|them|off|away|the',
      '~drive|~steer the %small? %vehicle',
      'is|are|remains|stays on|in the|a|an|%their %small? couch|sofa|armchair|bench|stool|throne|swing|seat|chair|wheelchair',
      '~share the|a|their %small? table|booth|bench|couch|sofa',
    ],
    notIf: [['~sit up', 'Otto sits up in bed.']],
    means: 'sit',
    example: [
      'Otto sits.',
      'Otto is seated.',
      'Otto, at the wheel, hums.',
      'Otto grips the wheel.',
      'Otto drives along the road.',
      'Otto is on the couch.',
      'Otto and Mara share a table.',
    ],
  },
  sittingBy,
  {
    match: [
      'lies|lying|laying on|in|down|there|still|back|beside|next|across|asleep|dead|face|flat|motionless|awake|under',
      '~sleep|asleep|unconscious|sprawled',
      'is dead',
    ],
    means: 'lie',
    example: ['Otto lies on the floor.', 'Otto sleeps.', 'Otto is dead.'],
  },
  {
    match: ['~kneel|~crouch|crouched|~squat|~cower|~huddle:now', 'on %their|one knee|knees'],
    means: 'kneel',
    example: ['Otto kneels.', 'Otto is on his knees.'],
  },
  {
    match: [
      '~stand|~walk|~run|~pace|~wander|~march|~stroll|~stride|~dance|~limp|~hobble|~climb|~jump|~leap|~dive|~swim|~vault|~hurry|~rush|~dash|~sprint|~stagger|~storm|~trudge|~jog',
      '~fall into|off|from|over|out',
      'on %their feet',
    ],
    notAfter: "can't|cannot|couldn't|the|a|his|her",
    means: 'stand',
    example: ['Otto stands at the window.', 'Otto walks to the window.', 'Otto is on his feet.'],
  },
  // Other languages.
  {
    match: [
      'steht|stehen|springt auf',
      'se lève|lèvent',
      'se levanta|levantan',
      'si alza|alzano',
      'levanta-se',
      '站 起',
      '立 ち 上',
      '起 身',
    ],
    means: 'stand',
    before: 'sit',
    example: [
      'Otto steht auf.',
      'Otto se lève.',
      'Otto se levanta.',
      'Otto si alza.',
      'Otto 站起来。',
      'Otto は立ち上がる。',
    ],
  },
  {
    match: [
      'setzt|setzen sich',
      "s'assied|s'assoit|s'asseyent",
      'se sienta|sientan',
      'si siede|siedono',
      'senta-se',
      '坐 下',
      '腰 を 下|か',
    ],
    means: 'sit',
    before: 'stand',
    example: ['Otto setzt sich.', "Otto s'assied.", 'Otto se sienta.', 'Otto si siede.', 'Otto 坐下。'],
  },
  {
    match: ['legt sich', "s'allonge", 'se couche', 'se acuesta|tumba', 'si sdraia', '躺 下'],
    means: 'lie',
    before: 'stand',
    example: ['Otto legt sich hin.', "Otto s'allonge.", 'Otto se acuesta.', 'Otto 躺下。'],
  },
  {
    match: ['kniet sich', "s'agenouille", 'se arrodilla', 'si inginocchia', '跪 下'],
    means: 'kneel',
    before: 'stand',
    example: ['Otto kniet sich hin.', "Otto s'agenouille.", 'Otto se arrodilla.', 'Otto 跪下。'],
  },
  {
    match: [
      'sitzt|sitzen|sitzend',
      'assis|assise|assises',
      'sentado|sentada|sentados|sentadas',
      'seduto|seduta|seduti|sedute',
      'zit|zitten|sitter',
      '坐 在|着|著',
      '座 っ|り',
    ],
    means: 'sit',
    example: [
      'Otto sitzt am Tisch.',
      'Otto est assis.',
      'Otto está sentado.',
      'Otto è seduto.',
      'Otto sitter.',
      'Otto 坐在桌边。',
      'Otto は座っている。',
    ],
  },
  {
    match: [
      'liegt|liegen|schläft',
      'couché|couchée|allongé|allongée|dort',
      'acostado|acostada|tumbado|tumbada|duerme',
      'sdraiato|sdraiata|dorme',
      '躺 在|着|著',
      '睡 在|着|著',
      '横 た',
    ],
    means: 'lie',
    example: ['Otto liegt im Bett.', 'Otto est couché.', 'Otto duerme.', 'Otto dorme.', 'Otto 躺在床上。'],
  },
  {
    match: [
      'kniet|knien',
      'agenouillé|agenouillée',
      'à genoux',
      'arrodillado|arrodillada',
      'de rodillas',
      'inginocchiato|inginocchiata',
      '跪 在|着|著',
    ],
    means: 'kneel',
    example: ['Otto kniet.', 'Otto est agenouillé.', 'Otto está arrodillado.', 'Otto 跪在地上。'],
  },
  {
    match: ['steht|stehen|stehend', 'debout', 'de|en pie', 'in piedi', 'staat|står', '站 在|着|著', '立 っ'],
    means: 'stand',
    example: ['Otto steht am Fenster.', 'Otto est debout.', 'Otto está de pie.', 'Otto 站在窗前。'],
  },
]

/** What a face does. */
export interface FaceRow extends Row {
  readonly means: 'toCamera' | 'laughs'
}

/** Faces. */
export const faceRows: readonly FaceRow[] = [
  {
    match: [
      '~look|~stare|~gaze:now|~turn:now ... camera|lens|crosshairs|cross-hairs',
      '~look|~stare|~gaze:now|~turn:now ... at us',
    ],
    means: 'toCamera',
    example: ['Otto looks straight into the cross-hairs.', 'Otto stares at us.'],
  },
  {
    match: '~laugh|~grin|~smile|~giggle:acts|~chuckle:acts|~beam:acts',
    means: 'laughs',
    example: ['Otto laughs.', 'Otto is smiling.'],
  },
]

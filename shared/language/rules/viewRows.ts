import type { Row } from './rowIndex'

/** What words tell of how a shot looks at things: faces are near, or it looks through a glass. */
export interface ViewRow extends Row {
  readonly means: 'near' | 'scope' | 'binoculars'
}

/** Looks at things. */
export const viewRows: readonly ViewRow[] = [
  { match: 'binoculars', means: 'binoculars', example: 'Otto, seen through binoculars.' },
  {
    match: 'scope|telescope|crosshairs|cross-hairs|gunsight|keyhole|peephole|spyglass|periscope',
    means: 'scope',
    example: ['Otto, in the cross-hairs.', 'Through the keyhole Otto waits.'],
  },
  { match: 'gun sight', means: 'scope', example: 'Otto in the gun sight.' },
  {
    match: ['face|faces ... fill|fills', 'fill|fills the whole? frame|screen|scope|lens|picture', 'inches away'],
    means: 'near',
    example: ['His face slowly fills the scope.', 'Eyes fill the frame.', 'Otto, inches away.'],
  },
]

/** How words say whom the camera is on. `of` is whoever is named right behind the match. */
export interface FocusRow extends Row {
  /** `shown`: the camera is on them; `shoulder`: it looks over their shoulder. */
  readonly means: 'shown' | 'shoulder'
  /** Only at the beginning of the text. */
  readonly first?: true
}

const slug = 'close|closer|close-up|closeup|tight|angle|cu|ecu|mcu|shot|back|reverse|insert|pov'
const onSomebody = ':|-|–|—? on|of|to? the|his|her? @named'

/** Whom the camera is on. */
export const focusRows: readonly FocusRow[] = [
  {
    match: [`${slug} up? ${onSomebody}`, `push in ${onSomebody}`],
    means: 'shown',
    example: ['CLOSE ON Otto.', 'ANGLE ON the Otto.', 'CLOSE UP: Otto.', 'POV Otto.', 'Push in on Otto.'],
  },
  { match: 'on the? @named', first: true, means: 'shown', example: 'ON Otto.' },
  { match: 'over the|his|her? @named shoulder', means: 'shoulder', example: 'Over Otto’s shoulder: Mara.' },
]

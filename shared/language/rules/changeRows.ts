import type { Row } from './rowIndex'

/** How words tell that somebody or something becomes another: "The gnome turns into John." */
export const changeRows: readonly Row[] = [
  { match: '~become:now', example: 'The gnome becomes Otto.' },
  {
    match: '~turn|~transform|~change|~morph|~shapeshift|~shape-shift %small? %small? into',
    example: ['The gnome turns into Otto.', 'The gnome slowly morphs back into Otto.', 'Changing before us into Otto.'],
  },
]

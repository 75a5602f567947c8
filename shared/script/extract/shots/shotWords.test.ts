import { describe, expect, it } from 'vitest'
import { isCameraLine, isTransitionLine, readShotWords } from './shotWords'

describe('readShotWords', () => {
  it.each([
    ['CLOSE ON a key in a lock.', 'close'],
    ['Close on his hand.', 'close'],
    ['ECU: the pupil narrows.', 'extreme_close'],
    ['WIDE SHOT of the valley.', 'wide'],
    ['WIDE: the valley.', 'wide'],
    ['ESTABLISHING. The city at dawn.', 'wide'],
    ['EXTREME WIDE on two dots in the snow.', 'extreme_wide'],
    ['MEDIUM SHOT of Mara.', 'medium'],
    ['MEDIUM CLOSE-UP on Mara.', 'medium_close'],
    ['TWO SHOT. They sit.', 'two_shot'],
    ["OVER OTTO'S SHOULDER we see her.", 'over_shoulder'],
    ['OVER THE SHOULDER of Otto.', 'over_shoulder'],
    ["MARA'S POV: the well.", 'pov'],
    ['INSERT - THE LETTER', 'insert'],
    ['FULL SHOT of the gnome.', 'full'],
  ])('%s is %s', (text, size) => {
    expect(readShotWords(text).size).toBe(size)
  })

  it.each([
    'His eyes go wide.',
    'The door is wide open.',
    'She stands close to him.',
    'CLOSE THE DOOR! he shouts.',
    'A man of medium build.',
    'They insert the coin.',
  ])('%s names no size', (text) => {
    expect(readShotWords(text).size).toBeNull()
  })

  it('reads angles', () => {
    expect(readShotWords('LOW ANGLE on the tower.').angle).toBe('low')
    expect(readShotWords('HIGH ANGLE. The yard.').angle).toBe('high')
    expect(readShotWords('OVERHEAD SHOT of the table.').angle).toBe('overhead')
    expect(readShotWords('DUTCH ANGLE on him.').angle).toBe('dutch')
    expect(readShotWords('Birds circle overhead.').angle).toBeNull()
  })

  it('reads camera movement, but no frying pan', () => {
    expect(readShotWords('PAN LEFT to the door. PUSH IN on Mara.').movement).toBe('pan left, push in')
    expect(readShotWords('The camera tracks along the wall.').movement).toBe('tracks along')
    expect(readShotWords('HANDHELD. We ZOOM IN.').movement).toBe('handheld, zoom in')
    expect(readShotWords('He drops the PAN and the CRANE falls.').movement).toBe('')
  })
})

describe('lines that are no picture of their own', () => {
  it.each(['FADE IN:', 'FADE OUT.', 'SMASH CUT TO:', 'Cut to:', 'FADE TO BLACK.', 'DISSOLVE TO', 'THE END'])(
    '%s only names a cut',
    (text) => {
      expect(isTransitionLine(text)).toBe(true)
    },
  )

  it.each(['CUT TO BRICK RUNNING.', 'He fades.', 'The end of the pier.'])('%s tells something', (text) => {
    expect(isTransitionLine(text)).toBe(false)
  })

  it('knows camera lines', () => {
    expect(isCameraLine('CLOSE ON THE KEY')).toBe(true)
    expect(isCameraLine('ANGLE ON THE DOOR:')).toBe(true)
    expect(isCameraLine('CLOSE ON the key.')).toBe(false)
    expect(isCameraLine('THE BOMB GOES OFF')).toBe(false)
  })
})

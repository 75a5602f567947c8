import { expect, test } from 'vitest'
import { showing, standingAt, withoutAsides } from './seen'

test.each([
  ['Beat.', 'film'],
  ["And then there's a long beat.", 'film'],
  ['A long, awkward silence.', 'film'],
  ['Slow motion.', 'film'],
  ['The screen goes dark.', 'film'],
  ['Nobody explains.', 'film'],
  ['Nothing.', 'film'],
  ["She doesn't answer.", 'film'],
  ['She never helps.', 'film'],
  ['Solveig does not.', 'film'],
  ['A knock.', 'film'],
  ['Footsteps.', 'film'],
  ['From the kitchen, a crash.', 'film'],
  ['Distant thunder.', 'film'],
  ['Longer than is funny.', 'reader'],
  ['Long enough to be depressing.', 'reader'],
  ['This is going to be bad.', 'reader'],
  ['She will regret it.', 'reader'],
  ['This is the home of the Boy Band, AKA Dan and Jack.', 'reader'],
  ['It is worse than he thought.', 'reader'],
  ['Miss Finch has come about the noise.', 'reader'],
  ['To destiny!', 'reader'],
  ['Years later.', 'reader'],
  ['The next morning.', 'reader'],
  ['Not a word comes.', 'film'],
  ["From the royal box, a child's voice finishes the verse.", 'film'],
])('%s is for the %s', (sentence, means) => {
  expect(showing(sentence)).toBe(means)
})

test.each([
  'Rain on the window.',
  'Smoke.',
  'Wyatt screams.',
  'A door creaks.',
  'The phone rings.',
  'It has no face.',
  'It is the fox, wet to the bone.',
  'The kitchen is empty.',
  'This is her hand, trembling.',
  'Grey sea.',
  'Nothing moves in it.',
  'Long grass.',
  'Otto never-ending scarf in hand, waits.',
  '小红走进厨房。',
])('%s is seen', (sentence) => {
  expect(showing(sentence)).toBe('seen')
})

test.each([
  ['- Daughter scrubs the hood.', 'Daughter scrubs the hood.'],
  ['2) Dad sprays the roof.', 'Dad sprays the roof.'],
  ['Shirtless, unfortunately.', 'Shirtless.'],
  ['Unfortunately, he sits.', 'He sits.'],
  ['The door, of course, is locked.', 'The door is locked.'],
  ["Sure enough, it's Brick and Steel, roughing up a man.", 'Brick and Steel, roughing up a man.'],
  ['Jack argues in Vietnamese (?), But mercifully we...', 'Jack argues in Vietnamese.'],
  ['They too are drinking beer.', 'They are drinking beer.'],
  ['iPhones ring.', 'iPhones ring.'],
])('%s is told as %s', (sentence, told) => {
  expect(withoutAsides(sentence)).toBe(told)
})

test.each([
  ['The screen door slides open.', 'The screen door is shut.', 'The screen door stands open.'],
  [
    'At the end of the hall the door swings open by itself.',
    'At the end of the hall the door is shut.',
    'At the end of the hall the door stands open.',
  ],
  ['The door bangs shut.', 'The door stands open.', 'The door is shut.'],
  ['The shop opens.', null, null],
  ['Tobin opens the door.', null, null],
  ['The door opens onto a hall.', null, null],
])('%s finds it so: %s, and leaves it so: %s', (sentence, before, after) => {
  expect([standingAt(sentence, 'start'), standingAt(sentence, 'end')]).toEqual([before, after])
})

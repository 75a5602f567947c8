import { expect, test } from 'vitest'
import { isPastedShotList } from './pastedShotList'

test.each([
  'Scene\tShot\tDescription\n1\t1\tOtto waits.',
  'Shot\tSize\r\n1\tWide\r\n2\tClose',
  'Notes\t\tDialogue\tScene\nx\t\tHello\t1',
])('rows of a spreadsheet whose first names the columns: %j', (text) => expect(isPastedShotList(text)).toBe(true))

test.each([
  '',
  'Shot\tDescription',
  'Otto waits.\nGreta sits.',
  '\t1\t2\nAlice\tE 25%\tT',
  'Name\tAge\nOtto\t40',
  'A tab\there\nand a line',
  'INT. HALL - DAY\n\n\tOTTO\n\tHello.',
])('no shot list: %j', (text) => expect(isPastedShotList(text)).toBe(false))

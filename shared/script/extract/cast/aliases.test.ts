import { describe, expect, it } from 'vitest'
import { wholeRate } from '../../../domain/time/frameRates'
import { defaultBreakdown } from '../../../model/project'
import { parseFountain } from '../../fountain/parseFountain'
import type { FoundAsset } from '../../scriptTypes'
import { proposeAliases } from './aliases'
import { breakDown } from '../breakDown'

/** `from > into` of the proposals among these names. */
function proposals(...names: string[]): string[] {
  const assets = names.map((name): FoundAsset => ({
    key: `character:${name}`,
    type: 'character',
    name,
    forms: [name],
    firstLine: 1,
    cue: true,
    candidate: false,
    description: '',
  }))
  return proposeAliases(assets, { lines: ['x'] }).map((p) => `${p.fromKey} > ${p.intoKey}`.replaceAll('character:', ''))
}

describe('proposeAliases', () => {
  it('proposes a name that is part of exactly one other', () => {
    expect(proposals('BRICK', 'BRICK BRADDOCK', 'OTTO')).toEqual(['BRICK > BRICK BRADDOCK'])
    expect(proposals('SMITH', 'JOHN SMITH', 'MARY SMITH')).toEqual([])
    expect(proposals('QUILL', 'PROFESSOR QUILL')).toEqual(['QUILL > PROFESSOR QUILL'])
    expect(proposals('CAPTAIN VANCE', 'MARA VANCE')).toEqual(['CAPTAIN VANCE > MARA VANCE'])
  })

  it('counts names that differ by a title as one, but nothing is part of two longer names', () => {
    expect(proposals('VANCE', 'DR. VANCE', 'MARA VANCE')).toEqual(['VANCE > MARA VANCE', 'DR. VANCE > MARA VANCE'])
    expect(proposals('MARA', 'MARA VANCE', 'MARA LOU VANCE')).toEqual(['MARA VANCE > MARA LOU VANCE'])
    expect(proposals('VANCE', 'DR. VANCE', 'MARA VANCE', 'OTTO VANCE')).toEqual([])
    expect(proposals('VANCE', 'MRS. VANCE', 'OTTO VANCE')).toEqual([])
  })

  it('looks through initials and places', () => {
    expect(proposals('PELL', 'MR. PELL')).toEqual(['PELL > MR. PELL'])
    expect(proposals('PELL', 'MR. PELL', 'OTTO PELL')).toEqual([])
    expect(proposals('OTTO', 'OTTO K. PELL')).toEqual(['OTTO > OTTO K. PELL'])
    expect(proposals('PELL', 'CAPTAIN OTTO K. PELL OF RICHMOND')).toEqual(['PELL > CAPTAIN OTTO K. PELL OF RICHMOND'])
  })

  it.each([
    ['UNCLE JOHN', 'JOHN LINDEN'],
    ['MISS WATKIN', 'MARY WATKIN'],
    ['CURTIS', 'SIR HENRY CURTIS'],
    ['ISABELLA', 'MISS ISABELLA'],
    ['RACHEL LYNDE', 'MRS. RACHEL LYNDE'],
    ['EDWARD', 'EDWARD BLOOM', 'YOUNG EDWARD', 'ADULT EDWARD', 'GROWN-UP EDWARD'],
  ])('takes a title that fits the first name for the same: %s, %s', (a, b, ...others) => {
    expect(proposals(a, b, ...others)).toContain(`${a} > ${b}`)
  })

  it.each([
    ['letters', 'GUARD', 'GUARD B'],
    ['the title of a wife', 'JOE GARGERY', 'MRS. JOE GARGERY'],
    ['the title of a mother', 'MRS. WELLAND', 'MAY WELLAND'],
    ['a role with the same look', 'HEAVYSET NURSE', 'HEAVYSET MAN IN OVERALLS'],
    ['a gendered title on one side', 'PELL', 'MRS. PELL'],
    ['digits', 'SOLDIER 1', 'TALL SOLDIER 2'],
    ['digits', 'GUARD', 'PRISON GUARD 2'],
    ['ordinals', 'FAIRY', 'FIRST FAIRY'],
    ['gendered titles', 'MRS. SMITH', 'JOHN SMITH'],
    ['gendered titles', 'MACBETH', 'LADY MACBETH'],
    ['young and old', 'MARA', 'YOUNG MARA'],
    ['father and son', 'OTTO PELL', 'OTTO PELL JR.'],
    ['a mere role', 'MAN', 'TALL MAN'],
    ['a middle name', 'AMORY', 'BEATRICE AMORY BLAINE'],
    ['likeness alone', 'MARA', 'MARIA'],
  ])('is stopped by %s', (_, a, b) => {
    expect(proposals(a, b)).toEqual([])
  })

  it('proposes usual short forms with a reason that says so', () => {
    expect(proposals('BOB', 'ROBERT MILLER')).toEqual(['BOB > ROBERT MILLER'])
    expect(proposals('BOB', 'ROBERT MILLER', 'ROBERT')).not.toContain('BOB > ROBERT MILLER')
    const { aliasProposals } = breakDown(parseFountain('INT. A\n\nBOB\nHi.\n\nINT. B\n\nROBERT\nHi.'), {
      ...defaultBreakdown,
      fps: wholeRate(24),
    })
    expect(aliasProposals[0]!.reason).toMatch(/short form/)
  })

  it('takes names that speak by turns in one scene as two persons', () => {
    const { aliasProposals } = breakDown(parseFountain('INT. A\n\nJIM\nHi.\n\nJIM WILSON\nHi.\n\nJIM\nBye.'), {
      ...defaultBreakdown,
      fps: wholeRate(24),
    })
    expect(aliasProposals).toEqual([])
  })

  it('knows the one who speaks under his full name first, then under a short one', () => {
    const { aliasProposals } = breakDown(parseFountain('INT. A\n\nJIM WILSON\nHi.\n\nOTTO\nHi.\n\nJIM\nBye.'), {
      ...defaultBreakdown,
      fps: wholeRate(24),
    })
    expect(aliasProposals).toMatchObject([{ intoKey: 'character:JIM WILSON', fromKey: 'character:JIM' }])
  })

  it('names a line of the script as evidence', () => {
    const { aliasProposals } = breakDown(parseFountain('INT. A\n\nBRICK BRADDOCK sits.\n\nBRICK\nHi.'), {
      ...defaultBreakdown,
      fps: wholeRate(24),
    })
    expect(aliasProposals).toMatchObject([{ as: 'alias', evidence: { line: 3, text: 'BRICK BRADDOCK sits.' } }])
  })
})

describe('proposals as a look', () => {
  it('come from a change that the text tells', () => {
    const { aliasProposals } = breakDown(
      parseFountain('EXT. A\n\nThe GARDEN GNOME waits.\n\nThe gnome turns into MARA.\n\nMARA\nHi.'),
      { ...defaultBreakdown, fps: wholeRate(24) },
    )
    expect(aliasProposals).toMatchObject([
      { as: 'look', fromKey: 'prop:GARDEN GNOME', intoKey: 'character:MARA', evidence: { line: 5 } },
    ])
  })

  it('come from a part that is named beside its player', () => {
    const { aliasProposals } = breakDown(
      parseFountain('INT. A\n\nEnter Pyramus (Bottom) and Flute.\n\nBOTTOM\nHi.\n\nFLUTE\nHi.'),
      { ...defaultBreakdown, fps: wholeRate(24) },
    )
    expect(aliasProposals).toMatchObject([{ as: 'look', fromKey: 'character:PYRAMUS', intoKey: 'character:BOTTOM' }])
  })
})

import { describe, expect, test } from 'vitest'
import { openSqlite, type WriteDb } from '../sqlite'
import { initial } from './0010-initial'
import { migrationTools, type Fields } from './migrationTools'

const inputs = JSON.stringify({ 'shot/lens': '24 mm' })

/** A file of format 10 with one of everything that is kept as JSON. */
function file(): WriteDb {
  const db = openSqlite(':memory:')
  initial.up(db, migrationTools(db))
  db.pragma('foreign_keys = OFF')
  const insert = (table: string, ...values: (string | number | null)[]) =>
    db.prepare(`INSERT INTO ${table} VALUES (${values.map(() => '?').join(',')})`).run(...values)
  insert('prompt_versions', 'p1', 's1', 'start', 0, 'words', 0, 'writer', inputs, 'd')
  insert('takes', 't1', 's1', 'startFrame', 0, 'm', 'local', 1, 0, 0, '', '[]', inputs, 'd')
  insert('passes', 'q1', 't1', 1, 'm', 'local', '', '[]', inputs, 'd')
  insert('result_marks', 't1', 0, `{"inputs":${inputs},"digest":"d"}`)
  insert('result_marks', 't2', 1, null)
  const entries = [
    {
      fromId: 'b',
      table: 'looks',
      recordId: 'l1',
      action: 'updated',
      before: { name: 'Wet' },
      after: { name: 'Dry' },
    },
    { fromId: 'b', table: 'looks', recordId: 'l2', action: 'owned', before: { id: 'l2', name: 'Wet' }, after: null },
    {
      fromId: 'b',
      table: 'assets',
      recordId: 'b',
      action: 'updated',
      before: { name: 'Wet' },
      after: { name: 'Dry' },
    },
  ]
  insert('merges', 'm1', 'a', '["b"]', 'alias', 0, JSON.stringify(entries))
  const change = {
    added: {
      looks: { l2: { id: 'l2', name: 'Wet' } },
      promptVersions: { p1: { id: 'p1', inputs: JSON.parse(inputs), digest: 'd' } },
    },
    updated: {
      looks: { l1: [{ name: 'Wet' }, { name: 'Dry' }] },
      resultMarks: { t1: [{ accepted: null }, { accepted: { inputs: JSON.parse(inputs), digest: 'd' } }] },
    },
    removed: { looks: { l3: { id: 'l3', name: 'Wet' } } },
  }
  insert('history', 1, 'look.create', 'add look', JSON.stringify(change), 1, 1)
  insert('view_state', 'zoom', '{"size":2}')
  insert('view_state', 'old', '1')
  return db
}

const json = (db: WriteDb, sql: string) => JSON.parse(db.prepare(sql).pluck().get() as string)
const history = (db: WriteDb) => json(db, 'SELECT change FROM history')

describe('the tools of migrations', () => {
  test('rewrite a JSON column and leave null alone', () => {
    const db = file()
    migrationTools(db).rewriteColumn('result_marks', 'accepted', (value) => ({ ...(value as Fields), digest: 'new' }))
    expect(json(db, "SELECT accepted FROM result_marks WHERE id = 't1'").digest).toBe('new')
    expect(db.prepare("SELECT accepted FROM result_marks WHERE id = 't2'").pluck().get()).toBeNull()
  })

  test('rewrite the records of one type in history and merges, whole ones and parts', () => {
    const db = file()
    migrationTools(db).rewriteKept('looks', ({ name, ...rest }, whole) => ({
      ...rest,
      title: name,
      ...(whole ? { hue: 1 } : {}),
    }))
    expect(history(db)).toMatchObject({
      added: { looks: { l2: { id: 'l2', title: 'Wet', hue: 1 } } },
      updated: { looks: { l1: [{ title: 'Wet' }, { title: 'Dry' }] } },
      removed: { looks: { l3: { id: 'l3', title: 'Wet', hue: 1 } } },
    })
    expect(history(db).updated.looks.l1[0]).not.toHaveProperty('hue')
    expect(json(db, 'SELECT entries FROM merges')).toEqual([
      {
        fromId: 'b',
        table: 'looks',
        recordId: 'l1',
        action: 'updated',
        before: { title: 'Wet' },
        after: { title: 'Dry' },
      },
      {
        fromId: 'b',
        table: 'looks',
        recordId: 'l2',
        action: 'owned',
        before: { id: 'l2', title: 'Wet', hue: 1 },
        after: null,
      },
      {
        fromId: 'b',
        table: 'assets',
        recordId: 'b',
        action: 'updated',
        before: { name: 'Wet' },
        after: { name: 'Dry' },
      },
    ])
    expect(db.prepare('SELECT bytes = length(change) FROM history').pluck().get()).toBe(1)
  })

  test('rewrite inputs wherever results keep them', () => {
    const db = file()
    migrationTools(db).rewriteInputs(({ inputs: { 'shot/lens': lens, ...rest } }) => ({
      inputs: { ...rest, 'camera/lens': lens },
      digest: 'new',
    }))
    const renamed = { inputs: { 'camera/lens': '24 mm' }, digest: 'new' }
    for (const table of ['prompt_versions', 'takes', 'passes'])
      expect(db.prepare(`SELECT inputs, digest FROM ${table}`).get()).toEqual({
        inputs: JSON.stringify(renamed.inputs),
        digest: 'new',
      })
    expect(json(db, "SELECT accepted FROM result_marks WHERE id = 't1'")).toEqual(renamed)
    expect(history(db).added.promptVersions.p1).toEqual({ id: 'p1', ...renamed })
    expect(history(db).updated.resultMarks.t1).toEqual([{ accepted: null }, { accepted: renamed }])
  })

  test('rewrite or forget what the window remembers', () => {
    const db = file()
    migrationTools(db).rewriteView((key, value) => (key === 'old' ? undefined : { ...(value as Fields), unit: 'px' }))
    expect(db.prepare('SELECT key, value FROM view_state').all()).toEqual([
      { key: 'zoom', value: '{"size":2,"unit":"px"}' },
    ])
  })
})

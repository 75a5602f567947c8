import type { AssetType } from '../model/asset'
import { writeCsv } from './csv'
import type { Film } from './film'
import type { Handover } from './handoverFiles'

/** What Kitsu calls the kinds of assets (cgwire/zou, app/utils/commands.py); rows of a kind it does not know are passed over by its import. */
const kitsuTypes: Record<AssetType, string> = { character: 'Character', prop: 'Prop', location: 'Environment' }

/**
 * Who and what is in which shot, as Kitsu's casting import reads it (backends.md 8.5): a row an asset and shot, the scene as sequence. Sets are labelled
 * fixed, what acts in front of them animate.
 */
export function writeCastingCsv(film: Film, name: string): Handover {
  const rows = film.shots.flatMap((shot) =>
    shot.members.map(({ asset }) => [
      '',
      shot.scene.number || shot.scene.heading,
      shot.shot.number,
      kitsuTypes[asset.type],
      asset.name,
      1,
      asset.type === 'location' ? 'fixed' : 'animate',
    ]),
  )
  const header = ['Episode', 'Parent', 'Name', 'Asset Type', 'Asset', 'Occurences', 'Label']
  return {
    files: [{ path: `${name}.csv`, text: writeCsv([header, ...rows], { mark: false }) }],
    warnings: [],
  }
}

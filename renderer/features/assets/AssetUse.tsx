import { shotsOfScene } from '@shared/domain/lookup'
import { counted } from '@shared/language/unitWords'
import type { Asset } from '@shared/model/asset'
import { openScene } from '../../app/projectActions'
import { useRead } from '../../app/useRead'
import { selectCell, setView, useView } from '../../app/viewStore'
import { Section } from '../../common/Section'
import { shotRange, usesOf } from './assetUses'
import styles from './AssetUse.module.css'

/** Where the asset is: scenes with the shots it is in. Choosing one goes there. */
export function AssetUse({ asset }: { asset: Asset }) {
  const uses = useRead(
    (reads) =>
      usesOf(reads, asset.id).map((use) => ({
        ...use,
        words: use.shots.length ? shotRange(shotsOfScene(reads, use.scene.id), use.shots) : 'no shot',
      })),
    [asset.id],
  )
  const count = uses.reduce((sum, use) => sum + use.shots.length, 0)
  const go = async (sceneId: string, shotId: string | undefined) => {
    await openScene(sceneId, shotId)
    if (useView.getState().view === 'assets') setView({ view: 'matrix' })
    if (shotId) selectCell({ shotId, assetId: asset.id })
  }
  return (
    <Section title={`In ${counted(count, 'shot')}`}>
      {uses.length === 0 && (
        <p className={styles.none}>
          Not in a scene yet. Drag it onto a shot in the matrix, or add it in a shot’s panel.
        </p>
      )}
      <ul className={styles.list}>
        {uses.map(({ scene, shots, words }) => (
          <li key={scene.id}>
            <button
              type="button"
              className={styles.use}
              title={`${scene.number} ${scene.heading}`}
              onClick={() => void go(scene.id, shots[0]?.id)}
            >
              <span className={styles.number}>{scene.number}</span>
              <span className={styles.heading}>{scene.heading || 'No heading'}</span>
              <span className={styles.shots}>{words}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

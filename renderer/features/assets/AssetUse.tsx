import { shotsOfScene } from '@shared/domain/lookup'
import { counted } from '@shared/language/unitWords'
import type { Asset } from '@shared/model/asset'
import { openScene } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { setView } from '../../app/viewStore'
import { Section } from '../../common/Section'
import { shotRange, usesOf } from './assetUses'
import styles from './AssetUse.module.css'

/** Where the asset is: scenes with the shots it is in. Choosing one goes there. */
export function AssetUse({ asset }: { asset: Asset }) {
  const records = useProject((s) => s.records)
  const uses = usesOf(records, asset.id)
  const count = uses.reduce((sum, use) => sum + use.shots.length, 0)
  const go = async (sceneId: string, shotId: string | undefined) => {
    await openScene(sceneId, shotId)
    if (shotId) setView({ cell: { shotId, assetId: asset.id }, anchor: { shotId, assetId: asset.id } })
  }
  return (
    <Section title={`In ${counted(count, 'shot')}`}>
      {uses.length === 0 && (
        <p className={styles.none}>
          Not in a scene yet. Drag it onto a shot in the matrix, or add it in a shot’s panel.
        </p>
      )}
      <ul className={styles.list}>
        {uses.map(({ scene, shots }) => (
          <li key={scene.id}>
            <button
              type="button"
              className={styles.use}
              title={`${scene.number} ${scene.heading}`}
              onClick={() => void go(scene.id, shots[0]?.id)}
            >
              <span className={styles.number}>{scene.number}</span>
              <span className={styles.heading}>{scene.heading || 'No heading'}</span>
              <span className={styles.shots}>
                {shots.length ? shotRange(shotsOfScene(records, scene.id), shots) : 'no shot'}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

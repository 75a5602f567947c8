import { ChevronsDownUp, ChevronsUpDown, ListTree, RefreshCw, Type } from 'lucide-react'
import { shotIdsInOrder, shotsOfScene } from '@shared/domain/lookup'
import { NoShots } from '../../app/NoShots'
import { make } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { useRead } from '../../app/useRead'
import { hasStale, useFreshness } from '../../app/useFreshness'
import { useView } from '../../app/viewStore'
import { Button } from '../../common/Button'
import { Segmented } from '../../common/Segmented'
import { Toolbar, ToolbarGap } from '../../common/Toolbar'
import { ShotList } from './ShotList'
import { setOpen, setShots, useShots } from './shotsState'

const icon = { size: 14, strokeWidth: 1.75 } as const
const scopes = [
  { value: 'scene', label: 'Scene' },
  { value: 'film', label: 'Film' },
] as const

/** The shots of a scene or of the film, one below the other; each opens to all that is known of it, many at once. */
export function ShotsView() {
  const readOnly = useProject((s) => s.readOnly)
  const scope = useShots((s) => s.scope)
  const sceneId = useView((s) => s.sceneId)
  const shotIds = useRead(
    (reads) =>
      scope === 'film'
        ? shotIdsInOrder(reads)
        : sceneId !== null && reads.get('scenes', sceneId)
          ? shotsOfScene(reads, sceneId).map((s) => s.id)
          : [],
    [scope, sceneId],
  )
  const selected = useView((s) => s.shotIds)
  const chosen = shotIds.filter((id) => selected.includes(id))
  const stale = useStale(shotIds)
  return (
    <>
      <Toolbar name="Shots">
        <Segmented label="Which shots" value={scope} options={scopes} onChange={(next) => setShots({ scope: next })} />
        <Button disabled={!shotIds.length} onClick={() => setOpen(shotIds, true)}>
          <ChevronsUpDown {...icon} />
          Open all
        </Button>
        <Button disabled={!shotIds.length} onClick={() => setOpen(shotIds, false)}>
          <ChevronsDownUp {...icon} />
          Close all
        </Button>
        <ToolbarGap />
        <Button
          kind="outline"
          disabled={readOnly || !chosen.length}
          tip="Missing and stale prompts of the chosen shots"
          onClick={() => void make(9, 'all', chosen)}
        >
          <Type {...icon} />
          Write prompts{chosen.length > 1 ? ` of ${chosen.length}` : ''}
        </Button>
        <Button
          kind="outline"
          disabled={readOnly || !chosen.length}
          tip="Missing and stale frames of the chosen shots"
          onClick={() => void make(10, 'all', chosen)}
        >
          <RefreshCw {...icon} />
          Make frames{chosen.length > 1 ? ` of ${chosen.length}` : ''}
        </Button>
        <Button
          kind="outline"
          disabled={readOnly || !stale.length}
          tip={stale.length ? 'Prompts and frames that no longer match' : 'Nothing here is stale.'}
          onClick={() => void make(9, 'stale', [...stale]).then(() => make(10, 'stale', [...stale]))}
        >
          <RefreshCw {...icon} />
          Remake all stale{stale.length ? ` (${stale.length})` : ''}
        </Button>
      </Toolbar>
      {shotIds.length ? (
        <ShotList key={scope === 'film' ? 'film' : sceneId} shotIds={shotIds} />
      ) : (
        <NoShots icon={<ListTree size={18} strokeWidth={1.6} />} sceneId={sceneId} />
      )}
    </>
  )
}

/** Those with something stale, as far as it is worked out. */
function useStale(shotIds: readonly string[]): readonly string[] {
  const records = useProject((s) => s.records)
  useFreshness((s) => s.round)
  return shotIds.filter((id) => hasStale(records, id))
}

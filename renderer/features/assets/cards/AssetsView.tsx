import { FolderInput, ImageOff, ImagePlus, Inbox, Plus, Shapes } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { assetTypes, type AssetType } from '@shared/model/asset'
import { keyText, registerCommands } from '../../../app/commands'
import { choosePictures } from '../../../app/pictures'
import { importScript } from '../../../app/projectActions'
import { useProject } from '../../../app/projectStore'
import { addAssetSheet, bringSheet } from '../../../app/sheetKeys'
import { openSheet } from '../../../app/sheets'
import { useFileDrag } from '../../../app/useDropFiles'
import { useRead } from '../../../app/useRead'
import { leaveAsset, useView } from '../../../app/viewStore'
import { Button, IconButton } from '../../../common/Button'
import { Empty } from '../../../common/Empty'
import { Segmented } from '../../../common/Segmented'
import { Toolbar, ToolbarGap } from '../../../common/Toolbar'
import { FilterField } from '../../../lanes/FilterField'
import { openProposals } from '../inbox/proposals'
import { assetViewCommands } from './assetViewCommands'
import styles from './AssetsView.module.css'
import { setAssetsView, typeNames, useAssetsView } from './assetsState'
import { CardGroups } from './CardGroups'
import { cardsOf, countsByType } from './cardsOf'
import { DeletedTray } from './DeletedTray'

const icon = { size: 14, strokeWidth: 1.75 } as const
const layouts = [
  { value: 'cards', label: 'Cards' },
  { value: 'looks', label: 'Looks' },
] as const

/** Every asset of the film: pictures, looks, words, and how often it is seen. */
export function AssetsView() {
  const [query, setQuery] = useState('')
  const { type, missingFirst, layout } = useAssetsView()
  const readOnly = useProject((s) => s.readOnly)
  const counts = useRead(countsByType, [])
  const groups = useRead((reads) => cardsOf(reads, { query, type, missingFirst }), [query, type, missingFirst])
  const inbox = useRead((reads) => openProposals(reads).length, [])
  const selected = useView((s) => s.assetId !== null)
  const all = counts.character + counts.location + counts.prop
  const search = useRef<HTMLSpanElement>(null)
  useEffect(() => registerCommands(assetViewCommands(() => search.current?.querySelector('input')?.focus())), [])
  const add = (of?: AssetType) => openSheet(addAssetSheet, of ? { type: of } : {})
  return (
    <>
      <Toolbar name="Assets">
        <span ref={search} className={styles.search}>
          <FilterField
            label="Find an asset"
            placeholder="Name, alias or description"
            value={query}
            onChange={setQuery}
          />
        </span>
        <TypeFilter type={type} counts={counts} all={all} />
        <IconButton
          label="Assets without a picture first"
          icon={<ImageOff {...icon} />}
          aria-pressed={missingFirst}
          onClick={() => setAssetsView({ missingFirst: !missingFirst })}
        />
        <ToolbarGap />
        {inbox > 0 && selected && (
          <Button className={styles.inbox} tip="Names that may mean one asset" onClick={leaveAsset}>
            <Inbox {...icon} />
            {inbox}
            <span className="visually-hidden"> to decide in the alias inbox</span>
          </Button>
        )}
        <Segmented
          label="Layout"
          value={layout}
          options={layouts}
          onChange={(next) => setAssetsView({ layout: next })}
        />
        <IconButton
          kind="outline"
          label="Add pictures"
          tip="Add pictures, several at once: their names say whom they show"
          icon={<ImagePlus {...icon} />}
          disabled={readOnly}
          onClick={() => void choosePictures()}
        />
        <IconButton
          kind="outline"
          label="Bring assets from another project"
          icon={<FolderInput {...icon} />}
          disabled={readOnly}
          onClick={() => openSheet(bringSheet, {})}
        />
        <Button kind="outline" disabled={readOnly} keys={keyText('N')} tip="Add an asset" onClick={() => add()}>
          <Plus {...icon} />
          Add asset
        </Button>
      </Toolbar>
      {all === 0 ? (
        <NoAssets readOnly={readOnly} onAdd={() => add()} />
      ) : groups.length === 0 ? (
        <Empty
          icon={<Shapes size={18} strokeWidth={1.6} />}
          title={nothing(query, type)}
          text="Look for less, or for all types."
        >
          <Button
            large
            kind="outline"
            onClick={() => {
              setQuery('')
              setAssetsView({ type: null })
            }}
          >
            Show all
          </Button>
        </Empty>
      ) : (
        <CardGroups groups={groups} layout={layout} onAdd={add} />
      )}
      <DeletedTray />
    </>
  )
}

const nothing = (query: string, type: AssetType | null) =>
  query.trim()
    ? `No ${type ?? 'asset'} is called “${query.trim()}”`
    : `No ${type ? typeNames[type].many.toLowerCase() : 'assets'} yet`

function TypeFilter({ type, counts, all }: { type: AssetType | null; counts: Record<AssetType, number>; all: number }) {
  const options = [
    { value: 'all' as const, label: `All ${all}` },
    ...assetTypes.map((value) => ({ value, label: `${typeNames[value].many} ${counts[value]}` })),
  ]
  return (
    <Segmented
      label="Type"
      value={type ?? 'all'}
      options={options}
      onChange={(value) => setAssetsView({ type: value === 'all' ? null : value })}
    />
  )
}

function NoAssets({ readOnly, onAdd }: { readOnly: boolean; onAdd: () => void }) {
  const over = useFileDrag((s) => s.over)
  return (
    <Empty
      icon={<Shapes size={18} strokeWidth={1.6} />}
      title="No assets in this project yet"
      text="A script brings its people, places and things. Or add one by hand, or drop pictures here."
      over={over}
    >
      <Button large kind="primary" disabled={readOnly} onClick={onAdd}>
        Add asset
      </Button>
      <Button large kind="outline" disabled={readOnly} onClick={() => void importScript()}>
        Import a script
      </Button>
    </Empty>
  )
}

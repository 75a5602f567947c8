import { Check, CircleDashed, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import type { NodeMap, Profile } from '@shared/model/profile'
import { parseWorkflow } from '@shared/model/workflow'
import { counted } from '@shared/language/unitWords'
import { run } from '../../app/projectActions'
import { Button } from '../../common/Button'
import { Select } from '../../common/Select'
import styles from './GeneratorsSheet.module.css'
import { choiceValue, nodeChoices, outputChoices, placeOf, type Sent } from './nodeChoices'

const icon = { size: 12, strokeWidth: 2, 'aria-hidden': true } as const
const empty: NodeMap = {
  prompt: null,
  images: [],
  width: null,
  height: null,
  seed: null,
  length: null,
  mask: null,
  output: null,
}

const imageName = (i: number, isClip: boolean) => {
  if (isClip && i < 2) return i === 0 ? 'Start frame' : 'End frame'
  return i === 0 ? 'Image #1, base plate first' : `Image #${i + 1}`
}

/** Where in a workflow goes what Exeunt sends; suggested when the file is read, changed here. */
export function NodeMapTable({ profile, readOnly }: { profile: Profile; readOnly: boolean }) {
  const workflow = useMemo(() => (profile.workflow ? parseWorkflow(profile.workflow.text) : null), [profile.workflow])
  const map = profile.nodeMap ?? empty
  if (!workflow) return null
  const change = (fields: Partial<NodeMap>, maxImages = profile.maxImages) =>
    void run('profile.update', { profileId: profile.id, nodeMap: { ...map, ...fields }, maxImages })
  /** As many pictures go along in a call as there are nodes for them. */
  const changeImages = (images: NodeMap['images']) => change({ images }, Math.max(1, images.length))
  const choose = (label: string, sent: Sent, at: NodeMap['prompt'], set: (next: NodeMap['prompt']) => void) => (
    <Select
      label={label}
      value={choiceValue(at)}
      disabled={readOnly}
      options={[{ value: '', label: 'Not sent' }, ...nodeChoices(workflow, sent)]}
      onChange={(value) => set(placeOf(value))}
    />
  )
  const images = nodeChoices(workflow, 'image')
  const isClip = profile.clip !== null
  const numbers = (['width', 'height', 'seed', 'length'] as const).filter((what) => isClip || what !== 'length')
  const result = isClip ? 'Clip that comes back' : 'Picture that comes back'
  const free = images.find(({ at }) => !map.images.some((known) => choiceValue(known) === choiceValue(at)))
  return (
    <>
      <table className={styles.map}>
        <thead>
          <tr>
            <th scope="col">Exeunt sends</th>
            <th scope="col">to this input of a node</th>
            <th scope="col">
              <span className="visually-hidden">State</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <Row name="Words of the prompt" isFound={map.prompt !== null} needed>
            {choose('Words of the prompt', 'text', map.prompt, (prompt) => change({ prompt }))}
          </Row>
          {map.images.map((image, i) => (
            <Row key={i} name={imageName(i, isClip)} isFound>
              {choose(`Image #${i + 1}`, 'image', image, (next) =>
                changeImages(
                  next === null
                    ? map.images.filter((_, at) => at !== i)
                    : map.images.map((known, at) => (at === i ? next : known)),
                ),
              )}
            </Row>
          ))}
          {numbers.map((what) => (
            <Row key={what} name={what[0]!.toUpperCase() + what.slice(1)} isFound={map[what] !== null}>
              {choose(what, 'number', map[what], (at) => change({ [what]: at }))}
            </Row>
          ))}
          {!isClip && (
            <Row name="Mask" isFound={map.mask !== null}>
              {choose('Mask', 'image', map.mask, (mask) => change({ mask }))}
            </Row>
          )}
          <Row name={result} isFound={map.output !== null} needed>
            <Select
              label={result}
              value={map.output ?? ''}
              disabled={readOnly}
              options={[{ value: '', label: 'Choose a node' }, ...outputChoices(workflow)]}
              onChange={(value) => change({ output: value || null })}
            />
          </Row>
        </tbody>
      </table>
      <p className={styles.hint}>
        {map.images.length === 0
          ? 'The workflow takes no pictures: assets go in words only.'
          : `${counted(map.images.length, 'picture')} in a call. A pass with fewer leaves the other nodes out.`}
        {free && !readOnly && (
          <Button onClick={() => changeImages([...map.images, free.at])}>Use {free.label.split(' · ')[0]} too</Button>
        )}
      </p>
    </>
  )
}

function Row({
  name,
  isFound,
  needed,
  children,
}: {
  name: string
  isFound: boolean
  needed?: boolean
  children: React.ReactNode
}) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{children}</td>
      <td>
        <span className={isFound ? styles.good : needed ? styles.warn : styles.off}>
          {isFound ? <Check {...icon} /> : needed ? <TriangleAlert {...icon} /> : <CircleDashed {...icon} />}
          {isFound ? 'set' : needed ? 'choose' : 'workflow decides'}
        </span>
      </td>
    </tr>
  )
}

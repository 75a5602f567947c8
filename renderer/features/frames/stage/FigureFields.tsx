import type { Placement } from '@shared/domain/blocking/blockingMember'
import { farToNear } from '@shared/drawing/drawList'
import type { FrameSubject } from '@shared/drawing/frameDescription'
import { readPercent } from '@shared/language/readNumber'
import { percentText } from '@shared/language/unitWords'
import { useProject } from '../../../app/projectStore'
import { Field } from '../../../common/Field'
import { Select } from '../../../common/Select'
import { setFigure, typeFigure } from './figureActions'
import { atPlace, atScale, depthAtRank, LEAST_SCALE, MOST_SCALE } from './figureMoves'
import styles from '../FrameInspector.module.css'
import type { FrameModel } from '../model/useFrameModel'

const faces = [
  { value: 'right', label: 'Right' },
  { value: 'left', label: 'Left' },
] as const

/** The selected figure in numbers. */
export function FigureFields({ model, figure }: { model: FrameModel; figure: FrameSubject }) {
  const readOnly = useProject((s) => s.readOnly)
  const { assetId, name, lookName } = figure
  const order = farToNear(model.description.subjects)
  const rank = order.findIndex((s) => s.assetId === assetId)
  const number = (
    label: string,
    prefix: string,
    value: number,
    fields: (fraction: number) => Partial<Placement>,
    check?: (fraction: number) => string | null,
  ) => (
    <Field
      label={`${label} of ${name}`}
      prefix={prefix}
      value={percentText(value)}
      disabled={readOnly}
      width="100%"
      check={(text) => {
        const fraction = readPercent(text)
        return fraction === null ? 'A number of percent, such as 26 %.' : (check?.(fraction) ?? null)
      }}
      onSave={(text, continues) => typeFigure(assetId, fields(readPercent(text)!), continues)}
    />
  )
  const tall = (fraction: number) =>
    fraction < LEAST_SCALE || fraction > MOST_SCALE
      ? `From ${percentText(LEAST_SCALE)} to ${percentText(MOST_SCALE)} of the frame's height.`
      : null
  return (
    <section className={styles.figure} aria-label={`${name} in this frame`}>
      <h3 className={styles.title}>
        {name} in this frame
        {lookName && lookName.toLowerCase() !== 'default' && <span className={styles.look}>{lookName}</span>}
      </h3>
      <div className={styles.fields}>
        {number('x', 'x', figure.x, (x) => ({ x: atPlace(x) }))}
        {number('y', 'y', figure.y, (y) => ({ y: atPlace(y) }))}
        {number('Height', 'height', figure.scale, (scale) => ({ scale: atScale(scale) }), tall)}
        <Select
          label={`Depth of ${name}, 1 is farthest`}
          prefix="depth"
          value={String(rank)}
          disabled={readOnly || order.length < 2}
          options={order.map((_, i) => ({ value: String(i), label: `${i + 1} of ${order.length}` }))}
          onChange={(to) => void setFigure(assetId, { depth: depthAtRank(order, assetId, Number(to)) })}
        />
        <Select
          label={`${name} faces`}
          prefix="faces"
          value={figure.flip ? 'left' : 'right'}
          disabled={readOnly}
          options={faces}
          onChange={(to) => void setFigure(assetId, { flip: to === 'left' })}
        />
      </div>
    </section>
  )
}

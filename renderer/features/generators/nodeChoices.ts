import type { NodeInput } from '@shared/model/profile'
import { linkOf, type Workflow, type WorkflowNode } from '@shared/model/workflow'

/** An input of a workflow that something may be sent to. */
export interface NodeChoice {
  readonly value: string
  readonly label: string
  readonly at: NodeInput
}

/** What is sent, and so which inputs fit. */
export type Sent = 'text' | 'image' | 'number'

const titleOf = (id: string, node: WorkflowNode) =>
  `${id} · ${node.class_type}${node._meta?.title && node._meta.title !== node.class_type ? `, “${node._meta.title}”` : ''}`

const inOrder = (workflow: Workflow) =>
  Object.entries(workflow).sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))

/** The inputs that fit, in the order of their nodes. An input that is linked is decided elsewhere in the workflow. */
export function nodeChoices(workflow: Workflow, sent: Sent): NodeChoice[] {
  return inOrder(workflow).flatMap(([id, node]) =>
    Object.entries(node.inputs).flatMap(([input, value]) =>
      linkOf(value) === null && fits(sent, node, input, value)
        ? [
            {
              value: choiceValue({ node: id, input }),
              label: `${titleOf(id, node)} · ${input}`,
              at: { node: id, input },
            },
          ]
        : [],
    ),
  )
}

function fits(sent: Sent, node: WorkflowNode, input: string, value: unknown): boolean {
  if (sent === 'number') return typeof value === 'number'
  if (typeof value !== 'string') return false
  return sent === 'image'
    ? /Load.*Image/i.test(node.class_type) && /image/i.test(input)
    : !/Load/i.test(node.class_type)
}

/** The nodes a picture may come out of: those that save or show one. */
export function outputChoices(workflow: Workflow): { value: string; label: string }[] {
  return inOrder(workflow)
    .filter(([, { class_type }]) => /save|preview|output/i.test(class_type))
    .map(([id, node]) => ({ value: id, label: titleOf(id, node) }))
}

/** A place as the value of a list; none is the empty word. */
export const choiceValue = (at: NodeInput | null): string => (at ? JSON.stringify([at.node, at.input]) : '')

/** The place of such a value. */
export function placeOf(value: string): NodeInput | null {
  if (value === '') return null
  const [node, input] = JSON.parse(value) as [string, string]
  return { node, input }
}
